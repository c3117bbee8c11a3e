/** Where an image is placed on its page. */
import type { Orientation } from './orientation';
import type { PageImage } from './pageImage';

export interface Size {
	width: number;
	height: number;
}

/** Smallest page in PDF. */
const LEAST_SIDE = 3;

/** The chosen size, or the image's own, one point per pixel. */
export function pageOf({ width, height }: Size, chosen: Size | undefined): Size {
	return chosen ?? { width: Math.max(LEAST_SIDE, width), height: Math.max(LEAST_SIDE, height) };
}

/**
 * @returns the matrix that draws the image upright in the middle of the page, as large as it fits, for the operator cm
 * @see ISO 32000-1, 8.9.5.1: an image fills the unit square, its first row at the top
 */
export function placement(image: PageImage, page: Size): string {
	const scale = Math.min(page.width / image.width, page.height / image.height);
	const [width, height] = [image.width * scale, image.height * scale];
	const [a, b, c, d, e, f] = TURNS[image.orientation];
	const [left, bottom] = [(page.width - width) / 2, (page.height - height) / 2];
	return [a * width, b * height, c * width, d * height, left + e * width, bottom + f * height]
		.map(decimal)
		.join(' ');
}

/** From the unit square to itself, by orientation. */
const TURNS: Record<Orientation, readonly number[]> = {
	1: [1, 0, 0, 1, 0, 0],
	2: [-1, 0, 0, 1, 1, 0],
	3: [-1, 0, 0, -1, 1, 1],
	4: [1, 0, 0, -1, 0, 1],
	5: [0, -1, -1, 0, 1, 1],
	6: [0, -1, 1, 0, 0, 1],
	7: [0, 1, 1, 0, 0, 0],
	8: [0, 1, -1, 0, 1, 0],
};

/** A number as PDF has it, without an exponent. */
export const decimal = (value: number) => String(Number(value.toFixed(4)));
