/**
 * Combines the lists of several owners, a page of each in turn: posts of pages, audiences and lead forms of accounts.
 */
import type { ReadOne } from '../../../transport/answers/elements';
import { NEW_TRAIL, nextStep, onlyEmptyEnds, type Trail } from '../../../transport/answers/nextPage';
import { pageReply } from '../../../transport/answers/pageReply';
import type { LinkedInError } from '../../../transport/errors/errors';
import type { LinkedInClient, RestliRequest } from '../../../transport/types';
import { LEADS_BACK } from './choose';

/** Whose list, and where it continues. Plain, because n8n's editor keeps it between two pages. */
export interface OwnerChoices {
	/** Of the owner. */
	urn: string;
	/** The owner's name. */
	name: string;
	/** Elements that were read. */
	start?: number;
	trail?: Trail;
}

/** How the list of one owner is read. */
export interface OwnedList<T> {
	/** In the plural, for what couldn't be read of one owner, e.g. `Posts`. */
	what: string;
	/** Without its position in the list. */
	request: (owner: OwnerChoices) => RestliRequest;
	/** Page sizes; if LinkedIn refuses the first one, the next is tried. */
	pageSizes: readonly number[];
	/** Undefined if it doesn't match what was typed. */
	read: (owner: OwnerChoices) => ReadOne<T>;
}

export interface ListChoices<T> {
	entries: T[];
	next?: string;
	notice?: string;
}

/** How many lists are requested at once. */
const SOURCES_AT_ONCE = 3;
/** Someone is waiting. */
const MOST_CALLS = 9;
/** Enough to fill the list of n8n's editor, which only requests more if it can be scrolled. */
const ENTRIES_TO_SCROLL = 20;

/**
 * The next entries of all lists: of three at once, and of three more while there are too few to scroll.
 * @param token of the previous call
 * @param owners of the lists; only requested in the first call
 * @returns the entries without those of owners whose list is refused, with a notice
 * @throws LinkedInError for any other failure, and if all are refused
 */
export async function nextOfSeveral<T>(
	linkedin: LinkedInClient,
	list: OwnedList<T>,
	token: string | undefined,
	owners: () => Promise<OwnerChoices[]>,
): Promise<ListChoices<T>> {
	let queue = token === undefined ? await owners() : (JSON.parse(token) as OwnerChoices[]);
	const found: ListChoices<T> = { entries: [] };
	const refusals: Refusal[] = [];
	let asked = 0;
	for (let calls = 0; queue.length > 0 && calls < MOST_CALLS; calls += SOURCES_AT_ONCE) {
		const pages = await Promise.all(
			queue.slice(0, SOURCES_AT_ONCE).map(async (source) => await readSource(linkedin, list, source)),
		);
		asked += pages.length;
		refusals.push(...pages.flatMap(({ refusal }) => refusal ?? []));
		queue = [...queue.slice(SOURCES_AT_ONCE), ...pages.flatMap(({ next }) => next ?? [])];
		found.entries.push(...pages.flatMap(({ entries }) => entries));
		if (pages.some(({ leadsBack }) => leadsBack)) found.notice = LEADS_BACK;
		if (found.entries.length >= ENTRIES_TO_SCROLL) break;
	}
	if (token === undefined && refusals.length === asked && asked > 0) throw refusals[0].error;
	sayRefusals(linkedin, list.what, refusals);
	return queue.length > 0 ? { ...found, next: JSON.stringify(queue) } : found;
}

/** A page of one list. */
export interface SourcePage<T> {
	entries: T[];
	next?: OwnerChoices;
	leadsBack?: true;
	refusal?: Refusal;
}

/** LinkedIn doesn't show this owner's list. */
export interface Refusal {
	/** Of the owner. */
	name: string;
	error: LinkedInError;
}

/** The log line about owners for which nothing is listed. @param what in the plural */
export function sayRefusals(linkedin: LinkedInClient, what: string, refusals: Refusal[]): void {
	for (const { name, error } of refusals) {
		linkedin.elements.say(`${what} of ${name} could not be listed: ${error.message}.`);
	}
}

/**
 * A page of one owner's list, and where it continues.
 * @returns no entries if the list is refused
 * @throws LinkedInError for any other failure
 */
export async function readSource<T>(
	linkedin: LinkedInClient,
	list: OwnedList<T>,
	source: OwnerChoices,
): Promise<SourcePage<T>> {
	const { start = 0, trail = NEW_TRAIL, urn, name } = source;
	const request = list.request(source);
	const [count, ...smaller] = list.pageSizes;
	const asked = { start, count };
	const result = await linkedin.attempt<unknown>({ ...request, query: { ...request.query, ...asked } });
	if (!result.ok) {
		const { status } = result.error.details;
		// After the last element, some lists return an error instead of an empty page.
		if (start > 0 && (status === 400 || status === 404)) return { entries: [] };
		if (status === 400 && smaller.length > 0) {
			return await readSource(linkedin, { ...list, pageSizes: smaller }, source);
		}
		if (status !== 403 && status !== 404) throw result.error;
		return { entries: [], refusal: { name, error: result.error } };
	}
	const reply = pageReply<unknown>(result.reply.body, `${request.restliMethod} ${request.path}`);
	const isHiding = onlyEmptyEnds(request.path);
	const step = nextStep(reply, asked, trail, { onlyEmptyEnds: isHiding });
	if (step.kind === 'samePage') return step.isWhole ? { entries: [] } : { entries: [], leadsBack: true };
	const entries = linkedin.elements.read(reply.elements, list.read(source), list.what.toLowerCase());
	if (step.kind !== 'more' || !('start' in step.position)) return { entries };
	if (!isHiding && !step.isTold && step.isShort) return { entries };
	return { entries, next: { urn, name, start: step.position.start, trail: step.trail } };
}
