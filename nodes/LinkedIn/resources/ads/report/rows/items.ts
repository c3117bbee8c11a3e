/** The items of a report. */
import type { IDataObject } from 'n8n-workflow';

import type { Call } from '../../../operation';
import type { Reported } from '../fetchReport';
import { isRounded } from '../period';
import type { ReportRequest } from '../reportRequest';
import { pairUp, type Pair } from './compare';
import type { Row } from './merge';
import { resolveNames } from './names';
import { changesOf, daysOf, numbersOf, pivotValuesOf, presentDays, presentPivots, type Shape } from './rows';

const NO_ROWS =
	"LinkedIn returned no rows: either there was no activity in these days, or you have no role on the ad account. LinkedIn doesn't say which.";
const CUT =
	"This report reached LinkedIn's limit of 15,000 rows: rows are missing, and metrics that LinkedIn leaves out are null instead of 0. Request fewer days or campaigns per item.";
const ROUNDED =
	'LinkedIn keeps daily data for about six months. Where this report begins or ends earlier, it counts whole months.';

/**
 * One item per row, by day; if simplified, an item says so when there are no rows.
 * @param before the rows of the previous period where they are compared
 */
export async function itemsOf(
	call: Call,
	wanted: ReportRequest,
	now: Reported,
	before: Reported | undefined,
	nowMs: number,
): Promise<IDataObject[]> {
	const { period, previous, granularity } = wanted;
	const pairs: Array<Omit<Pair, 'before'> & Partial<Pick<Pair, 'before'>>> =
		before && previous
			? pairUp({ rows: now.rows, period }, { rows: before.rows, period: previous }, granularity)
			: now.rows.map((row) => ({ pivotValues: pivotValuesOf(row), now: { row, ...daysOf(row) } }));
	pairs.sort((a, b) => (a.now.startMs ?? 0) - (b.now.startMs ?? 0));
	const notices = [];
	if (now.isCut || before?.isCut) notices.push(CUT);
	if ([period, previous].some((one) => one && isRounded(one, granularity, nowMs))) notices.push(ROUNDED);
	if (!call.simplify)
		return noticed(
			pairs.map((pair) => raw(pair, before !== undefined)),
			notices,
		);
	if (pairs.length === 0) return [{ rows: 0, notice: [NO_ROWS, ...notices].join(' ') }];

	const accounts = accountsOf(wanted, pairs);
	const shape: Shape = {
		pivots: wanted.pivots,
		metrics: wanted.metrics,
		zeros: !now.isCut && !before?.isCut,
		names: new Map(),
		account: accounts.length === 1 ? accounts[0] : undefined,
	};
	if (wanted.resolveNames) {
		const urns = pairs.flatMap(({ pivotValues }) => pivotValues).filter((value) => value.startsWith('urn:'));
		const { names, problem } = await resolveNames(call.linkedin, urns, accounts);
		shape.names = names;
		if (problem !== undefined) notices.push(`Some names could not be read: ${problem}`);
	}
	return noticed(
		pairs.map((pair) => present(pair, shape)),
		notices,
	);
}

/** Numbers of the ad accounts that the report is about. */
function accountsOf({ accounts, pivots }: ReportRequest, pairs: Array<Pick<Pair, 'pivotValues'>>): string[] {
	const at = pivots.findIndex(({ value }) => value === 'ACCOUNT');
	const found = pairs.flatMap(({ pivotValues }) => /:(\d+)$/.exec(pivotValues[at] ?? '')?.[1] ?? []);
	return [...new Set([...accounts, ...found])];
}

function present(
	{ pivotValues, now, before }: Partial<Pair> & Pick<Pair, 'pivotValues' | 'now'>,
	shape: Shape,
) {
	const numbers = numbersOf(now.row, shape);
	const { named, addressed } = presentPivots(pivotValues, shape);
	const item = { ...named, ...presentDays(now), ...numbers };
	if (!before) return { ...item, ...addressed } as IDataObject;
	const earlier = numbersOf(before.row, shape);
	return {
		...item,
		previous: { ...presentDays(before), ...earlier },
		change: changesOf(numbers, earlier),
		...addressed,
	} as IDataObject;
}

/** LinkedIn's row; null if LinkedIn left it out. */
function raw({ now, before }: Pick<Pair, 'now'> & Partial<Pair>, isCompared: boolean): IDataObject {
	const row = (now.row ?? null) as Row | null;
	const item = row ?? { pivotValues: before?.row?.pivotValues ?? [] };
	return (isCompared ? { ...item, previous: before?.row ?? null } : item) as IDataObject;
}

function noticed(items: IDataObject[], notices: string[]): IDataObject[] {
	if (items.length > 0 && notices.length > 0) items[0] = { ...items[0], notice: notices.join(' ') };
	return items;
}
