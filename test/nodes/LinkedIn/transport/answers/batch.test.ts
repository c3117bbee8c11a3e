import { MOST_IDS_A_BATCH, readMany } from '../../../../../nodes/LinkedIn/transport/answers/batch';
import { LinkedInError } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import { newMemory } from '../../../../../nodes/LinkedIn/transport/memory/memory';
import type { Connection } from '../../../../../nodes/LinkedIn/transport/memory/connection';
import type { RestliValue } from '../../../../../nodes/LinkedIn/transport/restli/value';
import type { LinkedInClient, RestliRequest, Result } from '../../../../../nodes/LinkedIn/transport/types';

/** Many ids in one call, with the envelopes of docs.methods. */

const BATCH = { path: '/rest/things', query: { viewContext: 'AUTHOR' } };
const single = (id: RestliValue): RestliRequest => ({
	restliMethod: 'GET',
	path: '/rest/things/{id}',
	keys: { id },
});

interface Behaviour {
	tier?: Connection['tier'];
	/** The status of a refused batch, or undefined. */
	refuses?: (ids: string[]) => number | undefined;
	/** The status of one entity that is refused on its own, or undefined. */
	hides?: (id: string) => number | undefined;
}

/** LinkedIn with entities of the form `{ id }`, and a log of the requests: the size of each batch, or the single id. */
function fake({ tier = 'unknown', refuses = () => undefined, hides = () => undefined }: Behaviour = {}) {
	const log: Array<number | string> = [];
	const refused = (status: number): Result<never> => ({
		ok: false,
		error: new LinkedInError(`status ${status}`, { status, advice: 'none' }),
	});
	const ok = (body: unknown): Result<unknown> => ({ ok: true, reply: { status: 200, headers: {}, body } });
	const answer = (request: RestliRequest): Result<unknown> => {
		if (request.restliMethod === 'GET') {
			const id = String(request.keys?.id);
			log.push(id);
			const status = hides(id);
			return status === undefined ? ok({ id }) : refused(status);
		}
		expect(request).toMatchObject({ restliMethod: 'BATCH_GET', ...BATCH });
		const ids = (request.query?.ids as RestliValue[]).map(String);
		log.push(ids.length);
		const status = refuses(ids);
		if (status !== undefined) return refused(status);
		const seen = ids.filter((id) => hides(id) === undefined);
		const unseen = ids.filter((id) => hides(id) !== undefined);
		return ok({
			results: Object.fromEntries(seen.map((id) => [id, { id }])),
			errors: Object.fromEntries(unseen.map((id) => [id, { status: hides(id), message: 'hidden' }])),
		});
	};
	const linkedin = {
		connection: { tier } as Connection,
		memory: newMemory(),
		attempt: async (request: RestliRequest) => answer(request),
	} as unknown as LinkedInClient;
	return { linkedin, log };
}

it.each<[odd: unknown, reason: string]>([
	[null, "LinkedIn found nothing there, or doesn't show it to this connection"],
	['x', "LinkedIn's answer could not be read: it is text instead of an object"],
	[[], "LinkedIn's answer could not be read: it is a list instead of an object"],
	[7, "LinkedIn's answer could not be read: it is a number instead of an object"],
])('an entity that is %j is an error of its id alone, in a batch and alone', async (odd, reason) => {
	const answer = (body: unknown): Result<unknown> => ({
		ok: true,
		reply: { status: 200, headers: {}, body },
	});
	const inBatch = answer({ results: { 1: { id: '1' }, 2: odd, 3: { id: '3' } } });
	const read = async (tier: Connection['tier'], attempt: (request: RestliRequest) => Result<unknown>) =>
		await readMany(
			{
				connection: { tier } as Connection,
				memory: newMemory(),
				attempt: async (request: RestliRequest) => attempt(request),
			} as unknown as LinkedInClient,
			{ batch: BATCH, ids: ['1', '2', '3'], single },
		);
	const [one, two, three] = await read('standard', () => inBatch);
	expect([one, three].every(({ ok }) => ok)).toBe(true);
	expect(two).toMatchObject({ ok: false, reason });
	const alone = await read('development', ({ keys }) => answer(keys?.id === '2' ? odd : { id: keys?.id }));
	expect(alone.map(({ ok }) => ok)).toEqual([true, false, true]);
});

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));
const found = (id: string) => ({ ok: true, value: { id } });
const read = async ({ linkedin }: ReturnType<typeof fake>, ids: string[]) =>
	await readMany(linkedin, { batch: BATCH, ids, single });

type Row = [what: string, behaviour: Behaviour, ids: string[], log: Array<number | string>];

const over25 = (status: number) => (ids: string[]) => (ids.length > 25 ? status : undefined);
const inBatchesOf25 = [100, 50, 25, 25, 25, 25, 25, 25, 25, 25];

