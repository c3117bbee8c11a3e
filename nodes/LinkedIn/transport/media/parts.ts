/**
 * Cuts a video into the parts that LinkedIn requested, holding one part at a time, with several under way.
 * @see docs.videos
 */

/** One upload instruction; both offsets are inclusive. */
export interface PartRange {
	firstByte: number;
	lastByte: number;
}

export interface FilePart {
	/** Its place in LinkedIn's list. */
	index: number;
	bytes: Buffer;
	/** Allows its memory to be reused for a later part; its bytes are gone then. */
	release(): void;
}

/**
 * Why the parts can't be cut, or undefined: they must cover the file without gaps or overlaps, in whole bytes. The last
 * one may extend beyond the end.
 */
export function partsProblem(ranges: PartRange[], sizeBytes: number): string | undefined {
	const sorted = [...ranges].sort((a, b) => a.firstByte - b.firstByte);
	let next = 0;
	for (const { firstByte, lastByte } of sorted) {
		const isWhole = Number.isSafeInteger(firstByte) && Number.isSafeInteger(lastByte);
		if (!isWhole || firstByte < 0 || lastByte < firstByte) {
			return `a part goes from byte ${firstByte} to byte ${lastByte}`;
		}
		if (firstByte !== next) return `byte ${next} is followed by a part that begins at ${firstByte}`;
		next = lastByte + 1;
	}
	return next < sizeBytes ? `the parts end at byte ${next} of ${sizeBytes}` : undefined;
}

/**
 * @param chunks the file from its start, in any sizes
 * @param ranges in LinkedIn's order, checked by partsProblem
 * @param sizeBytes of the file, which the last range may exceed
 * @returns the parts by their place in the file; fewer if the file is shorter than stated
 */
export async function* cutParts(
	chunks: AsyncIterable<Uint8Array>,
	ranges: PartRange[],
	sizeBytes: number,
): AsyncGenerator<FilePart> {
	const order = ranges
		.map(({ firstByte, lastByte }, index) => ({
			index,
			length: Math.min(lastByte + 1, sizeBytes) - firstByte,
		}))
		.filter(({ length }) => length > 0)
		.sort((a, b) => ranges[a.index].firstByte - ranges[b.index].firstByte);
	let turn = 0;
	let current: (typeof order)[number] | undefined = order[turn];
	const spare: Buffer[] = [];
	const take = (length = 0) => {
		const fitting = spare.findIndex((buffer) => buffer.length === length);
		return fitting < 0 ? Buffer.allocUnsafe(length) : spare.splice(fitting, 1)[0];
	};
	let bytes = take(current?.length);
	let filled = 0;
	for await (const chunk of chunks) {
		let from = 0;
		while (current && from < chunk.length) {
			const taken = chunk.subarray(from, from + current.length - filled);
			bytes.set(taken, filled);
			filled += taken.length;
			from += taken.length;
			if (filled < current.length) continue;
			const whole = bytes;
			yield { index: current.index, bytes: whole, release: () => void spare.push(whole) };
			turn += 1;
			current = order[turn];
			bytes = take(current?.length);
			filled = 0;
		}
		if (!current) return;
	}
}

/**
 * Processes a source, at most `width` at a time, and fetches the next value ahead of time. After a failure nothing new
 * starts, running work is awaited, the source is closed, and the first failure is thrown.
 */
export async function inParallel<T>(
	source: AsyncIterable<T> | Iterable<T>,
	width: number,
	work: (item: T) => Promise<void>,
): Promise<void> {
	const items = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
	const running = new Set<Promise<void>>();
	const failures: unknown[] = [];
	const next = async () => {
		try {
			return await items.next();
		} catch (failure) {
			failures.push(failure);
			return undefined;
		}
	};
	let coming = next();
	for (let item = await coming; item && !item.done && failures.length === 0; item = await coming) {
		const one: Promise<void> = work(item.value)
			.catch((failure: unknown) => void failures.push(failure))
			.finally(() => running.delete(one));
		running.add(one);
		coming = next();
		if (running.size >= width) await Promise.race(running);
	}
	await Promise.all([...running, coming]);
	await items.return?.();
	if (failures.length > 0) throw failures[0];
}
