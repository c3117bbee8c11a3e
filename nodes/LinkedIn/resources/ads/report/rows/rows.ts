/** Rows of a report as items. */
import type { IDataObject } from 'n8n-workflow';

import { lookUp } from '../../../../transport/answers/lookUp';
import { campaignManagerUrl, type SponsoredKind } from '../../../../transport/restli/urns/sponsored';
import { organizationUrl, postUrl } from '../../../../transport/restli/urns/url';
import { facetNameOf } from '../../../names/facetNames';
import { calendarDaySchema, dayText } from '../../../values/days';
import { isCount } from '../metrics';
import type { Period } from '../period';
import type { Pivot } from '../pivots';
import type { Row } from './merge';

/** How rows become items. */
export interface Shape {
	pivots: Pivot[];
	metrics: string[];
	/** A missing count is zero: LinkedIn leaves zeros out. */
	zeros: boolean;
	/** By URN. */
	names: Map<string, string>;
	/** The only ad account of the report, for addresses. */
	account?: string;
}

type Numbers = Record<string, unknown>;

/** What identifies a row, in the order of the pivots; numbers as text. */
export function pivotValuesOf({ pivotValues }: Row): string[] {
	return Array.isArray(pivotValues) ? pivotValues.map(textOf) : [];
}

/** Anything other than text or a number is ignored, but its place is kept, as in the pivots. */
function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Days of a row, midnights UTC; undefined where LinkedIn names none. */
export function daysOf({ dateRange }: Row): Partial<Period> {
	const { start, end } = Object(dateRange) as Record<string, unknown>;
	return { startMs: dayOf(start), endMs: dayOf(end) };
}

function dayOf(value: unknown): number | undefined {
	const day = calendarDaySchema.safeParse(value).data;
	return day && Date.UTC(day.year, day.month - 1, day.day);
}

/**
 * Columns of the pivots, such as `campaignName` and `campaignId`, and those for the end of a row, such as
 * `campaignUrl`.
 */
export function presentPivots(
	values: string[],
	{ pivots, names, account }: Shape,
): { named: IDataObject; addressed: IDataObject } {
	const at = pivots.findIndex(({ value }) => value === 'ACCOUNT');
	const owner = idOf(values[at] ?? '') ?? account;
	const named: IDataObject = {};
	const addressed: IDataObject = {};
	for (const [index, { key }] of pivots.entries()) {
		const value = values[index] ?? '';
		const urn = value.startsWith('urn:') ? value : null;
		named[`${key}Name`] = names.get(value) ?? facetNameOf(value) ?? null;
		named[`${key}Id`] = (urn === null ? value : (idOf(value) ?? value)) || null;
		addressed[`${key}Urn`] = urn;
		addressed[`${key}Url`] = urn === null ? null : urlOf(urn, owner);
	}
	return { named, addressed };
}

function idOf(urn: string): string | undefined {
	return /^urn:\w+:\w+:(.+)$/.exec(urn)?.[1];
}

const SPONSORED: Record<string, SponsoredKind> = {
	sponsoredCampaignGroup: 'campaignGroup',
	sponsoredCampaign: 'campaign',
	sponsoredCreative: 'creative',
	llaPartnerConversion: 'conversion',
};

function urlOf(urn: string, owner: string | undefined): string | null {
	const [, type, id] = /^urn:\w+:(\w+):(\d+)$/.exec(urn) ?? [];
	if (type === undefined) return null;
	if (type === 'sponsoredAccount') return campaignManagerUrl(id);
	if (type === 'share' || type === 'ugcPost') return postUrl(urn);
	if (type === 'organization') return organizationUrl(id);
	const kind = lookUp(SPONSORED, type);
	if (kind && owner !== undefined) return campaignManagerUrl(owner, kind, id);
	return null;
}

/** First and last day as text. */
export function presentDays({ startMs, endMs }: Partial<Period>): {
	start: string | null;
	end: string | null;
} {
	return {
		start: startMs === undefined ? null : dayText(startMs),
		end: endMs === undefined ? null : dayText(endMs),
	};
}

/** Metrics by name as numbers, and the ratios derived from them. @param row undefined for one that LinkedIn left out */
export function numbersOf(row: Row | undefined, { metrics, zeros }: Shape): Numbers {
	const numbers: Numbers = {};
	for (const metric of metrics) {
		numbers[metric] = numberOf(lookUp(row ?? {}, metric)) ?? (zeros && isCount(metric) ? 0 : null);
	}
	for (const [name, { of, by, times }] of RATIOS) {
		if (metrics.includes(of) && metrics.includes(by)) {
			numbers[name] = ratio(numbers[of], numbers[by], times);
		}
	}
	return numbers;
}

/** Money comes as text; averages of reach as records, which stay unchanged. */
function numberOf(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}

const RATIOS = Object.entries({
	ctr: { of: 'clicks', by: 'impressions', times: 1 },
	cpc: { of: 'costInLocalCurrency', by: 'clicks', times: 1 },
	cpm: { of: 'costInLocalCurrency', by: 'impressions', times: 1000 },
});

const MILLION = 1_000_000;

/** To 6 decimals: further digits are rounding errors. */
function rounded(rate: number): number {
	return Math.round(rate * MILLION) / MILLION;
}

/** Null if the divisor is zero. */
function ratio(of: unknown, by: unknown, times: number): number | null {
	return typeof of === 'number' && typeof by === 'number' && by !== 0 ? rounded((of / by) * times) : null;
}

/** The change of each metric as a fraction: 0.25 is 25% more; null if it was zero before. */
export function changesOf(now: Numbers, before: Numbers): IDataObject {
	return Object.fromEntries(
		Object.entries(now).map(([name, value]) => {
			const earlier = lookUp(before, name);
			const isPair = typeof value === 'number' && typeof earlier === 'number' && earlier !== 0;
			return [name, isPair ? rounded((value - earlier) / earlier) : null];
		}),
	);
}
