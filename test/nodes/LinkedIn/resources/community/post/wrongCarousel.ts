import type { INodeParameters } from 'n8n-workflow';

import type { TestFile } from '../../../../../engine/files';
import { pngHead, sampleGif, samplePdf, samplePng } from '../../../../../simulator/sampleMedia';
import { sampleJpeg } from '../../../transport/media/carousel/sampleJpeg';
import { samplePngOf } from '../../../transport/media/carousel/samplePng';
import type { Row } from './wrongContent';

/** Carousels that can't be made, or that LinkedIn would refuse (docs.documents). */

const MEDIA = 'Binary Field, Address or URN';
const PNG = { bytes: samplePng() };
const WEBP = { bytes: Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), fileName: 'photo.webp' };
/** A JPEG of more than half of LinkedIn's limit, with a segment that isn't shown. */
const HUGE = {
	bytes: sampleJpeg({
		blocks: [[[1]]],
		before: Buffer.concat(
			Array.from({ length: 820 }, () =>
				Buffer.concat([Buffer.from([0xff, 0xe2, 0xff, 0xff]), Buffer.alloc(65_533)]),
			),
		),
	}),
};

const carousel = (files: Record<string, TestFile>, more: INodeParameters = {}) => ({
	parameters: { contentType: 'carousel', mediaTitle: 'Pictures', ...more },
	files,
	field: MEDIA,
});
const interlaced = samplePngOf({ color: 2, rows: [[[1, 2, 3]]], interlace: 1 });

export const CAROUSEL_ROWS: Row[] = [
	{
		name: 'a carousel without a title',
		...carousel({ a: PNG, b: PNG }, { mediaTitle: ' ' }),
		field: 'Title',
		message: /^Title is empty/,
		advice: /^Enter a title\. .*a carousel is one/,
	},
	{
		name: 'a carousel of one image',
		...carousel({ a: PNG }),
		message: /^There is 1 image; a carousel has at least 2$/,
		advice: /Aggregate.*Content Type Image/,
	},
	{
		name: 'a carousel of more images than pages',
		...carousel({ a: PNG }, { media: new Array<string>(301).fill('a').join() }),
		message: /^There are 301 images$/,
		advice: /at most 300 pages\. Remove 1\./,
	},
	{
		name: 'a carousel of uploaded images',
		...carousel({ a: PNG }, { media: 'a, urn:li:image:C4E10AQFoyyAjHPMQuQ' }),
		message: /^urn:li:image:C4E10AQFoyyAjHPMQuQ is already uploaded, so it can't become a page$/,
		advice: /binary field/,
	},
	{
		name: 'a carousel with a GIF',
		...carousel({ a: PNG, b: { bytes: sampleGif() } }),
		message: /^The file in "b" must be JPG or PNG, not GIF$/,
		advice: /Convert it/,
	},
	{
		name: 'a carousel with a WebP that is named',
		...carousel({ a: PNG, b: WEBP }, { media: 'a, b' }),
		message: /^"photo.webp" in b must be .*, not WEBP$/,
		advice: /Convert it/,
	},
	{
		name: 'a carousel with a WebP that would be left out',
		...carousel({ a: PNG, b: WEBP, c: PNG, notes: { bytes: Buffer.from('Notes') } }),
		message: /^"photo.webp" in b must be JPG or PNG, not WEBP$/,
		advice: /Convert it/,
	},
	{
		name: 'a carousel of a document',
		...carousel({ a: { bytes: samplePdf() } }),
		message: /must be JPG, PNG or GIF, not PDF/,
		advice: /Convert it/,
	},
	{
		name: 'a carousel with an interlaced PNG',
		...carousel({ a: PNG, b: { bytes: interlaced, fileName: 'b.png' } }),
		message: /^"b.png" in b is an interlaced PNG/,
		advice: /without interlacing/,
	},
	{
		name: 'a carousel with a damaged image',
		...carousel({ a: PNG, b: { bytes: PNG.bytes.subarray(0, -20) } }),
		message: /^The file in "b" is damaged or not complete$/,
		advice: /save it again/,
	},
	{
		name: 'a carousel with an image that has too many pixels',
		...carousel({ a: PNG, b: { bytes: pngHead(6016, 6010) } }),
		message: /36,156,160 pixels.*at most 36,152,319/,
		advice: /smaller/,
	},
	{
		name: 'a carousel with an image that is longer than a page can be',
		...carousel({ a: PNG, b: { bytes: pngHead(14_401, 1) } }),
		message: /is 14401 × 1 pixels; a page of a PDF has at most 14,400 a side/,
		advice: /smaller/,
	},
	{
		name: 'a carousel that is too large for a document',
		...carousel({ a: HUGE }, { media: 'a, a' }),
		message: /^The carousel has 107,\d{3},\d{3} bytes; LinkedIn accepts documents of at most 104,857,600$/,
		advice: /Compress/,
	},
	{
		name: 'a carousel with more alt texts than images',
		...carousel({ a: PNG, b: PNG }, { altText: 'One\nTwo\nThree' }),
		field: 'Alt Text',
		message: /3 alt texts for 2 images/,
		advice: /one line per image/,
	},
	{
		name: 'a carousel on a colour that is none',
		...carousel({ a: PNG, b: PNG }, { carouselOptions: { backgroundColor: 'rgb(0, 0, 0)' } }),
		field: 'Background Color',
		message: /^Background Color: "rgb\(0, 0, 0\)" isn't a color$/,
		advice: /#0A66C2/,
	},
	{
		name: 'a carousel with an unknown page size',
		...carousel({ a: PNG, b: PNG }, { carouselOptions: { pageSize: 'A4' } }),
		field: 'Page Size',
		message: /^Unknown page size "A4"$/,
		advice: /Use one of original, landscape, portrait, square/,
	},
];
