/**
 * The rows of a PNG, and the filters that store them as differences to neighbouring bytes.
 * @see https://www.w3.org/TR/png-3/#9Filters
 */
import { damaged } from './imageFile';

const [NONE, LEFT, ABOVE, AVERAGE, PAETH] = [0, 1, 2, 3, 4];

/** The last row's chunk counts too. */
const MOST_BYTES_AFTER = 1_048_576;

/**
 * Cuts decompressed data into rows, each with its filter's byte first.
 * @param data a little more than the rows is ignored, as browsers do
 * @returns each row is valid until the next is requested
 * @throws UnfitImage if rows are missing, a filter is unknown, or much more follows
 */
export async function* rowsOf(
	data: AsyncIterable<Uint8Array>,
	rowBytes: number,
	count: number,
): AsyncGenerator<Buffer> {
	const row = Buffer.alloc(1 + rowBytes);
	let filled = 0;
	let left = count;
	let afterBytes = 0;
	for await (const chunk of data) {
		for (let from = 0; from < chunk.length && left > 0;) {
			const piece = chunk.subarray(from, from + row.length - filled);
			row.set(piece, filled);
			filled += piece.length;
			from += piece.length;
			if (filled < row.length) continue;
			if (row[0] > PAETH) throw damaged();
			yield row;
			filled = 0;
			left -= 1;
		}
		if (left > 0) continue;
		afterBytes += chunk.length;
		if (afterBytes > MOST_BYTES_AFTER) throw damaged();
	}
	if (left > 0) throw damaged();
}

/** The byte that the Paeth filter predicts from those to the left, above, and above left. */
function paeth(left: number, above: number, corner: number): number {
	const toLeft = Math.abs(above - corner);
	const toAbove = Math.abs(left - corner);
	const toCorner = Math.abs(left + above - 2 * corner);
	if (toLeft <= toAbove && toLeft <= toCorner) return left;
	return toAbove <= toCorner ? above : corner;
}

/**
 * Undoes the filter in place.
 * @param bytes of the row, without the filter's byte
 * @param above the plain row above; zeros above the first
 * @param pixel bytes of a pixel
 */
export function unfilter(filter: number, bytes: Uint8Array, above: Uint8Array, pixel: number): void {
	if (filter === NONE) return;
	for (let at = 0; at < bytes.length; at += 1) {
		const left = at >= pixel ? bytes[at - pixel] : 0;
		const corner = at >= pixel ? above[at - pixel] : 0;
		bytes[at] += predicted(filter, left, above[at], corner);
	}
}

/**
 * Applies the filter.
 * @param into receives the filtered row
 */
export function filterRow(
	filter: number,
	bytes: Uint8Array,
	above: Uint8Array,
	pixel: number,
	into: Uint8Array,
): void {
	if (filter === NONE) {
		into.set(bytes);
		return;
	}
	for (let at = 0; at < bytes.length; at += 1) {
		const left = at >= pixel ? bytes[at - pixel] : 0;
		const corner = at >= pixel ? above[at - pixel] : 0;
		into[at] = bytes[at] - predicted(filter, left, above[at], corner);
	}
}

function predicted(filter: number, left: number, above: number, corner: number): number {
	if (filter === PAETH) return paeth(left, above, corner);
	if (filter === LEFT) return left;
	if (filter === ABOVE) return above;
	return filter === AVERAGE ? (left + above) >> 1 : 0;
}
