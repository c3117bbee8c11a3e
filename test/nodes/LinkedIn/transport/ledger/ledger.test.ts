import { ACTION_NAMES, actionOf } from '../../../../../nodes/LinkedIn/transport/ledger/actions';
import { CallLog, sentenceOf, type CallLine } from '../../../../../nodes/LinkedIn/transport/ledger/callLog';
import { DayCount } from '../../../../../nodes/LinkedIn/transport/ledger/dayCount';
import { counts, readKnownLimits } from '../../../../../nodes/LinkedIn/transport/ledger/knownLimits';
import { Ledger } from '../../../../../nodes/LinkedIn/transport/ledger/ledger';

const at = (iso: string) => Date.parse(iso);
const NOON = at('2026-11-29T12:00:00Z');
const POST = 'CREATE /rest/posts';
const LIST = 'FINDER /rest/posts';

test.each([
	[POST, 'Posts created'],
	['CREATE /v2/ugcPosts', 'Posts created'],
	['CREATE /rest/socialActions/{post}/comments', 'Comments written'],
	['CREATE /v2/socialActions/{post}/likes', 'Reactions given'],
	['CREATE /rest/reactions', 'Reactions given'],
	['CREATE /v2/messages', 'Messages sent'],
	['ACTION /rest/images', 'Uploads started'],
	['PUT https://www.linkedin.com', 'Parts of files sent'],
	['BATCH_CREATE /rest/conversionEvents', 'Conversion events sent'],
	['BATCH_CREATE /rest/dmpSegments/{segment}/users', 'Audience members sent'],
	['FINDER /rest/adAnalytics', 'Reports read'],
	['FINDER /rest/organizationalEntityShareStatistics', 'Reports read'],
	['DELETE /rest/posts/{post}', 'Deletions'],
	['BATCH_DELETE /rest/adAccounts/{account}/adCampaigns', 'Deletions'],
	['PARTIAL_UPDATE /rest/posts/{post}', 'Other changes'],
	['ACTION /rest/adAccounts/{account}/creatives', 'Other changes'],
	['CREATE /rest/anything', 'Other changes'],
	['GET /rest/posts/{post}', 'Other reads'],
	[LIST, 'Other reads'],
])('%s counts as: %s', (endpoint, name) => {
	expect(ACTION_NAMES[actionOf(endpoint)]).toBe(name);
});

