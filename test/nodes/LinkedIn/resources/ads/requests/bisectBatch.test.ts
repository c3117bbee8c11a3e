import fc from 'fast-check';

import {
	bisectBatch,
	readAnswers,
	type Sent,
} from '../../../../../../nodes/LinkedIn/resources/ads/requests/bisectBatch';
import type { ErrorCode } from '../../../../../../nodes/LinkedIn/transport/errors/codes';
import { LinkedInError } from '../../../../../../nodes/LinkedIn/transport/errors/errors';

const refusal = (status: number | null, code: ErrorCode | null = null) =>
	new LinkedInError(`status ${status}`, { status, code, advice: 'Mend it.' });

/** LinkedIn refuses a batch with a bad event as a whole. */
function atomic(bad: Set<number>, status = 400) {
	const taken: number[] = [];
	const batches: number[] = [];
	return {
		taken,
		batches,
		send: async (events: number[]): Promise<Sent> => {
			batches.push(events.length);
			if (events.some((event) => bad.has(event))) return { ok: false, error: refusal(status) };
			taken.push(...events);
			return { ok: true, refusals: new Map() };
		},
	};
}

/** Each event is about something different. */
const own = (event: number) => event;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('deliver', () => {
	it('takes one call where all are good', async () => {
		const linkedin = atomic(new Set());
		const { outcomes, calls } = await bisectBatch(upTo(5000), linkedin.send, own);
		expect([calls, linkedin.batches]).toEqual([1, [5000]]);
		expect(outcomes).toEqual(upTo(5000).map(() => ({})));
	});

	it.each([400, 422, 403, 413])('finds the one bad event of 5,000 by halving after %i', async (status) => {
		const linkedin = atomic(new Set([4321]), status);
		const { outcomes, calls } = await bisectBatch(upTo(5000), linkedin.send, own);
		expect(outcomes.flatMap(({ error }, index) => (error ? [index] : []))).toEqual([4321]);
		expect(linkedin.taken.sort((a, b) => a - b)).toEqual(upTo(5000).filter((event) => event !== 4321));
		expect(calls).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(5000)) + 1);
	});

	it('sends each good event once and reports each bad one, whatever is bad', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(60), fc.array(fc.nat(59), { maxLength: 8 }), async (count, bad) => {
				const linkedin = atomic(new Set(bad));
				const { outcomes, calls } = await bisectBatch(upTo(count), linkedin.send, own, 1000);
				const good = upTo(count).filter((event) => !bad.includes(event));
				expect(linkedin.taken.sort((a, b) => a - b)).toEqual(good);
				expect(outcomes.map(({ error }) => error === undefined)).toEqual(
					upTo(count).map((event) => !bad.includes(event)),
				);
				expect(calls).toBe(linkedin.batches.length);
			}),
		);
	});

	it('stops at the bound, and says that the rest was not sent', async () => {
		const linkedin = atomic(new Set(upTo(64)));
		const { outcomes, calls } = await bisectBatch(upTo(64), linkedin.send, own, 10);
		expect(calls).toBe(10);
		expect(linkedin.taken).toEqual([]);
		const codes = outcomes.map(({ error }) => error?.details.code);
		expect(codes.filter((code) => code === 'NOT_SENT').length).toBeGreaterThan(0);
		expect(codes).not.toContain(undefined);
		expect(outcomes[63].error?.message).toContain("10 calls didn't find");
	});

	it('reads a refusal for each event where LinkedIn gives one', async () => {
		const { outcomes, calls } = await bisectBatch(
			upTo(3),
			async () => ({ ok: true, refusals: new Map([[1, refusal(400)]]) }),
			own,
		);
		expect(calls).toBe(1);
		expect(outcomes.map(({ error }) => error?.message)).toEqual([undefined, 'status 400', undefined]);
	});

	it.each<[what: string, status: number | null, code: ErrorCode | null]>([
		['an ended token', 401, null],
		['a spent quota', 429, 'QUOTA_EXCEEDED'],
		['a lost answer', null, 'OUTCOME_UNKNOWN'],
	])('does not halve after %s: nothing is sent again', async (_what, status, code) => {
		let calls = 0;
		const { outcomes } = await bisectBatch(
			upTo(4),
			async () => {
				calls += 1;
				return { ok: false, error: refusal(status, code) };
			},
			own,
		);
		expect(calls).toBe(1);
		expect(outcomes.map(({ error }) => error?.details.code)).toEqual([code, code, code, code]);
	});

	it('after a failure of one half the other half is not sent, and says so', async () => {
		const answers: Sent[] = [
			{ ok: false, error: refusal(400) },
			{ ok: false, error: refusal(503, 'OUTCOME_UNKNOWN') },
		];
		const { outcomes } = await bisectBatch(upTo(2), async () => answers.shift() as Sent, own);
		expect(outcomes.map(({ error }) => error?.details.code)).toEqual(['OUTCOME_UNKNOWN', 'NOT_SENT']);
	});

	it('after a 403 parts events by what they are about: all about one rule share its refusal', async () => {
		const linkedin = atomic(new Set(upTo(5000)), 403);
		const { outcomes, calls } = await bisectBatch(upTo(5000), linkedin.send, () => 'rule 1');
		expect(calls).toBe(1);
		expect(outcomes.every(({ error }) => error?.details.status === 403)).toBe(true);
		const two = atomic(new Set([...upTo(8)].filter((event) => event >= 4)), 403);
		const parted = await bisectBatch(upTo(8), two.send, (event) => (event < 4 ? 'good' : 'bad'));
		expect([parted.calls, two.taken]).toEqual([3, [0, 1, 2, 3]]);
	});
});

describe('readAnswers', () => {
	const codes = (body: unknown, count: number) => {
		const sent = readAnswers(body, count, 'event');
		return (
			sent.ok &&
			upTo(count).map(
				(place) =>
					sent.refusals.get(place)?.details.code ?? sent.refusals.get(place)?.details.status ?? 'sent',
			)
		);
	};

	const UNKNOWN = ['OUTCOME_UNKNOWN', 'OUTCOME_UNKNOWN'];

	it.each<[string, unknown, unknown[]]>([
		['nothing', undefined, UNKNOWN],
		['another record', { hello: 1 }, UNKNOWN],
		['a web page', '<html>', UNKNOWN],
		['statuses', { elements: [{ status: 201 }, { status: 400 }] }, ['sent', 400]],
		['an entry that cannot be read', { elements: [{ status: 201 }, null] }, ['sent', 'OUTCOME_UNKNOWN']],
		['a list that is too short', { elements: [{ status: 201 }] }, ['sent', 'OUTCOME_UNKNOWN']],
		['a redirect, a word on several', { elements: [{ status: 302 }, { status: 207 }] }, UNKNOWN],
		['no status of HTTP', { elements: [{ status: 0 }, { status: 99 }] }, UNKNOWN],
		['an error beside success', { elements: [{ status: 201, error: { message: 'x' } }, {}] }, UNKNOWN],
		['more words than entries', { elements: [{ status: 201 }, { status: 201 }, { status: 201 }] }, UNKNOWN],
		['an odd error', { elements: [{ status: 422, error: 'x' }, { status: 201 }] }, [422, 'sent']],
	])('reads %s', (_what, body, expected) => {
		expect(codes(body, 2)).toEqual(expected);
	});
});
