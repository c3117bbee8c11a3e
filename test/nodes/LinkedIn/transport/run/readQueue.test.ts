import { codeGiven } from '../../../../../nodes/LinkedIn/transport/errors/codes';
import { LinkedInError } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import { ReadQueue } from '../../../../../nodes/LinkedIn/transport/run/readQueue';
import type { ItemOutcome } from '../../../../../nodes/LinkedIn/transport/run/tries';

/** n8n starts all items at once, and discards all results if one fails in stop mode. */

const AT_ONCE = 8;

const read = (item: number): ItemOutcome => ({ ok: true, items: [{ json: { item } }] });
const refused = (item: number): ItemOutcome => ({
	ok: false,
	error: new LinkedInError(`Item ${item} was refused`, {
		status: 404,
		code: codeGiven('NOT_FOUND'),
		advice: 'Check.',
	}),
});

const soon = async () => await new Promise((resolve) => setImmediate(resolve));

/** A node run of 20 items: the result of each item's read, in this and the following tries. */
class NodeRun {
	private readonly reads = new ReadQueue();
	begun: number[] = [];
	mostAtWork = 0;
	private atWork = 0;

	constructor(private readonly stops: boolean) {}

	async try(
		work: (item: number) => ItemOutcome | Promise<ItemOutcome>,
	): Promise<Array<PromiseSettledResult<ItemOutcome>>> {
		return await Promise.allSettled(
			Array.from(
				{ length: 20 },
				async (_, item) =>
					await this.reads.inTurn({ item, stops: this.stops }, async () => {
						this.begun.push(item);
						this.atWork += 1;
						this.mostAtWork = Math.max(this.mostAtWork, this.atWork);
						await soon();
						this.atWork -= 1;
						return await work(item);
					}),
			),
		);
	}
}

const codes = (results: Array<PromiseSettledResult<ItemOutcome>>) =>
	results.map((result) => {
		if (result.status === 'rejected') return 'thrown';
		return result.value.ok ? 'read' : result.value.error.details.code;
	});
const all = Array.from({ length: 20 }, (_, item) => item);

it('the reads of a run begin a few at a time, in item order', async () => {
	const run = new NodeRun(true);
	const results = await run.try(read);
	expect(run.begun).toEqual(all);
	expect(run.mostAtWork).toBe(AT_ONCE);
	expect(results).toEqual(all.map((item) => ({ status: 'fulfilled', value: read(item) })));
});

it.each([
	['in stop mode, those that have not begun by then fail unsent', true, 10, 'NOT_SENT'],
	['else, all are read', false, 20, 'read'],
])('after a failed read: %s', async (_, stops, begun, behind) => {
	const run = new NodeRun(stops);
	const results = await run.try((item) => (item === 2 ? refused(item) : read(item)));
	expect(run.begun).toHaveLength(begun);
	const expected = all.map((item) => (item < begun ? 'read' : behind));
	expected[2] = 'NOT_FOUND';
	expect(codes(results)).toEqual(expected);
});

it('the next try of the node reads all of them again', async () => {
	const run = new NodeRun(true);
	await run.try((item) => (item === 0 ? refused(item) : read(item)));
	run.begun = [];
	expect(codes(await run.try(read))).toEqual(all.map(() => 'read'));
	expect(run.begun).toEqual(all);
});

it('a read that throws, as a cancelled one does, gives its place to the next', async () => {
	const run = new NodeRun(true);
	const results = await run.try((item) => {
		if (item < 12) throw new Error('The execution was canceled');
		return read(item);
	});
	expect(codes(results)).toEqual(all.map((item) => (item < 12 ? 'thrown' : 'read')));
});

it('the reads of two nodes do not wait for each other', async () => {
	const [slow, quick] = [new NodeRun(true), new NodeRun(true)];
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	const waiting = slow.try(async (item) => {
		await held;
		return read(item);
	});
	expect(codes(await quick.try(read))).toEqual(all.map(() => 'read'));
	release();
	expect(codes(await waiting)).toEqual(all.map(() => 'read'));
});