describe('the calls', () => {
	test.each<Row>([
		['nothing asked costs nothing', {}, [], []],
		['one batch up to the most', {}, numbers(MOST_IDS_A_BATCH), [MOST_IDS_A_BATCH]],
		['a hundred at a time', {}, numbers(250), [100, 100, 50]],
		['the same id twice is asked once', {}, ['1', '2', '1'], [2]],
		['the Development tier: one call an id', { tier: 'development' }, ['1', '2'], ['1', '2']],
		['403: one call an id, no second batch', { refuses: () => 403 }, numbers(101), [100, ...numbers(101)]],
		['404: one call an id, no second batch', { refuses: () => 404 }, numbers(101), [100, ...numbers(101)]],
		['405: one call an id, no second batch', { refuses: () => 405 }, numbers(101), [100, ...numbers(101)]],
		['400 over a size: halved and remembered', { refuses: over25(400) }, numbers(200), inBatchesOf25],
		['413 over a size: halved and remembered', { refuses: over25(413) }, numbers(200), inBatchesOf25],
		['414 over a size: halved and remembered', { refuses: over25(414) }, numbers(200), inBatchesOf25],
		['400 down to one id: that one alone', { refuses: () => 400 }, ['1', '2'], [2, 1, '1', 1, '2']],
	])('%s', async (_what, behaviour, ids, log) => {
		const linkedin = fake(behaviour);
		expect(await read(linkedin, ids)).toEqual(ids.map(found));
		expect(linkedin.log).toEqual(log);
	});

	test('what one token learnt of a batch holds for its next one', async () => {
		const linkedin = fake({ refuses: (ids) => (ids.length > 60 ? 414 : undefined) });
		await read(linkedin, numbers(100));
		await read(linkedin, numbers(100));
		expect(linkedin.log).toEqual([100, 50, 50, 50, 50]);
	});

	test('a wrong id is found by halves, and the size is kept', async () => {
		const linkedin = fake({
			refuses: (ids) => (ids.includes('5') ? 400 : undefined),
			hides: (id) => (id === '5' ? 400 : undefined),
		});
		const answers = await read(linkedin, numbers(8));
		expect(answers).toEqual(
			numbers(8).map((id) => (id === '5' ? { ok: false, status: 400, reason: 'status 400' } : found(id))),
		);
		await read(linkedin, ['0', '1', '2', '3', '4', '6', '7', '8']);
		expect(linkedin.log).toEqual([8, 4, 4, 2, 1, 1, '5', 2, 8]);
	});

	test('a refused batch of which single calls show nothing proves nothing about batches', async () => {
		const linkedin = fake({ refuses: () => 403, hides: () => 403 });
		await read(linkedin, ['1', '2']);
		await read(linkedin, ['3', '4']);
		expect(linkedin.log).toEqual([2, '1', '2', 2, '3', '4']);
	});
});

describe('what is not shown', () => {
	const hides = (id: string) => ({ '2': 403, '4': 404 })[id];
	const unseen = (status: number, reason: string) => ({ ok: false, status, reason });

	test('in a batch stands in its place with the status and the reason', async () => {
		expect(await read(fake({ hides }), ['1', '2', '3', '4', '1'])).toEqual([
			found('1'),
			unseen(403, 'hidden'),
			found('3'),
			unseen(404, 'hidden'),
			found('1'),
		]);
	});

	test('alone stands in its place with the status and the reason', async () => {
		expect(await read(fake({ hides, tier: 'development' }), ['4', '1', '2'])).toEqual([
			unseen(404, 'status 404'),
			found('1'),
			unseen(403, 'status 403'),
		]);
	});

	test.each([
		['left out of the answer', { results: {} }],
		['named with 200 and without an entity', { results: {}, statuses: { 1: 200 } }],
		['named with null', { results: { 1: null } }],
	])('%s counts as 404', async (_what, body) => {
		const { linkedin } = fake();
		linkedin.attempt = async () => ({ ok: true, reply: { status: 200, headers: {}, body } }) as never;
		expect(await readMany(linkedin, { batch: BATCH, ids: ['1'], single })).toEqual([
			unseen(404, "LinkedIn found nothing there, or doesn't show it to this connection"),
		]);
	});
});

describe('what is no matter of the ids is thrown', () => {
	test.each([401, 429, 500])('%i of a batch', async (status) => {
		const linkedin = fake({ refuses: () => status });
		await expect(read(linkedin, ['1', '2'])).rejects.toMatchObject({ details: { status } });
		expect(linkedin.log).toEqual([2]);
	});

	test.each([401, 429, 500])('%i of a single call', async (status) => {
		const linkedin = fake({ tier: 'development', hides: () => status });
		await expect(read(linkedin, ['1', '2'])).rejects.toMatchObject({ details: { status } });
		expect(linkedin.log).toEqual(['1']);
	});
});

test('complex keys are matched whatever the order of their members in the answer', async () => {
	const { linkedin } = fake();
	const key = { actor: 'urn:li:person:A', entity: 'urn:li:activity:1' };
	const answered = '(entity:urn%3Ali%3Aactivity%3A1,actor:urn%3Ali%3Aperson%3AA)';
	linkedin.attempt = async () =>
		({
			ok: true,
			reply: { status: 200, headers: {}, body: { results: { [answered]: { id: 'r' } } } },
		}) as never;
	expect(await readMany(linkedin, { batch: BATCH, ids: [key], single })).toEqual([found('r')]);
});
