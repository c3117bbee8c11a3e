import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { readEntity } from '../../../transport/answers/readEntity';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { needElements, needPagedElements } from '../../statistics';
import { countOf } from '../../values/counts';
import { calendarDaySchema, calendarText, untilToday } from '../../values/days';
import {
	byStart,
	dateRange,
	datesWhenSplit,
	granularityField,
	splitRangeOf,
	statisticsGranularity,
} from './dates/dateSplit';
import { growthOf, ofMember } from './metrics/metrics';

const SPLITS = ['TOTAL', 'DAY'];

const followers = z
	.object({
		dateRange: z.object({ start: calendarDaySchema, end: calendarDaySchema }).partial(),
	})
	.partial();

export const getMemberFollowers = operation({
	value: 'getMemberFollowers',
	name: 'Get My Followers',
	action: 'Get the number of my followers',
	description: 'Get your number of followers, or the new followers per day',
	docs: DOCS.memberFollowers,
	access: 'read',
	scopes: { any: ['r_member_profileAnalytics'] },
	routing: { restliMethod: 'FINDER', path: '/rest/memberFollowersCount' },
	fields: [granularityField(SPLITS), ...datesWhenSplit],
	async execute(call) {
		const isDaily = statisticsGranularity(call, SPLITS) === 'DAY';
		const now = Date.now();
		const query = isDaily
			? { q: 'dateRange', dateRange: dateRange(splitRangeOf(call, untilToday(now), now)) }
			: { q: 'me' };
		const elements = await ofMember(
			call,
			async () =>
				await (isDaily ? needPagedElements : needElements)(call.linkedin, { ...call.routing, query }),
		);
		const { identity } = call.linkedin.connection;
		const keys = { urn: identity ? `urn:li:person:${identity.sub}` : null };
		return elements
			.map((element) => {
				const number = (isDaily ? growthOf : countOf)(element.memberFollowersCount);
				const days = readEntity(followers, element)?.dateRange;
				const start = days?.start ? calendarText(days.start) : null;
				const end = days?.end ? calendarText(days.end) : null;
				return {
					element,
					row: {
						...keys,
						start,
						end,
						followers: isDaily ? null : number,
						newFollowers: isDaily ? number : null,
					},
				};
			})
			.sort((a, b) => byStart(a.row, b.row))
			.map(({ element, row }) => (call.simplify ? row : { ...(element as IDataObject), ...keys }));
	},
});
