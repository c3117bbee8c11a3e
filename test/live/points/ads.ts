import { elementsOf, enc, fieldsOf, type List } from '../wire';
import { refusalOf, Unsettled, type LiveAnswer, type Reading } from '../session';
import { orUnsettled, takes } from './taken';
import type { Found } from '../found';
import type { Point } from '../point';

const DAY_MS = 86_400_000;
const QUARTER_DAYS = 90;
/** Everybody in the United States. */
const TARGETING =
	'targetingCriteria=(include:(and:List((or:(urn%3Ali%3AadTargetingFacet%3Alocations:List(urn%3Ali%3Ageo%3A103644278))))))';

/** A day in the form that reports require. */
function dayOf(ms: number): string {
	const day = new Date(ms);
	return `(year:${day.getUTCFullYear()},month:${day.getUTCMonth() + 1},day:${day.getUTCDate()})`;
}

/** LinkedIn's pages key creatives by URN; the result for their number is open. */
async function creativeByNumber(found: Found): Promise<Reading> {
	const urn = await found.creative();
	return {
		name: 'a creative by number',
		restliMethod: 'GET',
		path: `/rest/adAccounts/${await found.account()}/creatives/${urn.slice(urn.lastIndexOf(':') + 1)}`,
	};
}

/** Points that an ad account settles. */
export const ADS_POINTS: Point[] = [
	{
		row: 'error format of creatives and conversions',
		async ask(session, found) {
			const answer = await session.read(await creativeByNumber(found));
			if (answer.status < 400) throw new Unsettled('nothing was refused');
			const names = fieldsOf([Object(answer.body) as object]);
			return { does: `${answer.status} with ${names.join(', ')}`, fits: names.includes('message') };
		},
	},
	{
		row: 'whether the URN of a facet is under `adTargetingFacetUrn` or `$URN`',
		async ask(session) {
			const list = await session.readWell<List<object>>({
				name: 'targeting facets',
				restliMethod: 'GET_ALL',
				path: '/rest/adTargetingFacets',
			});
			const names = fieldsOf(elementsOf(list)).filter((name) => /urn/i.test(name));
			return {
				does: names.join(', ') || 'no name of a URN',
				fits: ['adTargetingFacetUrn', '$URN'].some((name) => names.includes(name)),
			};
		},
	},
	{
		row: '`queryVersion` of the facet finder',
		async ask(session) {
			const facet = 'q=adTargetingFacet&facet=urn%3Ali%3AadTargetingFacet%3Aseniorities';
			const list = async (what: string, more: string) =>
				orUnsettled(
					await session.read({
						name: `seniorities ${what}`,
						restliMethod: 'FINDER',
						path: `/rest/adTargetingEntities?${facet}${more}`,
					}),
				);
			const told = (answer: LiveAnswer) =>
				answer.status === 200
					? fieldsOf(elementsOf(answer.body as List<object>)).join(', ')
					: refusalOf(answer);
			const named = await list('with queryVersion', '&queryVersion=QUERY_USES_URNS');
			const unnamed = await list('without queryVersion', '');
			return {
				does: `with it ${told(named)}; without ${told(unnamed)}`,
				fits: named.status === 200 && told(named).split(', ').includes('urn'),
			};
		},
	},
	{
		row: 'parameters that `adBudgetPricing` requires',
		async ask(session, found) {
			const account = enc(`urn:li:sponsoredAccount:${await found.account()}`);
			const list = await session.readWell<List<object>>({
				name: 'prices',
				restliMethod: 'FINDER',
				path: `/rest/adBudgetPricing?q=criteriaV2&account=${account}&bidType=CPM&campaignType=SPONSORED_UPDATES&matchType=EXACT&${TARGETING}`,
			});
			const names = fieldsOf(elementsOf(list));
			return { does: `taken; ${names.join(', ')}`, fits: names.includes('suggestedBid') };
		},
	},
	{
		row: '`account` of attributedRevenueMetrics',
		async ask(session, found) {
			const account = enc(`urn:li:sponsoredAccount:${await found.account()}`);
			const days = `(start:${dayOf(session.now - QUARTER_DAYS * DAY_MS)},end:${dayOf(session.now - DAY_MS)})`;
			const revenue = async (what: string, value: string) =>
				orUnsettled(
					await session.read({
						name: `attributed revenue of ${what}`,
						restliMethod: 'FINDER',
						path: `/rest/adAnalytics?q=attributedRevenueMetrics&pivots=List(CAMPAIGN)&account=${value}&dateRange=${days}&fields=revenueAttributionMetrics,dateRange,pivotValues`,
					}),
				);
			const one = await revenue('one account', account);
			if (one.status === 200) return { does: 'one URN: taken', fits: true };
			const list = await revenue('a list of accounts', `List(${account})`);
			return { does: `one URN: ${takes(one)}; a list: ${takes(list)}`, fits: list.status === 200 };
		},
	},
	{
		row: 'maximum page size of users and audiences',
		async ask(session, found) {
			const account = enc(`urn:li:sponsoredAccount:${await found.account()}`);
			const users = await session.read({
				name: 'users of an account',
				restliMethod: 'FINDER',
				path: `/rest/adAccountUsers?q=accounts&accounts=${account}&start=0&count=100`,
			});
			const audiences = await session.read(await audiencesOf(found));
			return {
				does: `asked for 100: users ${takes(users)}, audiences ${takes(audiences)}`,
				fits: [users, audiences].every(({ status }) => [200, 403, 404].includes(status)),
			};
		},
	},
	{
		row: 'whether `status` and `created` are on the audience or on its destination',
		async ask(session, found) {
			const audiences = elementsOf(
				await session.readWell<List<{ destinations?: unknown }>>(await audiencesOf(found)),
			);
			const destinations = audiences.flatMap((one) =>
				elementsOf({ elements: one.destinations as Array<object | null> }),
			);
			if (destinations.length === 0) throw new Unsettled('the account has no audience');
			const told = (elements: object[]) =>
				fieldsOf(elements)
					.filter((name) => ['created', 'status'].includes(name))
					.join(', ') || 'neither';
			const all = `${told(audiences)} ${told(destinations)}`;
			return {
				does: `at the audience ${told(audiences)}; at its destination ${told(destinations)}`,
				fits: all.includes('status') && all.includes('created'),
			};
		},
	},
];

/** The audiences of an account, as named in a list. */
async function audiencesOf(found: Found): Promise<Reading> {
	const account = enc(`urn:li:sponsoredAccount:${await found.account()}`);
	return {
		name: 'audiences of an account',
		restliMethod: 'FINDER',
		path: `/rest/dmpSegments?q=account&account=${account}&start=0&count=100`,
	};
}
