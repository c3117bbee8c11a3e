/**
 * Undoes PNG and TIFF predictors, which store differences to neighbouring bytes.
 * @see ISO 32000-1, 7.4.4.4 (predictors), https://www.w3.org/TR/png/#9Filters
 */
import type { Slices } from '../slices';
import { integerOf, type Dictionary } from './syntax';

const NONE = 1;
const PNG_PREDICTORS = 10;
const MOST_ROW_BYTES = 4_096;
const WORK_A_SLICE = 65_536;
/** The cost of a row besides its bytes, in bytes. */
const ROW_WORK = 8;

const [LEFT, ABOVE, AVERAGE, PAETH] = [1, 2, 3, 4];

/**
 * @param data decompressed stream
 * @param parameters its DecodeParms
 * @returns the plain bytes; undefined for an unknown predictor or row
 */
export async function withoutPredictor(
	data: Buffer,
	parameters: Dictionary,
	slices: Slices,
): Promise<Buffer | undefined> {
	const number = (name: string, byDefault: number) =>
		parameters.has(name) ? (integerOf(parameters.get(name)) ?? Number.NaN) : byDefault;
	const predictor = number('Predictor', NONE);
	if (predictor === NONE) return data;
	const bitsAPixel = number('Colors', 1) * number('BitsPerComponent', 8);
	const columns = Math.ceil((number('Columns', 1) * bitsAPixel) / 8);
	const isKnown = predictor >= PNG_PREDICTORS && columns >= 1 && columns <= MOST_ROW_BYTES;
	if (!isKnown) return undefined;
	const pixel = Math.max(1, bitsAPixel >> 3);
	const rows = Math.floor(data.length / (columns + 1));
	const plain = Buffer.allocUnsafe(rows * columns);
	let work = 0;
	for (let row = 0; row < rows; row += 1) {
		const filter = data[row * (columns + 1)];
		if (filter > PAETH) return undefined;
		for (let column = 0; column < columns; column += 1) {
			const at = row * columns + column;
			const left = column >= pixel ? plain[at - pixel] : 0;
			const above = row > 0 ? plain[at - columns] : 0;
			const corner = row > 0 && column >= pixel ? plain[at - columns - pixel] : 0;
			plain[at] = data[row * (columns + 1) + 1 + column] + predicted(filter, left, above, corner);
		}
		work += columns + ROW_WORK;
		if (work < WORK_A_SLICE) continue;
		await slices.did(work);
		work = 0;
	}
	return plain;
}

/** The value a row's filter predicts, from the bytes to the left, above, and above left. */
function predicted(filter: number, left: number, above: number, corner: number): number {
	if (filter === LEFT) return left;
	if (filter === ABOVE) return above;
	if (filter === AVERAGE) return (left + above) >> 1;
	if (filter !== PAETH) return 0;
	const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
	const toCorner = Math.abs(left + above - 2 * corner);
	if (toLeft <= toAbove && toLeft <= toCorner) return left;
	return toAbove <= toCorner ? above : corner;
}
