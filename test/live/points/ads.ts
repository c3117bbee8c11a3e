import { elementsOf, enc, fieldsOf, totalOf, valuesOf, type List } from '../wire';
import { refusalOf, Unsettled, type LiveAnswer, type Reading } from '../session';
import { orderOf } from './order';
import type { Found } from '../found';
import type { Point } from '../point';

const DAY_MS = 86_400_000;
const QUARTER_DAYS = 90;
/** Everybody in the United States. */
const TARGETING =
	'targetingCriteria=(include:(and:List((or:(urn%3Ali%3AadTargetingFacet%3Alocations:List(urn%3Ali%3Ageo%3A103644278))))))';

/** The same objectives as older and newer pages spell them (contract ads §3). */
const OBJECTIVES =
	/^(BRAND_AWARENESS|ENGAGEMENT|JOB_APPLICANTS?|LEAD_GENERATION|TALENT_LEADS?|VIDEO_VIEWS?|WEBSITE_CONVERSIONS?|WEBSITE_VISITS?|WEBSITE_TRAFFIC|CREATIVE_ENGAGEMENT|JOB_APPLICATION)$/;

/** 403 and 404 say that the token has no right to it, and nothing of the point. */
function orUnsettled(answer: LiveAnswer): LiveAnswer {
	if (answer.status === 403 || answer.status === 404) throw new Unsettled(refusalOf(answer));
	return answer;
}

const takes = (answer: LiveAnswer) => (answer.status === 200 ? 'taken' : refusalOf(answer));

/** A day as reports want it. */
function dayOf(ms: number): string {
	const day = new Date(ms);
	return `(year:${day.getUTCFullYear()},month:${day.getUTCMonth() + 1},day:${day.getUTCDate()})`;
}

/** LinkedIn's pages key creatives by URN; what their number gives is open. */
async function creativeByNumber(found: Found): Promise<Reading> {
	const urn = await found.creative();
	return {
		name: 'a creative by number',
		restliMethod: 'GET',
		path: `/rest/adAccounts/${await found.account()}/creatives/${urn.slice(urn.lastIndexOf(':') + 1)}`,
	};
}

/** Points that an ad account tells. */
export const ADS_POINTS: Point[] = [
	{
		row: 'objective in the singular or plural',
		async ask(_session, found) {
			const seen = valuesOf(await found.campaigns(), 'objectiveType').sort();
			if (seen.length === 0) throw new Unsettled('no campaign has an objective');
			return { does: seen.join(', '), fits: seen.every((one) => OBJECTIVES.test(one)) };
		},
	},
	{
		row: 'accounts by id in one call',
		async ask(session, found) {
			const answer = await session.read({
				name: 'ad accounts by number',
				restliMethod: 'BATCH_GET',
				path: `/rest/adAccounts?ids=List(${await found.account()})`,
			});
			return { does: `BATCH_GET: ${takes(answer)}`, fits: true };
		},
	},
	{
		row: 'key of a creative',
		async ask(session, found) {
			const urn = await found.creative();
			const path = `/rest/adAccounts/${await found.account()}/creatives/`;
			const byUrn = await session.read({
				name: 'a creative by URN',
				restliMethod: 'GET',
				path: path + enc(urn),
			});
			const byNumber = await session.read(await creativeByNumber(found));
			return { does: `URN: ${takes(byUrn)}; number: ${takes(byNumber)}`, fits: byUrn.status === 200 };
		},
	},
	{
		row: 'error schema of creatives and conversions',
		async ask(session, found) {
			const answer = await session.read(await creativeByNumber(found));
			if (answer.status < 400) throw new Unsettled('nothing was refused');
			const names = fieldsOf([Object(answer.body) as object]);
			return { does: `${answer.status} with ${names.join(', ')}`, fits: names.includes('message') };
		},
	},
	{
		row: 'URN of a facet under `adTargetingFacetUrn` or `$URN`',
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
		row: '`adBudgetPricing`',
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
		row: 'largest page of users and audiences',
		async ask(session, found) {
			const account = enc(`urn:li:sponsoredAccount:${await found.account()}`);
			const users = await session.read({
				name: 'users of an account',
				restliMethod: 'FINDER',
				path: `/rest/adAccountUsers?q=accounts&accounts=${account}&start=0&count=100`,
			});
			const audiences = await session.read({
				name: 'audiences of an account',
				restliMethod: 'FINDER',
				path: `/rest/dmpSegments?q=account&account=${account}&start=0&count=100`,
			});
			return {
				does: `asked for 100: users ${takes(users)}, audiences ${takes(audiences)}`,
				fits: [users, audiences].every(({ status }) => [200, 403, 404].includes(status)),
			};
		},
	},
];

