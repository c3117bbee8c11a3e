import { elementsOf, fieldsOf, type List } from '../wire';
import { Unsettled, type Session } from '../session';
import { orUnsettled, takes } from './taken';
import type { Point } from '../point';

/** A word that ads and jobs of every month have. */
const WORD = 'keyword=team';
/** Shown in the EU, so that the library shows everything about an ad. */
const COUNTRIES = 'countries=(value:List(urn%3Ali%3Acountry%3ADE))';

const search = (name: string, library: 'ad' | 'job', more: string) => ({
	name,
	restliMethod: 'FINDER' as const,
	path: `/rest/${library}Library?q=criteria&${WORD}&${more}`,
});

const adsOf = async (session: Session) =>
	await session.read(search('ads of a country', 'ad', `${COUNTRIES}&start=0&count=24`));

/** Points that any token settles whose app has the Ad Library product. */
export const LIBRARY_POINTS: Point[] = [
	{
		row: '`countries` of the Ad Library',
		async ask(session) {
			const ads = orUnsettled(await adsOf(session));
			const jobs = await session.read(
				search('jobs of a country', 'job', 'countries=List(urn%3Ali%3Acountry%3Ade)&start=0&count=24'),
			);
			return {
				does: `ads with a record: ${takes(ads)}; jobs with a list: ${takes(jobs)}`,
				fits: ads.status === 200 && jobs.status === 200,
			};
		},
	},
	{
		row: '`payerName` and `sortBy` of the Ad Library',
		async ask(session) {
			const more = 'payerName=a&sortBy=(order:ASCENDING,field:CREATED_TIME)&start=0&count=24';
			const answer = orUnsettled(await session.read(search('ads by payer, oldest first', 'ad', more)));
			return { does: takes(answer), fits: answer.status === 200 };
		},
	},
	{
		row: 'maximum page size of the Ad Library, 24 or 25; short pages',
		async ask(session) {
			const answer = orUnsettled(await session.read(search('25 ads', 'ad', 'start=0&count=25')));
			return { does: `25: ${takes(answer)}`, fits: true };
		},
	},
	{
		row: 'field names of ads and jobs, which differ between sources',
		async ask(session) {
			const answer = orUnsettled(await adsOf(session));
			const ads = elementsOf(answer.body as List<{ details?: object | null }>);
			const names = fieldsOf(ads.flatMap(({ details }) => details ?? []));
			if (names.length === 0) throw new Unsettled('no ad is told with details');
			return { does: names.join(', '), fits: names.includes('advertiser') };
		},
	},
];
