import { monotonic } from '../../../../../nodes/LinkedIn/transport/limits/clock';
import type { Recover, Recovered } from '../../../../../nodes/LinkedIn/transport/types';
import { closeTheInternet, created, duplicateOf, ok, page, refusals, Wire, type Played } from '../mockServer';
import {
	attempt,
	create,
	html,
	read,
	refusedConnection,
	remove,
	reset,
	update,
	watchAttempts,
	word,
} from './attempts';

/** A write is never sent twice, tested with real HTTP calls. */

closeTheInternet();
watchAttempts();

const postOf = (createdMs: number) => `urn:li:share:${BigInt(createdMs) << 22n}`;

describe('an ambiguous answer', () => {
	const ambiguous: Array<[string, Played]> = [
		['503', refusals.unavailable],
		['500', { status: 500, body: { code: 'INTERNAL_ERROR', message: 'Internal Server Error' } }],
		['504 of a gateway', html(504)],
		['408', { status: 408, body: { code: 'TIMEOUT', message: 'Timed out' } }],
		['a reset', reset],
	];

	it.each(ambiguous)('(%s) lets a read be sent again', async (_what, answer) => {
		const wire = new Wire().on('GET', answer, page([1]));
		expect(word(await attempt(read))).toBe(200);
		expect(wire.arrived).toHaveLength(2);
	});

	it.each(ambiguous)('(%s) lets a $set patch be sent again', async (_what, answer) => {
		const wire = new Wire().on('POST', answer, { status: 204 });
		expect(word(await attempt(update))).toBe(204);
		expect(wire.arrived).toHaveLength(2);
	});

	it.each(ambiguous)(
		'(%s) never lets a create be sent again that nobody can look for',
		async (_what, answer) => {
			const wire = new Wire().on('POST', answer, created('urn:li:share:1'));
			expect(await attempt(create)).toMatchObject({
				ok: false,
				error: {
					details: { code: 'OUTCOME_UNKNOWN' },
					message: expect.stringContaining('CREATE /rest/posts'),
				},
			});
			expect(wire.arrived).toHaveLength(1);
		},
	);

	it.each(['ACTION', 'BATCH_CREATE'] as const)(
		'(a reset) never lets a %s be sent again',
		async (restliMethod) => {
			const wire = new Wire().on('POST', reset, ok({}));
			expect(word(await attempt({ ...create, restliMethod }))).toBe('OUTCOME_UNKNOWN');
			expect(wire.arrived).toHaveLength(1);
		},
	);

	it.each(ambiguous)('(%s) to a delete makes the 404 of the next try its success', async (_what, answer) => {
		const wire = new Wire().on('DELETE', answer, refusals.notFound);
		expect(word(await attempt(remove))).toBe(204);
		expect(wire.arrived).toHaveLength(2);
	});

	it.each([
		['a web page with 200', [html(200)]],
		['a reset, as often as Max Wait allows', [reset, reset]],
	])('(%s) to a delete makes the 404 of Retry On Fail its success', async (_what, answers) => {
		const wire = new Wire().on('DELETE', ...answers, refusals.notFound);
		const executeData = {};
		expect(await attempt(remove, { executeData, maxWaitMs: 600 })).toMatchObject({
			ok: false,
			mayBeDone: true,
		});
		expect(word(await attempt(remove, { executeData }))).toBe(204);
		expect(wire.arrived).toHaveLength(answers.length + 1);
	});

	it.each([
		['of another run', remove],
		['of another post', { ...remove, keys: { post: 'urn:li:share:2' } }],
	])('(a web page with 200) to a delete says nothing about a 404 %s', async (whose, request) => {
		new Wire().on('DELETE', html(200), refusals.notFound);
		const executeData = {};
		await attempt(remove, { executeData });
		const second = await attempt(request, { executeData: whose === 'of another run' ? {} : executeData });
		expect(second).toMatchObject({ ok: false, error: { details: { status: 404 } } });
	});

	it.each([
		['at the first try', []],
		['after a throttling, which did nothing', [refusals.throttled]],
		['after a connection that was never made', [refusedConnection]],
	])('is not what a 404 to a delete is %s', async (_when, before) => {
		new Wire().on('DELETE', ...before, refusals.notFound);
		expect(await attempt(remove)).toMatchObject({ ok: false, error: { details: { status: 404 } } });
	});
});

