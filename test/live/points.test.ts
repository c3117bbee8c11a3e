import { startAtNow } from '../simulator/wire';
import { unconfirmed } from './behavior';
import { POINTS } from './points';
import { NOT_ASKED } from './points/notAsked';
import { ask, type Row } from './run';
import { fillWorld } from './world';
import type { Simulator } from '../simulator';
import type { Given } from './found';
import type { SessionOptions } from './session';

let simulator: Simulator;
let options: SessionOptions;
let given: Given;
beforeEach(async () => {
	simulator = await startAtNow();
	const world = fillWorld(simulator);
	options = { ...world.options, version: '202609' };
	given = world.given;
});
afterEach(async () => simulator.close());

const rowOf = (rows: Row[], point: string) => rows.find((row) => row.point.includes(point));

/** Replaces the simulator's answer to all calls of a path. */
const answering = (path: RegExp, status: number, body: unknown) => () =>
	simulator.faults.add({ match: { path }, times: Infinity, effect: { status, body } });

/** Point, how LinkedIn is made to answer, what the table then says, and whether it was assumed. */
const FORMS: Array<[point: string, form: string, set: () => void, does: string, verdict: Row['verdict']]> = [
	['202608 and 202609', 'both live', () => undefined, '202608 lives, 202609 lives', 'as assumed'],
	[
		'202608 and 202609',
		'one has ended',
		() => simulator.state.versions.end('202608'),
		'202608 is gone, 202609 lives',
		'DIFFERS',
	],
	['batch answers without', 'with them', () => undefined, 'statuses of 3 of 3 results', 'as assumed'],
	[
		'order and maximum page size of comment lists',
		'newest first, with total',
		() => undefined,
		'newest first; asked for 100, the count is 100; total 3',
		'as assumed',
	],
	[
		'order and maximum page size of comment lists',
		'oldest first, without, ten at most',
		() =>
			Object.assign(simulator.state, {
				commentOrder: 'oldestFirst',
				commentTotals: false,
				listManners: [{ path: /comments/, countAtMost: 10 }],
			}),
		'oldest first; asked for 100, the count is 10; no total',
		'as assumed',
	],
	['404 for a post without comments', '200', () => undefined, '200 with an empty list', 'as assumed'],
	[
		'page size of reactions',
		'100',
		() => undefined,
		'asked for 100: reactions count 100, ugcPosts count 100',
		'as assumed',
	],
	[
		'page size of reactions',
		'50',
		answering(/reactions/, 400, { status: 400, message: 'count is at most 50' }),
		'asked for 100: reactions 400 count is at most 50, ugcPosts count 100',
		'DIFFERS',
	],
	['how many ids a batch accepts', 'more', () => undefined, '101 ids are taken', 'as assumed'],
	[
		'how many ids a batch accepts',
		'fewer',
		answering(/rest\/organizations\?/, 400, { status: 400, message: 'Too many ids' }),
		'101 ids: 400 Too many ids',
		'as assumed',
	],
	['how many posts a statistics call accepts', 'some', () => undefined, '3 posts: taken', 'as assumed'],
	['`locale`', 'text', () => undefined, 'locale is text, en-US', 'as assumed'],
	[
		'`locale`',
		'an object',
		answering(/userinfo/, 200, { sub: 'x', locale: { country: 'US', language: 'en' } }),
		'locale is {"country":"US","language":"en"}',
		'as assumed',
	],
	[
		'paging of the analytics',
		'total',
		() => undefined,
		'2 of 120 days on the first page of 100, total 2, no next link',
		'as assumed',
	],
	[
		'paging of the analytics',
		'the tier has none',
		answering(/memberCreatorPostAnalytics/, 404, { status: 404, message: 'No virtual resource found' }),
		'impressions of the member by day: 404 No virtual resource found',
		'not settled',
	],
	[
		'rows of `memberCreatorVideoAnalytics`',
		'count',
		() => undefined,
		'count, metricType, targetEntity',
		'as assumed',
	],
	['page size of leads', '100', () => undefined, 'asked for 100: forms taken, leads taken', 'as assumed'],
	[
		'page size of leads',
		'ten',
		() => Object.assign(simulator.state, { leadPageMax: 10 }),
		"asked for 100: forms taken, leads 400 INVALID_VALUE_FOR_FIELD count can't be set to 100",
		'as assumed',
	],
	[
		'order of leads',
		'ten at most',
		() => Object.assign(simulator.state, { leadPageMax: 10 }),
		'newest first; 2 shown, total 2',
		'as assumed',
	],
	['possible states of lead forms', 'published', () => undefined, 'PUBLISHED', 'as assumed'],
	['order of leads', 'newest first', () => undefined, 'newest first; 2 shown, total 2', 'as assumed'],
	[
		'order of leads',
		'oldest first, without total',
		() =>
			Object.assign(simulator.state, {
				leadOrder: 'oldestFirst',
				listManners: [{ path: /leadFormResponses/, total: 'none' }],
			}),
		'oldest first; 2 shown, no total',
		'as assumed',
	],
	['`total` of leads', 'the same', () => undefined, '2 shown, total 2', 'as assumed'],
	[
		'`total` of leads',
		'one is hidden',
		() =>
			Object.assign(simulator.state, {
				listManners: [{ path: /leadFormResponses/, hides: (at: number) => at === 0 }],
			}),
		'1 shown, total 2',
		'as assumed',
	],
	['time range of leads', 'start', () => undefined, 'the start is in, the end is out', 'as assumed'],
	[
		'time range of leads',
		'neither',
		() => Object.assign(simulator.state, { leadRangeIncludes: 'neither' }),
		'the start is out, the end is out',
		'as assumed',
	],
	['error format', 'plain', () => undefined, '400 with code, message, status', 'as assumed'],
	['URN of a facet', 'adTargetingFacetUrn', () => undefined, 'adTargetingFacetUrn', 'as assumed'],
	[
		'URN of a facet',
		'$URN',
		() => Object.assign(simulator.state, { targetingFacetKey: '$URN' }),
		'$URN',
		'as assumed',
	],
	[
		'`queryVersion`',
		'needed',
		() => undefined,
		'with it facetUrn, name, urn; without 400 Invalid param. Please see errorDetails for more information.',
		'as assumed',
	],
	[
		'parameters that `adBudgetPricing` requires',
		'taken',
		() => undefined,
		'taken; bidLimits, dailyBudgetLimits, suggestedBid',
		'as assumed',
	],
	['`account` of attributedRevenueMetrics', 'one URN', () => undefined, 'one URN: taken', 'as assumed'],
	[
		'`account` of attributedRevenueMetrics',
		'a list',
		answering(/account=urn.*attributed|attributed.*account=urn/, 400, { status: 400, message: 'No list' }),
		'one URN: 400 No list; a list: taken',
		'as assumed',
	],
	['page size of users', '100', () => undefined, 'asked for 100: users taken, audiences taken', 'as assumed'],
];

it.each(FORMS)('%s: %s', async (point, _form, set, does, verdict) => {
	set();
	const { rows } = await ask(options, given);
	expect(rowOf(rows, point)).toMatchObject({ does, verdict });
});

it('each row of the table is asked, or has a reason why reading cannot settle it', () => {
	const rows = [...unconfirmed().keys()].sort();
	expect([...POINTS.map(({ row }) => row), ...Object.keys(NOT_ASKED)].sort()).toEqual(rows);
});
