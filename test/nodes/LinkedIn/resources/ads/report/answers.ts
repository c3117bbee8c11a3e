/** Days counted from today and LinkedIn's rows, in the shapes of docs.reports. */
import type { Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';

const DAY_MS = 86_400_000;

const dateOf = (daysAgo: number) => new Date((Math.floor(Date.now() / DAY_MS) - daysAgo) * DAY_MS);

/** A day as LinkedIn writes it. */
export function day(daysAgo: number) {
	const date = dateOf(daysAgo);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `${day7}` as text, `${wire7}` as in a dateRange. */
export function days(): Variables {
	return Object.fromEntries(
		[0, 1, 2, 3, 4, 7, 8, 14, 15, 29, 30, 60, 90, 91, 200, 366, 380].map((count) => [
			`day${count}`,
			dateOf(count).toISOString().slice(0, 10),
		]),
	);
}

/** `dateRange` as sent. */
export function wireRange(from: number, to: number): string {
	const write = (count: number) => {
		const { year, month, day: date } = day(count);
		return `(year:${year},month:${month},day:${date})`;
	};
	return `dateRange=(start:${write(from)},end:${write(to)})`;
}

export const range = (from: number, to: number) => ({ start: day(from), end: day(to) });

/** The next matching report is answered with these rows. */
export function answer(simulator: Simulator, elements: unknown[], path = /\/rest\/adAnalytics/): void {
	const body = { paging: { start: 0, count: 10, links: [] }, elements };
	simulator.faults.add({ match: { path }, effect: { status: 200, body } });
}

export const get = (url: string) => ({
	method: 'GET' as const,
	url,
	restliMethod: 'FINDER',
	version: '202609',
});

export const ACME = '507404993';
export const ACME_URN = 'urn%3Ali%3AsponsoredAccount%3A507404993';
export const MANAGER = 'https://www.linkedin.com/campaignmanager/accounts/507404993';
export const DELIVERY = 'impressions,clicks,landingPageClicks,costInLocalCurrency,costInUsd';
export const IDENTITY = 'dateRange,pivotValues';

/** A row of one campaign. */
export const campaignRow = (id: number, more: object, dates = range(30, 1)) => ({
	pivotValues: [`urn:li:sponsoredCampaign:${id}`],
	dateRange: dates,
	...more,
});

/** What an item says about its row's entity. */
export const pivot = (
	key: string,
	{ urn, id, url, name }: { urn: string | null; id: string; url: string | null; name: string | null },
) => ({ [`${key}Name`]: name, [`${key}Id`]: id, [`${key}Urn`]: urn, [`${key}Url`]: url });

export const campaign = (
	id: number,
	name: string | null = null,
	url: string | null = `${MANAGER}/campaigns/${id}`,
) => pivot('campaign', { urn: `urn:li:sponsoredCampaign:${id}`, id: String(id), url, name });

/** What an item says about Acme's ad account. */
export const acmeAccount = (name: string | null = null) =>
	pivot('account', { urn: 'urn:li:sponsoredAccount:507404993', id: ACME, url: MANAGER, name });