describe('a create whose answer was lost', () => {
	const found = { status: 201, headers: { 'x-restli-id': 'urn:li:share:7' }, body: {} };

	it('and that is found counts as done, without a second send', async () => {
		const wire = new Wire().on('POST', reset, created('urn:li:share:8'));
		expect(await attempt(create, { recover: async () => found })).toEqual({
			ok: true,
			reply: { ...found, deduplicated: true },
		});
		expect(wire.arrived).toHaveLength(1);
	});

	it('and that is surely absent is sent once more', async () => {
		const wire = new Wire().on('POST', reset, created('urn:li:share:8'));
		const result = await attempt(create, { recover: async () => 'absent' });
		expect(result).toMatchObject({ ok: true, reply: { headers: { 'x-restli-id': 'urn:li:share:8' } } });
		expect(result.ok && result.reply.deduplicated).toBeUndefined();
		expect(wire.arrived).toHaveLength(2);
	});

	it.each([undefined, 'unclear' as const])(
		'and that nobody can tell (%s) is not sent again',
		async (look) => {
			const wire = new Wire().on('POST', reset, created('urn:li:share:8'));
			expect(word(await attempt(create, { recover: async () => look }))).toBe('OUTCOME_UNKNOWN');
			expect(wire.arrived).toHaveLength(1);
		},
	);

	it('is sent once more only once', async () => {
		const wire = new Wire().on('POST', reset, reset, created('urn:li:share:8'));
		let looks = 0;
		const recover: Recover<unknown> = async () => {
			looks += 1;
			return 'absent';
		};
		expect(word(await attempt(create, { recover }))).toBe('OUTCOME_UNKNOWN');
		expect(wire.arrived).toHaveLength(2);
		expect(looks).toBe(2);
	});

	it('is not sent once more when five minutes have gone by', async () => {
		const wire = new Wire().on('POST', reset, created('urn:li:share:8'));
		const start = monotonic.now();
		const recover: Recover<unknown> = async () => {
			jest.spyOn(monotonic, 'now').mockReturnValue(start + 5 * 60_000 + 1_000);
			return 'absent';
		};
		expect(word(await attempt(create, { recover, maxWaitMs: 3_600_000 }))).toBe('OUTCOME_UNKNOWN');
		expect(wire.arrived).toHaveLength(1);
	});

	it('and whose second send LinkedIn refuses as its twin is done, under the twin’s URN', async () => {
		const twin = postOf(Date.now());
		new Wire().on('POST', reset, duplicateOf(twin));
		expect(await attempt(create, { recover: async () => 'absent' })).toMatchObject({
			ok: true,
			reply: { deduplicated: true, headers: { 'x-restli-id': twin } },
		});
	});

	it('and whose second send LinkedIn refuses for a post of last week was refused both times', async () => {
		new Wire().on('POST', reset, duplicateOf(postOf(Date.now() - 7 * 86_400_000)));
		expect(await attempt(create, { recover: async () => 'absent' })).toMatchObject({
			ok: false,
			error: { details: { status: 422 } },
		});
	});

	it.each<[string, Played]>([
		['is refused', refusals.denied],
		['meets the end of the day', refusals.daily],
		['is redirected', { status: 307, headers: { Location: 'https://login.example/' } }],
	])('and whose second send %s stays unknown: the first one may stand', async (_what, second) => {
		new Wire().on('POST', reset, second);
		expect(await attempt(create, { recover: async () => 'absent' })).toMatchObject({
			ok: false,
			error: { details: { code: 'OUTCOME_UNKNOWN' } },
		});
	});

	it('stays of unknown outcome when looking for it fails', async () => {
		const wire = new Wire().on('POST', reset, created('urn:li:share:8'));
		const recover: Recover<unknown> = async () => await Promise.reject(new Error('403 while looking'));
		expect(word(await attempt(create, { recover }))).toBe('OUTCOME_UNKNOWN');
		expect(wire.arrived).toHaveLength(1);
	});

	it('is not looked for when it was refused', async () => {
		new Wire().on('POST', refusals.duplicate);
		const recover = jest.fn();
		const result = await attempt(create, { recover });
		expect(result).toMatchObject({ ok: false, error: { details: { status: 422 } } });
		expect(recover).not.toHaveBeenCalled();
	});
});

