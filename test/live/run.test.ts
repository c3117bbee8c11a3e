import { startSimulator, type Simulator } from '../simulator';
import { ask, compare, type Row } from './run';
import { pointsTable, shapesTable } from './print';
import { POINTS } from './points';
import { fillWorld } from './world';
import { startAtNow } from '../simulator/wire';
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

/** Points that write, on a page's post, and remove it again. */
it.each<[string, () => void, string, Row['verdict']]>([
	['editing a comment', () => undefined, '200 with the comment', 'as assumed'],
	['second reaction', () => undefined, '409 CONFLICT', 'as assumed'],
	[
		'editing a comment',
		() =>
			simulator.faults.add({
				match: { path: /comments\/\d+\?actor/, method: 'POST' },
				effect: { status: 400, body: { status: 400, message: 'No edits' } },
			}),
		'400 No edits',
		'DIFFERS',
	],
])('%s is written where that is allowed, and taken back', async (point, set, does, verdict) => {
	set();
	const { rows } = await ask({ ...options, mayWrite: true }, given);
	expect(rowOf(rows, point)).toMatchObject({ does: expect.stringContaining(does), verdict });
	const activity = simulator.state.findPost(given.writeTo ?? '')?.activity ?? '';
	expect(simulator.state.reactions.of(activity)).toHaveLength(1);
	expect(simulator.state.comments()).toHaveLength(3);
});

it('says what it could not take back', async () => {
	answering(/comments\/\d+\?actor/, 500, { status: 500, message: 'Down' })();
	const { rows } = await ask({ ...options, mayWrite: true }, given);
	expect(rowOf(rows, 'editing a comment')).toMatchObject({
		does: 'TAKE IT BACK YOURSELF, a comment made: 500 Down',
		verdict: 'not settled',
	});
});

it('only reads, unless told otherwise, and never more than 40 times', async () => {
	const { rows, session } = await ask(options, given);
	expect(new Set(simulator.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
	expect(session.spent).toBe(simulator.requests.length);
	expect(session.spent).toBeLessThanOrEqual(40);
	expect(rows.filter(({ verdict }) => verdict === 'not settled').map(({ does }) => does)).toEqual([
		'only with --write-to',
		'only with --write-to',
	]);
});

it('asks no more than it may, and says so', async () => {
	const { rows, session } = await ask({ ...options, calls: 5, mayWrite: true }, given);
	expect([session.spent, simulator.requests.length]).toEqual([5, 5]);
	expect(rowOf(rows, 'second reaction')?.does).toBe('fewer than 3 of the 5 calls are left');
	expect(rowOf(rows, 'parameters that `adBudgetPricing` requires')?.does).toBe('the 5 calls are spent');
	expect(simulator.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
});

it('ends at a 429, with what was found before', async () => {
	simulator.faults.add({
		match: { path: /v2\/userinfo/ },
		effect: { status: 429, body: { status: 429, message: 'Resource level throttle APPLICATION DAY limit' } },
	});
	const { rows } = await ask(options, given);
	const closed = 'LinkedIn takes no more calls: 429 Resource level throttle APPLICATION DAY limit';
	expect(rowOf(rows, '`locale`')?.does).toBe(closed);
	expect(rowOf(rows, 'parameters that `adBudgetPricing` requires')?.does).toBe(closed);
	expect(rowOf(rows, '202608 and 202609')?.verdict).toBe('as assumed');
	expect(simulator.requests[simulator.requests.length - 1].url).toBe('/v2/userinfo');
});

it('is refused as a whole where the token is none', async () => {
	await expect(ask({ ...options, token: 'no-token' }, given)).rejects.toThrow(
		'LinkedIn takes no more calls: 401 INVALID_ACCESS_TOKEN Invalid access token',
	);
	expect(simulator.requests).toHaveLength(1);
});

it('names what a token does not reach', async () => {
	const { accessToken: token } = simulator.issueToken({
		member: 'bob',
		scopes: ['rw_organization_admin'],
		app: 'live',
	});
	const { rows } = await ask({ ...options, token }, {});
	expect(rowOf(rows, 'order and maximum page size of comment lists')?.does).toBe(
		'the token reaches no such thing: a page that the member administers',
	);
	expect(rowOf(rows, '`locale`')?.does).toMatch(/^the member over Sign In: 403 /);
	expect(rowOf(rows, 'rows of `memberCreatorVideoAnalytics`')?.does).toMatch(/^only with --member-video/);
	expect(rowOf(rows, 'parameters that `adBudgetPricing` requires')?.does).toMatch(/^ad accounts: 403 /);
});

it.each<[string, object | 'reset']>([
	['nothing, and the connection ends', 'reset'],
	['a web page', { status: 200, html: '<html></html>' }],
	['nothing', { status: 204 }],
	['null', { status: 200, body: 'null' }],
	['a list', { status: 200, body: [] }],
	['elements that are null', { status: 200, body: { elements: null, results: null } }],
	[
		'odd elements',
		{ status: 200, body: { elements: [null, 7, 'x', {}], paging: null, results: { x: null } } },
	],
	['a server error', { status: 503, html: 'Down' }],
	['a redirect to another host', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
])('comes to its end where LinkedIn answers %s', async (_what, effect) => {
	simulator.faults.add({ match: {}, times: Infinity, effect: effect as { status: number } });
	const { rows, session } = await ask({ ...options, mayWrite: true }, given);
	expect(rows).toHaveLength(POINTS.length);
	expect(session.spent).toBe(simulator.requests.length);
});

it('compares the shapes of two LinkedIns, answer by answer', async () => {
	const first = await ask(options, given);
	const other = await startSimulator({ now: simulator.clock.now() });
	const world = fillWorld(other);
	try {
		const same = await ask({ ...options, ...world.options }, world.given);
		const compared = compare(first.session, same.session);
		expect(compared.length).toBeGreaterThan(20);
		expect(compared.filter(({ differences }) => differences.length > 0)).toEqual([]);
		other.state.targetingFacetKey = '$URN';
		const changed = await ask({ ...options, ...world.options }, world.given);
		expect(shapesTable(compare(changed.session, first.session)).split('\n').slice(2)).toEqual([
			'| targeting facets | elements[].$URN | | elements[].adTargetingFacetUrn |',
		]);
	} finally {
		await other.close();
	}
});

it('prints a table, what differs first, and nothing of the token', async () => {
	simulator.state.versions.end('202608');
	const { rows } = await ask(options, given);
	const lines = pointsTable(rows).split('\n');
	expect(lines[0]).toBe('| point | what LinkedIn does | what we assumed | |');
	expect(lines[2]).toBe(
		'| versions 202608 and 202609 have no published end date | 202608 is gone, 202609 lives | taken as the 15th, a year later | DIFFERS |',
	);
	expect(lines).toHaveLength(POINTS.length + 2);
	expect(lines.join()).not.toContain(options.token.slice(0, 20));
});
