import { changeMany } from '../../../../../nodes/LinkedIn/transport/answers/batchWrite';
import { LinkedInError } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import { newMemory } from '../../../../../nodes/LinkedIn/transport/memory/memory';
import type { RestliRequest, Result } from '../../../../../nodes/LinkedIn/transport/types';

/** LinkedIn, which answers each request as told and records it. */
function linkedIn(answer: (request: RestliRequest) => object | number, tier = 'standard') {
	const asked: RestliRequest[] = [];
	const writer = {
		connection: { tier },
		memory: newMemory(),
		attempt: async (request: RestliRequest): Promise<Result<unknown>> => {
			asked.push(request);
			const given = answer(request);
			if (typeof given === 'number' && given >= 400) {
				const error = new LinkedInError(`status ${given}`, { status: given, advice: '' });
				return { ok: false, error, ...(given >= 500 && { mayBeDone: true }) };
			}
			const status = typeof given === 'number' ? given : 200;
			return { ok: true, reply: { status, headers: {}, body: given } };
		},
	};
	return { asked, writer: writer as never };
}

const many = (ids: string[]) => ({
	collection: { path: '/rest/things' },
	ids,
	single: (id: unknown) => ({
		restliMethod: 'PARTIAL_UPDATE' as const,
		path: '/rest/things/{id}',
		keys: { id: id as string },
	}),
	change: () => ({ patch: { $set: { status: 'PAUSED' } } }),
});
const allDone = ({ query }: RestliRequest) => ({
	results: Object.fromEntries((query?.ids as string[]).map((id) => [id, { status: 204 }])),
});
const methods = (asked: RestliRequest[]) => asked.map(({ restliMethod }) => restliMethod);

describe('changeMany', () => {
	it('changes a hundred with one call, and each once', async () => {
		const { asked, writer } = linkedIn(allDone);
		const ids = Array.from({ length: 150 }, (_, index) => String(index));
		const changed = await changeMany(writer, many([...ids, '3']));
		expect(methods(asked)).toEqual(['BATCH_PARTIAL_UPDATE', 'BATCH_PARTIAL_UPDATE']);
		expect(changed).toEqual([...ids, '3'].map(() => ({ ok: true, status: 204 })));
	});

	it('tells the outcome of each, in the order asked', async () => {
		const { writer } = linkedIn(() => ({
			results: { b: { status: 204 } },
			errors: { a: { status: 404, message: 'gone' } },
		}));
		expect(await changeMany(writer, many(['a', 'b', 'c']))).toEqual([
			{ ok: false, status: 404, reason: 'gone' },
			{ ok: true, status: 204 },
			{ ok: false, isUnknown: true, status: null, reason: "LinkedIn's answer didn't mention it" },
		]);
	});

	it('keys URNs as batches carry them', async () => {
		const { asked, writer } = linkedIn(() => ({ results: {} }));
		await changeMany(writer, many(['urn:li:a:1', 'urn:li:a:2']));
		expect(Object.keys((asked[0].body as { entities: object }).entities)).toEqual([
			'urn%3Ali%3Aa%3A1',
			'urn%3Ali%3Aa%3A2',
		]);
	});

	it('halves what is too long', async () => {
		const { asked, writer } = linkedIn((request) =>
			(request.query?.ids as string[])?.length > 2 ? 414 : request.query ? allDone(request) : 204,
		);
		const changed = await changeMany(writer, many(['a', 'b', 'c', 'd']));
		expect(methods(asked)).toHaveLength(3);
		expect(changed.every(({ ok }) => ok)).toBe(true);
	});

	it('makes a call each on the Development tier, and where batches are refused, which it remembers', async () => {
		const development = linkedIn(() => 204, 'development');
		await changeMany(development.writer, many(['a', 'b']));
		expect(methods(development.asked)).toEqual(['PARTIAL_UPDATE', 'PARTIAL_UPDATE']);
		const refused = linkedIn(({ restliMethod }) => (restliMethod === 'BATCH_PARTIAL_UPDATE' ? 403 : 204));
		await changeMany(refused.writer, many(['a', 'b']));
		await changeMany(refused.writer, many(['c', 'd']));
		expect(methods(refused.asked)).toEqual(['BATCH_PARTIAL_UPDATE', ...Array(4).fill('PARTIAL_UPDATE')]);
	});

	it('leaves unknown what LinkedIn failed at', async () => {
		const { writer } = linkedIn(() => ({ results: { b: { status: 204 } }, errors: { a: { status: 500 } } }));
		expect(await changeMany(writer, many(['a', 'b']))).toMatchObject([
			{ ok: false, isUnknown: true, status: 500 },
			{ ok: true },
		]);
	});

	it.each([
		[500, true],
		[401, undefined],
	])('tells what was taken before a %s, and sends nothing behind it', async (status, isUnknown) => {
		const { asked, writer } = linkedIn((request) => (asked.length === 2 ? status : allDone(request)));
		const ids = Array.from({ length: 250 }, (_, index) => String(index));
		const changed = await changeMany(writer, many(ids));
		expect(asked).toHaveLength(2);
		expect(changed.slice(0, 100).every(({ ok }) => ok)).toBe(true);
		expect(changed[100]).toEqual({
			ok: false,
			...(isUnknown && { isUnknown }),
			status,
			reason: `status ${status}`,
		});
		expect(changed[249]).toEqual({
			ok: false,
			status,
			reason: `Not sent, because a change before it failed: status ${status}`,
		});
	});

	it('tells the same of single calls', async () => {
		const { asked, writer } = linkedIn(() => (asked.length === 2 ? 503 : 204), 'development');
		expect(await changeMany(writer, many(['a', 'b', 'c']))).toMatchObject([
			{ ok: true },
			{ ok: false, isUnknown: true, status: 503 },
			{ ok: false, status: 503, reason: expect.stringMatching(/^Not sent/) },
		]);
		expect(asked).toHaveLength(2);
	});

	it('throws what is no matter of one of them where none was taken before', async () => {
		await expect(changeMany(linkedIn(() => 401).writer, many(['a', 'b']))).rejects.toThrow('status 401');
	});
});