describe('a create of which a second one would stand beside the first', () => {
	const guarded = { ...create, looksAfterRefusal: true as const };
	const conflict: Played = {
		status: 409,
		body: { status: 409, code: 'CONFLICT', message: 'Write conflict' },
	};
	const found = { status: 201, headers: { 'x-restli-id': 'urn:li:share:7' }, body: {} };

	describe.each([
		['409', conflict],
		['429', refusals.throttled],
	])('that is answered with %s', (_status, answer) => {
		it.each<[what: string, look: Recovered<unknown>, seen: string | number, sends: number]>([
			['that is found counts as done', found, 201, 1],
			['that is absent is sent again', 'absent', 201, 2],
			['that may stand is not sent again', 'unclear', 'OUTCOME_UNKNOWN', 1],
			['that nobody can look for is sent again, as LinkedIn says', undefined, 201, 2],
		])('and %s', async (_what, look, seen, sends) => {
			const wire = new Wire().on('POST', answer, created('urn:li:share:8'));
			const looks: string[] = [];
			const recover: Recover<unknown> = async (after) => {
				looks.push(after);
				return look;
			};
			expect(word(await attempt(guarded, { recover }))).toBe(seen);
			expect(wire.arrived).toHaveLength(sends);
			expect(looks).toEqual(['refused']);
		});

		it('is looked for before each further send', async () => {
			const wire = new Wire().on('POST', answer, answer, answer, created('urn:li:share:8'));
			const looks: string[] = [];
			const recover: Recover<unknown> = async (after) => {
				looks.push(after);
				return looks.length < 3 ? 'absent' : found;
			};
			expect(await attempt(guarded, { recover })).toMatchObject({ ok: true, reply: { deduplicated: true } });
			expect(wire.arrived).toHaveLength(3);
			expect(looks).toHaveLength(3);
		});

		it('is not looked for where LinkedIn itself refuses a second one', async () => {
			new Wire().on('POST', answer, created('urn:li:share:8'));
			const recover = jest.fn();
			expect(word(await attempt(create, { recover }))).toBe(201);
			expect(recover).not.toHaveBeenCalled();
		});
	});
});

describe('a 409 to a create', () => {
	const conflict: Played = {
		status: 409,
		body: { status: 409, code: 'CONFLICT', message: 'Write conflict' },
	};

	it('is waited out, as nothing was done', async () => {
		const wire = new Wire().on('POST', conflict, created('urn:li:share:1'));
		expect(word(await attempt(create))).toBe(201);
		expect(wire.arrived).toHaveLength(2);
	});

	const exists: Played = { status: 409, body: { ...(conflict.body as object), message: 'Already reacted' } };

	it('is waited out too where a thing that exists already would answer 409', async () => {
		const wire = new Wire().on('POST', conflict, created('urn:li:share:1'));
		expect(word(await attempt({ ...create, conflictMeansExists: true }))).toBe(201);
		expect(wire.arrived).toHaveLength(2);
	});

	it('is final where it says that it exists already', async () => {
		const wire = new Wire().on('POST', exists, created('urn:li:share:1'));
		expect(word(await attempt({ ...create, conflictMeansExists: true }))).toBe('CONFLICT');
		expect(wire.arrived).toHaveLength(1);
	});

	it('is final after a lost answer too', async () => {
		const wire = new Wire().on('POST', reset, exists, created('urn:li:share:1'));
		const recover: Recover<unknown> = async () => 'absent';
		expect(word(await attempt({ ...create, conflictMeansExists: true }, { recover }))).toBe('CONFLICT');
		expect(wire.arrived).toHaveLength(2);
	});
});