/** Points that leads tell. */
export const LEAD_POINTS: Point[] = [
	{
		row: 'largest page of leads and forms',
		async ask(session, found) {
			const forms = await session.read({
				name: 'lead forms of an account',
				restliMethod: 'FINDER',
				path: `/rest/leadForms?q=owner&${await found.leadOwner()}&start=0&count=100`,
			});
			const leads = await session.read({
				name: '100 leads of an account',
				restliMethod: 'FINDER',
				path: `/rest/leadFormResponses?q=owner&${await found.leadOwner()}&leadType=(leadType:SPONSORED)&start=0&count=100`,
			});
			[forms, leads].map(orUnsettled);
			return {
				does: `asked for 100: forms ${takes(forms)}, leads ${takes(leads)}`,
				fits: [forms, leads].every(({ status }) => [200, 400].includes(status)),
			};
		},
	},
	{
		row: 'states of lead forms',
		async ask(session, found) {
			const list = await session.readWell<List<object>>({
				name: 'lead forms of an account',
				restliMethod: 'FINDER',
				path: `/rest/leadForms?q=owner&${await found.leadOwner()}&start=0&count=100`,
			});
			const states = valuesOf(elementsOf(list), 'state').sort();
			if (states.length === 0) throw new Unsettled('the account has no lead form');
			return { does: states.join(', '), fits: true };
		},
	},
	{
		row: 'order of leads; `total` absent, -1 or wrong',
		async ask(_session, found) {
			const list = await found.leads();
			const times = elementsOf(list).flatMap(({ submittedAt }) => submittedAt ?? []);
			return { does: `${orderOf(times)}; ${times.length} shown, ${totalOf(list)}`, fits: true };
		},
	},
	{
		row: '`total` of leads higher than what is shown',
		async ask(_session, found) {
			const list = await found.leads();
			const shown = elementsOf(list).length;
			const { total, count = 0 } = list.paging ?? {};
			if (total === undefined || shown >= count) throw new Unsettled('more leads than one page, or no total');
			return { does: `${shown} shown, total ${total}`, fits: true };
		},
	},
	{
		row: 'ends of the time range of leads',
		async ask(session, found) {
			const [lead] = elementsOf(await found.leads());
			if (lead?.submittedAt === undefined) throw new Unsettled('the account has no lead');
			const at = lead.submittedAt;
			const holds = async (what: string, start: number, end: number) => {
				const list = await session.readWell<List<{ submittedAt?: number }>>({
					name: `leads of a moment, ${what}`,
					restliMethod: 'FINDER',
					path: `/rest/leadFormResponses?q=owner&${await found.leadOwner()}&leadType=(leadType:SPONSORED)&submittedAtTimeRange=(start:${start},end:${end})&start=0&count=100`,
				});
				return elementsOf(list).some(({ submittedAt }) => submittedAt === at);
			};
			const start = await holds('its start', at, at + 1);
			const end = await holds('its end', at - 1, at);
			return { does: `the start is ${start ? 'in' : 'out'}, the end is ${end ? 'in' : 'out'}`, fits: true };
		},
	},
];
