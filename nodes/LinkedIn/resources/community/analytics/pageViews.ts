/** Views and clicks of a page as one flat row (contract §9.9). */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { readEntity } from '../../../transport/readEntity';

const clicks = z.array(z.object({ customButtonType: z.string(), clicks: z.number() }).partial()).default([]);

const statistics = z.object({
	views: z.record(z.object({ pageViews: z.number(), uniquePageViews: z.number() }).partial()).default({}),
	clicks: z
		.object({ desktopCustomButtonClickCounts: clicks, mobileCustomButtonClickCounts: clicks })
		.default({}),
});

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

/** @param given `totalPageStatistics`, or `pageStatistics` of one group of visitors, which has no clicks */
export function presentViews(given: unknown): IDataObject {
	const { views, clicks: buttons } = readEntity(statistics, given) ?? statistics.parse({});
	const columns = Object.entries(COLUMNS).map(([member, column]) => [
		column,
		views[member]?.pageViews ?? null,
	]);
	const others = Object.entries(views).filter(([member]) => !Object.hasOwn(COLUMNS, member));
	const { desktopCustomButtonClickCounts: desktop, mobileCustomButtonClickCounts: mobile } = buttons;
	return {
		...Object.fromEntries(columns),
		uniquePageViews: views.allPageViews?.uniquePageViews ?? null,
		otherViews: Object.fromEntries(others.map(([member, { pageViews }]) => [member, pageViews ?? null])),
		buttonClicks: [...desktop, ...mobile].reduce((sum, button) => sum + (button.clicks ?? 0), 0),
		buttons: [...desktop.map(rowOf('desktop')), ...mobile.map(rowOf('mobile'))],
	};
}

const rowOf = (device: string) => (button: { customButtonType?: string; clicks?: number }) => ({
	device,
	button: button.customButtonType ?? null,
	clicks: button.clicks ?? 0,
});
