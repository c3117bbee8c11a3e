import { codeGiven, type ErrorCode } from '../../../../../nodes/LinkedIn/transport/errors/codes';
import { LinkedInError } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import type { ItemOutcome } from '../../../../../nodes/LinkedIn/transport/run/tries';
import { WriteQueue } from '../../../../../nodes/LinkedIn/transport/run/writeQueue';

/**
 * n8n starts all items at once, and discards all results if one fails in stop mode. Retry On Fail then runs every item
 * again.
 */

const written = (item: number): ItemOutcome => ({
	ok: true,
	items: [{ json: { urn: `urn:li:share:${item}` } }],
});
const refused = (item: number, code: ErrorCode | null = codeGiven('ACCESS_DENIED')): ItemOutcome => ({
	ok: false,
	error: new LinkedInError(`Item ${item} was refused`, {
		status: 403,
		code,
		serviceErrorCode: 100,
		requestId: `uuid-${item}`,
		advice: 'Ask for the scope.',
	}),
});

/** A node run: the result of each item's write, in this and the following tries. */
class NodeRun {
	private readonly writes = new WriteQueue();
	readonly sent: number[] = [];

	constructor(
		private readonly itemCount: number,
		private readonly stops: boolean,
	) {}

	/** One try of the node, like in the engine: every item is started in order before any has ended. */
	async try(write: (item: number) => ItemOutcome | Promise<ItemOutcome>): Promise<ItemOutcome[]> {
		const items = Array.from({ length: this.itemCount }, (_, index) => index);
		return await Promise.all(
			items.map(
				async (item) =>
					await this.writes.once({ item, itemCount: this.itemCount, stops: this.stops }, async () => {
						this.sent.push(item);
						return await write(item);
					}),
			),
		);
	}
}

const codes = (outcomes: ItemOutcome[]) =>
	outcomes.map((outcome) => (outcome.ok ? 'written' : outcome.error.details.code));
const errorOf = (outcome: ItemOutcome) => {
	if (outcome.ok) throw new Error('this item was written');
	return outcome.error;
};

describe('the writes of a run', () => {
	it.each([true, false])('go one after another in item order (stop mode %s)', async (stops) => {
		const run = new NodeRun(6, stops);
		let underway = 0;
		let most = 0;
		const outcomes = await run.try(async (item) => {
			underway += 1;
			most = Math.max(most, underway);
			await new Promise((resolve) => setTimeout(resolve, 6 - item));
			underway -= 1;
			return written(item);
		});
		expect(most).toBe(1);
		expect(run.sent).toEqual([0, 1, 2, 3, 4, 5]);
		expect(outcomes).toEqual([0, 1, 2, 3, 4, 5].map(written));
	});

	it('of two nodes do not wait for each other', async () => {
		const [slow, quick] = [new NodeRun(1, true), new NodeRun(1, true)];
		let release = () => {};
		const waiting = slow.try(
			async (item) =>
				await new Promise<ItemOutcome>((resolve) => {
					release = () => resolve(written(item));
				}),
		);
		expect(codes(await quick.try(written))).toEqual(['written']);
		release();
		expect(codes(await waiting)).toEqual(['written']);
	});
});

describe('in stop mode', () => {
	it('the first failure makes the writes behind it fail unsent', async () => {
		const run = new NodeRun(4, true);
		const outcomes = await run.try((item) => (item === 1 ? refused(item) : written(item)));
		expect(run.sent).toEqual([0, 1]);
		expect(codes(outcomes)).toEqual(['written', 'ACCESS_DENIED', 'NOT_SENT', 'NOT_SENT']);
	});

	it('the error lists what was written, by item and URN, and what was not', async () => {
		const outcomes = await new NodeRun(5, true).try((item) => (item === 2 ? refused(item) : written(item)));
		const { message, details } = errorOf(outcomes[2]);
		expect(message).toBe('Item 2 was refused');
		expect(details).toMatchObject({
			status: 403,
			code: 'ACCESS_DENIED',
			serviceErrorCode: 100,
			requestId: 'uuid-2',
		});
		expect(details.advice).toBe(
			'Ask for the scope. Written: item 0 → urn:li:share:0, item 1 → urn:li:share:1. ' +
				'Not written: item 2 (failed), item 3, item 4.',
		);
	});

	it('a first item that fails says that nothing was written', async () => {
		const outcomes = await new NodeRun(2, true).try(refused);
		expect(errorOf(outcomes[0]).details.advice).toMatch(
			/Written: nothing\. Not written: item 0 \(failed\), item 1\.$/,
		);
	});

	it('a single item gets no list', async () => {
		const outcomes = await new NodeRun(1, true).try(refused);
		expect(errorOf(outcomes[0]).details.advice).toBe('Ask for the scope.');
	});

	it('a write without a URN is listed as done', async () => {
		const outcomes = await new NodeRun(2, true).try((item) =>
			item === 0 ? { ok: true, items: [{ json: { deleted: true } }] } : refused(item),
		);
		expect(errorOf(outcomes[1]).details.advice).toContain('Written: item 0 → done.');
	});

	it('an unsent item names the one that failed', async () => {
		const outcomes = await new NodeRun(2, true).try(refused);
		expect(errorOf(outcomes[1]).message).toBe('Not sent, because item 0 failed before');
	});
});

describe('with continue-on-fail', () => {
	it('a failure leaves the other items alone, and lists nothing', async () => {
		const run = new NodeRun(3, false);
		const outcomes = await run.try((item) => (item === 1 ? refused(item) : written(item)));
		expect(run.sent).toEqual([0, 1, 2]);
		expect(codes(outcomes)).toEqual(['written', 'ACCESS_DENIED', 'written']);
		expect(errorOf(outcomes[1]).details.advice).toBe('Ask for the scope.');
	});
});