describe('the ledger', () => {
	const filled = () => {
		const ledger = new Ledger(10, at('2026-11-29T06:00:00Z'));
		for (let count = 0; count < 3; count += 1) ledger.sent(POST, NOON);
		ledger.answered(POST, 201, NOON);
		ledger.answered(POST, 429, NOON + 5);
		ledger.sent(LIST, NOON + 3_600_000);
		ledger.notSent(LIST, NOON + 3_600_000);
		return ledger;
	};

	it('tells calls, refusals and what was held back, the most used endpoint first', () => {
		expect(filled().today(NOON)).toEqual([
			[POST, { calls: 3, refused: 1, notSent: 0, lastStatus: 429, lastAtMs: NOON + 5 }],
			[LIST, { calls: 1, refused: 0, notSent: 1, lastStatus: null, lastAtMs: NOON + 3_600_000 }],
		]);
	});

	it('tells the calls of each hour', () => {
		const hours = filled().byHour(NOON);
		expect([hours.length, hours[12], hours[13], hours.reduce((a, b) => a + b)]).toEqual([24, 3, 1, 4]);
	});

	it('begins again at midnight UTC, and keeps the days before by action', () => {
		const ledger = filled();
		const next = at('2026-11-30T00:00:00Z');
		expect(ledger.calls(next - 1)).toBe(4);
		expect(ledger.calls(next)).toBe(0);
		ledger.sent(POST, next);
		expect(ledger.byAction()).toEqual([
			{ day: '2026-11-30', action: 'Posts created', calls: 1, refused: 0, notSent: 0 },
			{ day: '2026-11-29', action: 'Posts created', calls: 3, refused: 1, notSent: 0 },
			{ day: '2026-11-29', action: 'Other reads', calls: 1, refused: 0, notSent: 1 },
		]);
		expect(ledger.byHour(next)[0]).toBe(1);
	});

	it('keeps a month', () => {
		const ledger = new Ledger(10, NOON);
		for (let day = 0; day < 40; day += 1) ledger.sent(POST, NOON + day * 86_400_000);
		const days = ledger.byAction().map(({ day }) => day);
		expect([days.length, days[0], days.at(-1)]).toEqual([31, '2027-01-07', '2026-12-08']);
	});

	it('keeps no more endpoints than there is room for, and still counts by action', () => {
		const ledger = new Ledger(10, NOON);
		for (let index = 0; index < 50; index += 1) ledger.sent(`GET /rest/anything${index}`, NOON);
		expect(ledger.today(NOON)).toHaveLength(10);
		expect(ledger.byAction()).toMatchObject([{ calls: 50 }]);
	});

	it.each([
		['12 calls in 6 hours, 12 hours left', '2026-11-29T12:00:00Z', 12, 36],
		['4 calls in a quarter of an hour, as if it had been one', '2026-11-29T06:15:00Z', 4, 75],
		['on the next day, from midnight on', '2026-11-30T06:00:00Z', 6, 24],
	])('forecasts the day: %s', (_what, now, calls, expected) => {
		expect(new Ledger(10, at('2026-11-29T06:00:00Z')).forecast(calls, at(now))).toBe(expected);
	});

	const counting = (since: string) => {
		const ledger = new Ledger(10, at(since));
		for (let count = 0; count < 3; count += 1) ledger.sent(POST, NOON);
		ledger.answered(POST, 429, NOON);
		ledger.learnFromRefusal(POST, NOON);
		return ledger;
	};

	it('forgets what was held back before anything that was called', () => {
		const ledger = new Ledger(3, NOON);
		ledger.sent(POST, NOON);
		for (const what of ['a', 'b', 'c', 'd']) ledger.notSent(`GET /rest/${what}`, NOON);
		ledger.sent(LIST, NOON);
		expect(ledger.today(NOON).map(([endpoint]) => endpoint)).toEqual([POST, LIST, 'GET /rest/d']);
	});

	it('counts calls that it has no room for as calls of any endpoint, until midnight', () => {
		const ledger = new Ledger(3, NOON);
		const toPosts = (nowMs: number) => ledger.calls(nowMs, (endpoint) => endpoint === POST);
		for (let count = 0; count < 5; count += 1) ledger.sent(POST, NOON);
		for (const what of ['a', 'b', 'c', 'd']) ledger.sent(`GET /rest/${what}`, NOON);
		expect(toPosts(NOON)).toBeGreaterThanOrEqual(5);
		expect(ledger.calls(NOON)).toBe(9);
		ledger.sent(POST, NOON + 86_400_000);
		expect(toPosts(NOON + 86_400_000)).toBe(1);
	});

	it('learns a limit from a refusal: what went through, the most of all days', () => {
		const ledger = counting('2026-11-28T23:00:00Z');
		expect(ledger.limitOf(POST)).toEqual({ limit: 2, from: 'refusal' });
		const next = NOON + 86_400_000;
		ledger.sent(POST, next);
		ledger.learnFromRefusal(POST, next);
		expect(ledger.limitOf(POST)).toEqual({ limit: 2, from: 'refusal' });
	});

	it('learns none of a day that it has not counted from its start', () => {
		expect(counting('2026-11-29T00:00:01Z').limitOf(POST)).toBeUndefined();
	});

	it.each([
		['more went through', 3, 201, undefined],
		['as many went through', 2, 201, { limit: 2, from: 'refusal' }],
		['more were refused', 3, 429, { limit: 2, from: 'refusal' }],
	])('forgets what it learnt when LinkedIn allows more: %s', (_what, calls, status, expected) => {
		const ledger = counting('2026-11-28T23:00:00Z');
		const next = NOON + 86_400_000;
		for (let count = 0; count < calls; count += 1) ledger.sent(POST, next);
		ledger.answered(POST, status, next);
		expect(ledger.limitOf(POST)).toEqual(expected);
	});

	it('learns no limit where nothing went through', () => {
		const ledger = new Ledger(10, at('2026-11-28T23:00:00Z'));
		ledger.sent(POST, NOON);
		ledger.answered(POST, 429, NOON);
		ledger.learnFromRefusal(POST, NOON);
		expect(ledger.limitOf(POST)).toBeUndefined();
	});
});

test('a count of a day begins again at midnight UTC, and where the clock is set back to another day', () => {
	const count = new DayCount();
	count.add(NOON);
	count.add(NOON);
	expect([count.of(NOON), count.of(NOON + 43_200_000), count.of(NOON)]).toEqual([2, 0, 0]);
});

