/** Views and clicks of a page as one flat row (docs.pageStatistics). */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isEntity, readEntity, type Entity } from '../../../../transport/answers/readEntity';
import { countOf, sumOf } from '../../../values/counts';

const statistics = z.object({
	views: z.record(z.object({ pageViews: z.unknown(), uniquePageViews: z.unknown() }).partial()).default({}),
	clicks: z.record(z.unknown()).default({}),
});

/** Groups of clicks that are lists of buttons; the others are numbers by name, such as those on the careers tab. */
const BUTTONS = [
	{ member: 'desktopCustomButtonClickCounts', device: 'desktop' },
	{ member: 'mobileCustomButtonClickCounts', device: 'mobile' },
];
const CAREERS = ['careersPageClicks', 'mobileCareersPageClicks'];

/** Column by LinkedIn's member; all others are in `otherViews`. */
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
 * @returns numbers by column; null if LinkedIn doesn't send one
 */
export function presentViews(given: unknown): IDataObject {
	const { views, clicks } = readEntity(statistics, given) ?? statistics.parse({});
	const columns = Object.entries(COLUMNS).map(([member, column]) => [
		column,
		countOf(views[member]?.pageViews),
	]);
	const others = Object.entries(views).filter(([member]) => !Object.hasOwn(COLUMNS, member));
	const buttons = BUTTONS.flatMap(({ member, device }) => buttonsOf(clicks[member], device));
	return {
		...Object.fromEntries(columns),
		uniquePageViews: countOf(views.allPageViews?.uniquePageViews),
		otherViews: Object.fromEntries(others.map(([member, { pageViews }]) => [member, countOf(pageViews)])),
		buttonClicks: sumOfGroups(buttons.map(({ total }) => total)),
		buttons: buttons.flatMap(({ rows }) => rows),
		...otherClicks(clicks),
	};
}

/** Null if there is no group, which is not the same as no click. */
function sumOfGroups(counts: Array<number | null>): number | null {
	return counts.length === 0 ? null : sumOf(counts);
}

/** The buttons of one device; none if LinkedIn sends none. */
function buttonsOf(given: unknown, device: string): Array<{ rows: IDataObject[]; total: number | null }> {
	if (given === undefined || given === null) return [];
	const entries = Array.isArray(given) ? (given as unknown[]) : [given];
	const counts = entries.map((entry) => (isEntity(entry) ? countOf(entry.clicks) : null));
	const rows = entries.filter(isEntity).map(({ customButtonType: type, clicks }) => ({
		device,
		button: typeof type === 'string' ? type : null,
		clicks: countOf(clicks),
	}));
	return [{ rows, total: sumOf(counts) }];
}

/** A number, or numbers by name. */
type Group = number | null | Record<string, number | null>;

/** Clicks outside the buttons of the page: on its careers tab, and others that LinkedIn may add. */
function otherClicks(clicks: Entity): IDataObject {
	const all = Object.entries(clicks).flatMap(([name, given]) => {
		const group = BUTTONS.some(({ member }) => member === name) ? undefined : groupOf(given);
		return group === undefined ? [] : [[name, group] as const];
	});
	const careers = all.filter(([name]) => CAREERS.includes(name));
	return {
		careersClicks: sumOfGroups(careers.map(([, group]) => sumOfGroup(group))),
		otherClicks: Object.fromEntries(all),
	};
}

/** Undefined if LinkedIn doesn't send a number, as in an empty group; null also counts as absent in a group. */
function groupOf(given: unknown): Group | undefined {
	if (given === undefined || given === null) return undefined;
	if (!isEntity(given)) return countOf(given);
	const said = Object.entries(given).filter(([, value]) => value !== null);
	if (said.length === 0) return undefined;
	return Object.fromEntries(said.map(([name, value]) => [name, countOf(value)]));
}

function sumOfGroup(group: Group): number | null {
	return typeof group === 'number' || group === null ? group : sumOf(Object.values(group));
}
