/** An image of a carousel, which is opened again for each reading: memory never holds all of them. */

export interface ImageFile {
	type: 'jpeg' | 'png';
	/** The bytes from the start: all at once, or in chunks that stay valid. */
	open(): Promise<Uint8Array | AsyncIterable<Uint8Array>>;
}

/** Why an image can't be a page. The message goes after its name, e.g. `is damaged`. */
export class UnfitImage extends Error {
	constructor(
		problem: string,
		readonly advice: string,
	) {
		super(problem);
		this.name = 'UnfitImage';
	}
}

export const damaged = () =>
	new UnfitImage('is damaged or not complete', 'Check the step that creates the file, or save it again.');

/** Longest side: that of a page in PDF. */
const MOST_PIXELS_A_SIDE = 14_400;

/**
 * @param width in pixels
 * @throws UnfitImage for a side without pixels, or one that no page has room for
 */
export function checkSides(width: number, height: number): void {
	if (width < 1 || height < 1) throw damaged();
	if (Math.max(width, height) <= MOST_PIXELS_A_SIDE) return;
	throw new UnfitImage(
		`is ${width} × ${height} pixels; a page of a PDF has at most ${MOST_PIXELS_A_SIDE.toLocaleString('en-US')} a side`,
		'Make it smaller, e.g. with the Edit Image node.',
	);
}
