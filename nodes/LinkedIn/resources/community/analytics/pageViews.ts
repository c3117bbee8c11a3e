/** Views and clicks of a page as one flat row (contract §9.9). */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { readEntity } from '../../../transport/readEntity';

const clicks = z.array(z.object({ customButtonType: z.string(), clicks: z.number() }).partial());

const statistics = z.object({
	views: z.record(z.object({ pageViews: z.number(), uniquePageViews: z.number() }).partial()).default({}),
	clicks: z
		.object({ desktopCustomButtonClickCounts: clicks, mobileCustomButtonClickCounts: clicks })
		.partial()
		.optional(),
});

/** Groups of clicks that are lists of buttons; the others are numbers by name, as those on the careers tab. */
const BUTTONS = ['desktopCustomButtonClickCounts', 'mobileCustomButtonClickCounts'];
const CAREERS = ['careersPageClicks', 'mobileCareersPageClicks'];

const groups = z.object({ clicks: z.record(z.unknown()) });
const group = z.record(z.number());

/** Column by LinkedIn's member; what LinkedIn has beside these is in `otherViews`. */
const COLUMNS: Record<string, string> = {
	allPageViews: 'pageViews',
	allDesktopPageViews: 'desktopPageViews',
	allMobilePageViews: 'mobilePageViews',
	overviewPageViews: 'overviewPageViews',
	careersPageViews: 'careersPageViews',
	jobsPageViews: 'jobsPageViews',
	lifeAtPageViews: 'lifeAtPageViews',
};

/**
 * @param given `totalPageStatistics`, or `pageStatistics` of one group of visitors, which has no clicks
 * @returns numbers by column; null where LinkedIn says nothing
 */
export function presentViews(given: unknown): IDataObject {
	const { views, clicks: buttons } = readEntity(statistics, given) ?? statistics.parse({});
	const columns = Object.entries(COLUMNS).map(([member, column]) => [
		column,
		views[member]?.pageViews ?? null,
	]);
	const others = Object.entries(views).filter(([member]) => !Object.hasOwn(COLUMNS, member));
	const { desktopCustomButtonClickCounts: desktop, mobileCustomButtonClickCounts: mobile } = buttons ?? {};
	return {
		...Object.fromEntries(columns),
		uniquePageViews: views.allPageViews?.uniquePageViews ?? null,
		otherViews: Object.fromEntries(others.map(([member, { pageViews }]) => [member, pageViews ?? null])),
		buttonClicks: sum([desktop, mobile].flatMap((some) => (some ? [sumOf(some)] : []))),
		buttons: [...(desktop ?? []).map(rowOf('desktop')), ...(mobile ?? []).map(rowOf('mobile'))],
		...otherClicks(given),
	};
}

/** Clicks that are on no button of the page: on its careers tab, and what LinkedIn may add. */
function otherClicks(given: unknown): IDataObject {
	const all = Object.entries(readEntity(groups, given)?.clicks ?? {}).flatMap(([name, clicks]) => {
		const read = typeof clicks === 'number' ? clicks : readEntity(group, clicks);
		return BUTTONS.includes(name) || read === undefined ? [] : [[name, read] as const];
	});
	const careers = all.filter(([name]) => CAREERS.includes(name));
	return {
		careersClicks: sum(careers.map(([, clicks]) => sumOfGroup(clicks))),
		otherClicks: Object.fromEntries(all),
	};
}

const sumOf = (buttons: Array<{ clicks?: number }>): number =>
	buttons.reduce((total, { clicks: count }) => total + (count ?? 0), 0);

const sumOfGroup = (group: number | Record<string, number>): number =>
	typeof group === 'number' ? group : Object.values(group).reduce((total, count) => total + count, 0);

/** Null of nothing: no group came, which is not the same as no click. */
const sum = (counts: number[]): number | null =>
	counts.length === 0 ? null : counts.reduce((total, count) => total + count, 0);

const rowOf = (device: string) => (button: { customButtonType?: string; clicks?: number }) => ({
	device,
	button: button.customButtonType ?? null,
	clicks: button.clicks ?? 0,
});
