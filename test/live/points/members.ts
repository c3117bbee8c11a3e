import { elementsOf, enc, fieldsOf, totalOf, type List } from '../wire';
import { Unsettled } from '../session';
import type { Point } from '../point';

const DAY_MS = 86_400_000;
const DAYS_ASKED = 120;

/** A day in the form that the analytics of members require. */
function dayOf(ms: number): string {
	const day = new Date(ms);
	return `(day:${day.getUTCDate()},month:${day.getUTCMonth() + 1},year:${day.getUTCFullYear()})`;
}

/** Points that the token's own member settles. */
export const MEMBER_POINTS: Point[] = [
	{
		row: '`locale` as text or as an object',
		async ask(session) {
			const { locale } = await session.readWell<{ locale?: unknown }>({
				name: 'the member over Sign In',
				restliMethod: 'GET',
				path: '/v2/userinfo',
			});
			const isText = typeof locale === 'string';
			const does = isText ? `locale is text, ${locale}` : `locale is ${JSON.stringify(locale)}`;
			return { does, fits: isText || (typeof locale === 'object' && locale !== null) };
		},
	},
	{
		row: 'paging of the analytics of members and videos',
		async ask(session) {
			const today = session.now - (session.now % DAY_MS);
			const list = await session.readWell<List>({
				name: 'impressions of the member by day',
				restliMethod: 'FINDER',
				path: `/rest/memberCreatorPostAnalytics?q=me&queryType=IMPRESSION&aggregation=DAILY&dateRange=(start:${dayOf(today - DAYS_ASKED * DAY_MS)},end:${dayOf(today)})&start=0&count=100`,
			});
			const { length } = elementsOf(list);
			if (length === 0) throw new Unsettled('no impressions are told');
			const { links = [] } = list.paging ?? {};
			const does = `${length} of ${DAYS_ASKED} days on the first page of 100, ${totalOf(list)}, ${links.length > 0 ? 'a' : 'no'} next link`;
			return { does, fits: true };
		},
	},
	{
		row: 'rows of `memberCreatorVideoAnalytics`',
		async ask(session, { given: { memberVideo } }) {
			if (memberVideo === undefined)
				throw new Unsettled('only with --member-video, the URN of a post of yours');
			const entity = memberVideo.startsWith('urn:li:share:') ? 'share' : 'ugc';
			const list = await session.readWell<List<object>>({
				name: 'plays of a video of the member',
				restliMethod: 'FINDER',
				path: `/rest/memberCreatorVideoAnalytics?q=entity&entity=(${entity}:${enc(memberVideo)})&queryType=VIDEO_PLAY&aggregation=TOTAL`,
			});
			const names = fieldsOf(elementsOf(list));
			if (names.length === 0) throw new Unsettled('no plays are told of that post');
			return { does: names.join(', '), fits: names.includes('count') || names.includes('value') };
		},
	},
];