describe('an endpoint of a known limit', () => {
	test.each([
		['*', POST, true],
		['CREATE *', POST, true],
		['CREATE *', LIST, false],
		['/rest/posts', POST, true],
		['/rest/posts', LIST, true],
		['posts', POST, true],
		['POSTS', POST, true],
		['CREATE /rest/posts', POST, true],
		['create posts', POST, true],
		['CREATE /rest/posts', LIST, false],
		['/rest/posts', 'GET /rest/posts/{post}', false],
		['/rest/posts/{id}', 'GET /rest/posts/{post}', true],
		['/v2/socialActions/{}/comments', 'CREATE /rest/socialActions/{post}/comments', true],
		['/rest/posts?q=author', LIST, true],
		['', POST, false],
		['/rest/postsOfOthers', POST, false],
	])('%s counts %s: %s', (typed, endpoint, expected) => {
		expect(counts(typed, endpoint)).toBe(expected);
	});

	test.each<[string, unknown, unknown]>([
		['no table', undefined, []],
		['an empty table', {}, []],
		[
			'a row',
			{ rows: [{ endpoint: ' /rest/posts ', memberLimit: '5' }] },
			[{ endpoint: '/rest/posts', member: 5 }],
		],
		['limits of 0', { rows: [{ endpoint: '*', memberLimit: 0, applicationLimit: '' }] }, [{ endpoint: '*' }]],
	])('is read: %s', (_what, given, expected) => {
		expect(readKnownLimits(given)).toEqual(expected);
	});

	test.each<[string, unknown, RegExp]>([
		['text', '[]', /^Known Limits can't be read$/],
		['a bare list', [{ endpoint: '*', memberLimit: 1 }], /^Known Limits can't be read$/],
		['one row', { rows: { endpoint: '*', memberLimit: 1 } }, /^Known Limits can't be read$/],
		[
			'a list as a limit',
			{ rows: [{ endpoint: '*', memberLimit: [] }] },
			/must be a whole number, not \[\]$/,
		],
		['without an endpoint', { rows: [{ memberLimit: 5 }] }, /^Row 1 of Known Limits has no endpoint$/],
		['null', { rows: [null] }, /^Row 1 of Known Limits has no endpoint$/],
		[
			'a fraction',
			{ rows: [{ endpoint: '*', memberLimit: 1.5 }] },
			/^The limit of \* must be a whole number, not 1\.5$/,
		],
		['below 0', { rows: [{ endpoint: '*', applicationLimit: -1 }] }, /must be a whole number, not -1$/],
		['words', { rows: [{ endpoint: '*', memberLimit: 'many' }] }, /must be a whole number, not "many"$/],
	])('is refused: %s', (_what, given, message) => {
		expect(() => readKnownLimits(given)).toThrow(message);
	});
});

describe('the log of calls', () => {
	const line: CallLine = {
		atMs: NOON,
		member: 'urn:li:person:Ada',
		workflow: 'Answers',
		node: 'LinkedIn',
		action: 'Comment: Create',
		call: 'CREATE /rest/socialActions/{post}/comments',
		target: 'urn:li:share:1',
		decision: 'sent',
		status: 201,
		durationMs: 340,
	};

	test.each<[Partial<CallLine>, string]>([
		[
			{},
			'Workflow "Answers", node "LinkedIn": Comment: Create (CREATE /rest/socialActions/{post}/comments on urn:li:share:1) as urn:li:person:Ada, status 201 after 340 ms',
		],
		[
			{ status: null, member: null, workflow: null, target: null },
			'node "LinkedIn": Comment: Create (CREATE /rest/socialActions/{post}/comments), no answer after 340 ms',
		],
		[
			{ decision: 'access policy', call: null, status: null, durationMs: null },
			'Workflow "Answers", node "LinkedIn": Comment: Create as urn:li:person:Ada was not sent: access policy',
		],
	])('%j', (change, expected) => {
		expect(sentenceOf({ ...line, ...change })).toBe(expected);
	});

	it('keeps the last ones, and shows the latest first', () => {
		const log = new CallLog(3);
		for (let atMs = 1; atMs <= 5; atMs += 1) log.add({ ...line, atMs });
		expect(log.latest(2).map(({ atMs }) => atMs)).toEqual([5, 4]);
		expect(log.latest(Number.POSITIVE_INFINITY).map(({ atMs }) => atMs)).toEqual([5, 4, 3]);
	});
});
