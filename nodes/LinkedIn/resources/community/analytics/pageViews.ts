/** Views and clicks of a page as one flat row (contract §9.9). */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { count } from './elements';

const view = z
	.object({ pageViews: count, uniquePageViews: count })
	.catch({ pageViews: null, uniquePageViews: null });

const clicks = z
	.array(z.object({ customButtonType: z.string().nullable().catch(null), clicks: z.number().catch(0) }))
	.catch([]);

const statistics = z.object({
	views: z.record(view).catch({}),
	clicks: z
		.object({ desktopCustomButtonClickCounts: clicks, mobileCustomButtonClickCounts: clicks })
		.catch({ desktopCustomButtonClickCounts: [], mobileCustomButtonClickCounts: [] }),
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
	const { views, clicks: buttons } = statistics
		.catch({
			views: {},
			clicks: { desktopCustomButtonClickCounts: [], mobileCustomButtonClickCounts: [] },
		})
		.parse(given);
	const columns = Object.entries(COLUMNS).map(([member, column]) => [
		column,
		views[member]?.pageViews ?? null,
	]);
	const others = Object.entries(views).filter(([member]) => !(member in COLUMNS));
	const { desktopCustomButtonClickCounts: desktop, mobileCustomButtonClickCounts: mobile } = buttons;
	return {
		...Object.fromEntries(columns),
		uniquePageViews: views.allPageViews?.uniquePageViews ?? null,
		otherViews: Object.fromEntries(others.map(([member, { pageViews }]) => [member, pageViews])),
		buttonClicks: [...desktop, ...mobile].reduce((sum, button) => sum + button.clicks, 0),
		buttons: [
			...desktop.map((button) => ({
				device: 'desktop',
				button: button.customButtonType,
				clicks: button.clicks,
			})),
			...mobile.map((button) => ({
				device: 'mobile',
				button: button.customButtonType,
				clicks: button.clicks,
			})),
		],
	};
}
