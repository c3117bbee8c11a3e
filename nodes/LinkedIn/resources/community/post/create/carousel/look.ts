/** How the pages of a carousel look. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../../transport/errors/inputError';
import type { Rgb } from '../../../../../transport/media/carousel/flatten';
import type { Size } from '../../../../../transport/media/carousel/layout';
import type { Call } from '../../../../operation';
import { plainText } from '../../../../values/plainText';
import { readAll } from '../../../../values/problems';

export interface Look {
	/** Of all pages; undefined means each image's own. */
	size: Size | undefined;
	background: Rgb;
}

const SIZE_FIELD = 'Page Size';
const COLOR_FIELD = 'Background Color';
const WHITE = '#FFFFFF';

const SIZES: Record<string, Size | undefined> = {
	original: undefined,
	landscape: { width: 1920, height: 1080 },
	portrait: { width: 1080, height: 1350 },
	square: { width: 1080, height: 1080 },
};

export const lookField: INodeProperties = {
	displayName: 'Carousel Options',
	name: 'carouselOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { contentType: ['carousel'] } },
	options: [
		{
			displayName: COLOR_FIELD,
			name: 'backgroundColor',
			type: 'color',
			default: WHITE,
			description: 'Color around images that have another shape than the page, and behind transparent pixels',
		},
		{
			displayName: SIZE_FIELD,
			name: 'pageSize',
			type: 'options',
			default: 'original',
			description: 'Size of the pages. Images are fitted into it whole.',
			options: [
				{ name: "Image's Own Size", value: 'original' },
				{ name: 'Landscape (1920 × 1080)', value: 'landscape' },
				{ name: 'Portrait (1080 × 1350)', value: 'portrait' },
				{ name: 'Square (1080 × 1080)', value: 'square' },
			],
		},
	],
};

/** @throws InputError for a page size or a color that isn't one */
export function lookOf(call: Call): Look {
	const options = call.parameter<Record<string, unknown>>('carouselOptions', {});
	return readAll({
		size: () => sizeOf(plainText(options.pageSize ?? 'original', SIZE_FIELD)),
		background: () => colorOf(plainText(options.backgroundColor ?? WHITE, COLOR_FIELD).trim()),
	});
}

function sizeOf(name: string): Size | undefined {
	if (Object.hasOwn(SIZES, name)) return SIZES[name];
	throw new InputError(
		SIZE_FIELD,
		`Unknown page size "${name}"`,
		`Use one of ${Object.keys(SIZES).join(', ')}.`,
	);
}

/** As CSS writes it, with three or six digits. */
function colorOf(text: string): Rgb {
	const [, digits] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text) ?? [];
	if (digits === undefined) {
		throw new InputError(
			COLOR_FIELD,
			`${COLOR_FIELD}: "${text}" isn't a color`,
			'Enter one with six digits, e.g. #0A66C2.',
		);
	}
	const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
	const [red, green, blue] = (pairs ?? []).map((pair) => Number.parseInt(pair, 16));
	return [red, green, blue];
}
