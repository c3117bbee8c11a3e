/**
 * The state as saved in n8n's static data: one JSON column for the whole workflow, written with every emission, so
 * pages and posts are kept as short lines of text.
 */
import { readPage, writePage } from './savedPage';
import { long, longUrn, short, shortUrn, withoutGaps } from './shorthand';
import type { TriggerState } from './state';

/** What static data contains; URNs are shortened. */
export type SavedState = Omit<TriggerState, 'pages' | 'managed' | 'names'> & {
	/** By page. */
	pages: Record<string, string>;
	/** When they were listed and refused, and the pages. */
	managed?: string;
	/** By the name in the page's address. */
	names?: Record<string, string>;
};

/**
 * Reads the state from static data: a copy, so that nothing changes there before the poll is over.
 * @returns undefined if there is none, or if it isn't ours
 */
export function readState(saved: unknown): TriggerState | undefined {
	const state = saved as SavedState | undefined;
	if (state?.format !== 3 || !state.pages) return undefined;
	const { pages, managed, names, ...rest } = JSON.parse(JSON.stringify(state)) as SavedState;
	return {
		...rest,
		...(managed !== undefined && { managed: readManaged(managed) }),
		...(names && { names: mapped(names, longUrn) }),
		pages: mapped(pages, (line) => readPage(line, rest.from), longUrn),
	};
}

/** The form in which the state is saved. */
export function savedForm({ pages, managed, names, ...rest }: TriggerState): SavedState {
	return {
		...rest,
		...(managed && { managed: writeManaged(managed) }),
		...(names && { names: mapped(names, shortUrn) }),
		pages: mapped(pages, (page) => writePage(page, rest.from), shortUrn),
	};
}

type Managed = NonNullable<TriggerState['managed']>;

const writeManaged = ({ at, refusedAt, urns }: Managed) =>
	[short(at), short(refusedAt), ...urns.map(shortUrn)].join(' ');

function readManaged(text: string): Managed {
	const [at, refusedAt, ...urns] = text.split(' ');
	return withoutGaps({ at: long(at) ?? 0, urns: urns.map(longUrn), refusedAt: long(refusedAt) });
}

function mapped<T, U>(
	record: Record<string, T>,
	value: (of: T) => U,
	key = (of: string) => of,
): Record<string, U> {
	return Object.fromEntries(Object.entries(record).map(([name, of]) => [key(name), value(of)]));
}