describe('Retry On Fail', () => {
	it.each([
		['in stop mode', true, [0, 1, 1, 2]],
		['on the error output', false, [0, 1, 2, 1]],
	])('%s sends again only what was not written, and gives the rest again', async (_mode, stops, sent) => {
		const run = new NodeRun(3, stops);
		await run.try((item) => (item === 1 ? refused(item) : written(item)));
		const outcomes = await run.try(written);
		expect(outcomes).toEqual([0, 1, 2].map(written));
		expect(run.sent).toEqual(sent);
	});

	it('never writes an item twice over five tries that fail in the same place', async () => {
		const run = new NodeRun(3, true);
		for (let attempt = 1; attempt <= 5; attempt += 1) {
			const outcomes = await run.try((item) => (item === 2 ? refused(item) : written(item)));
			expect(codes(outcomes)).toEqual(['written', 'written', 'ACCESS_DENIED']);
			expect(errorOf(outcomes[2]).details.advice).toContain('item 1 → urn:li:share:1');
		}
		expect(run.sent).toEqual([0, 1, 2, 2, 2, 2, 2]);
	});

	it.each<[code: ErrorCode, stops: boolean]>([
		['OUTCOME_UNKNOWN', true],
		['OUTCOME_UNKNOWN', false],
		['WRITTEN', true],
		['WRITTEN', false],
	])('never sends an item again that ended as %s (stop mode %s)', async (code, stops) => {
		const run = new NodeRun(1, stops);
		await run.try((item) => refused(item, code));
		const outcomes = await run.try(written);
		expect(codes(outcomes)).toEqual([code]);
		expect(run.sent).toEqual([0]);
	});

	it('in stop mode lists what was written before it failed as written', async () => {
		const run = new NodeRun(3, true);
		const outcomes = await run.try((item) => (item === 1 ? refused(item, 'WRITTEN') : written(item)));
		expect(errorOf(outcomes[1]).details.advice).toMatch(
			/Written: item 0 → urn:li:share:0, item 1 → done\. Not written: item 2\.$/,
		);
	});

	it('in stop mode does not write on behind an item of unknown outcome', async () => {
		const run = new NodeRun(3, true);
		const fail = (item: number) => (item === 0 ? refused(item, 'OUTCOME_UNKNOWN') : written(item));
		expect(codes(await run.try(fail))).toEqual(['OUTCOME_UNKNOWN', 'NOT_SENT', 'NOT_SENT']);
		expect(codes(await run.try(fail))).toEqual(['OUTCOME_UNKNOWN', 'NOT_SENT', 'NOT_SENT']);
		expect(run.sent).toEqual([0]);
	});

	it('in stop mode tells on every try what was written before an item of unknown outcome', async () => {
		const run = new NodeRun(2, true);
		const fail = (item: number) => (item === 1 ? refused(item, 'OUTCOME_UNKNOWN') : written(item));
		for (let attempt = 1; attempt <= 2; attempt += 1) {
			const outcomes = await run.try(fail);
			expect(errorOf(outcomes[1]).details.advice).toContain('Written: item 0 → urn:li:share:0.');
		}
	});

	it('in stop mode never lists an item of unknown outcome as not written', async () => {
		const run = new NodeRun(2, true);
		const outcomes = await run.try((item) => refused(item, 'OUTCOME_UNKNOWN'));
		expect(errorOf(outcomes[0]).details.advice).toMatch(/Not written: item 1\.$/);
	});

	it('of another run of the node starts afresh', async () => {
		const [first, second] = [new NodeRun(1, true), new NodeRun(1, true)];
		await first.try(written);
		await second.try(written);
		expect([first.sent, second.sent]).toEqual([[0], [0]]);
	});
});

it('a cancelled write hands on its reason, and nothing behind it is written', async () => {
	const writes = new WriteQueue();
	const sent: number[] = [];
	const cancelled = new Error('cancelled');
	const write = (item: number) =>
		writes.once({ item, itemCount: 2, stops: true }, async () => {
			sent.push(item);
			throw cancelled;
		});
	const endings = await Promise.allSettled([write(0), write(1)]);
	expect(endings.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(endings[0]).toMatchObject({ reason: cancelled });
	expect(sent).toEqual([0]);
});

describe('with priorities', () => {
	const order = async (priorities: number[], failing?: number) => {
		const writes = new WriteQueue();
		const sent: number[] = [];
		const outcomes = await Promise.all(
			priorities.map(
				async (priority, item) =>
					await writes.once({ item, itemCount: priorities.length, stops: true, priority }, async () => {
						sent.push(item);
						return item === failing ? refused(item) : written(item);
					}),
			),
		);
		return { sent, outcomes };
	};

	it.each([
		['the highest goes first', [0, 5, 1], [1, 2, 0]],
		['the same ones keep their order', [1, 2, 1, 2], [1, 3, 0, 2]],
		['no priority is item order', [0, 0, 0], [0, 1, 2]],
		['below zero goes last', [-1, 0], [1, 0]],
	])('%s', async (_what, priorities, sent) => {
		expect((await order(priorities)).sent).toEqual(sent);
	});

	it('each item gets its own outcome', async () => {
		expect((await order([0, 5, 1])).outcomes).toEqual([0, 1, 2].map(written));
	});

	it('the error names the items before it that were not written', async () => {
		const { sent, outcomes } = await order([0, 5, 1], 2);
		expect(sent).toEqual([1, 2]);
		expect(errorOf(outcomes[2]).details.advice).toContain(
			'Written: item 1 → urn:li:share:1. Not written: item 2 (failed), item 0.',
		);
		expect(codes(outcomes)).toEqual(['NOT_SENT', 'written', 'ACCESS_DENIED']);
	});
});
