import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { inMemory } from '../engine/files';
import { SAMPLE_SRT, sampleMp4, samplePdf, samplePng } from '../simulator/sampleMedia';
import { collection, entries, locator, mentions, odd, text, value } from './values';

/** The fields of posts and media, with their values in a random run. */

/** In every item of a random run. */
export const FILES = inMemory({
	data: { bytes: samplePng() },
	video: { bytes: sampleMp4() },
	pdf: { bytes: samplePdf() },
	srt: { bytes: Buffer.from(SAMPLE_SRT) },
	wrong: { bytes: Buffer.from('wrong') },
	none: { bytes: Buffer.alloc(0) },
});

const property = fc.oneof(
	fc.constantFrom(...Object.keys(FILES ?? {}), '', 'missing', 'data,video', 'data, data'),
	value,
);
const ready = {
	// Otherwise the test would really wait for a day.
	readyWithin: fc.constantFrom<unknown>(0, 1, -1, 1e9, '', 'x', null, [], Number.NaN),
	waitUntilReady: fc.oneof(fc.boolean(), odd),
};
const extras = { captions: property, thumbnail: property, captionLanguage: value };
const upload = {
	owner: locator,
	binaryPropertyName: property,
	uploadOptions: collection({ ...ready, ...extras }),
};

export const MEDIA: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
	'post:create': {
		author: locator,
		contentType: fc.oneof(
			fc.constantFrom(
				'text',
				'article',
				'carousel',
				'reshare',
				'image',
				'video',
				'document',
				'existing',
				'poll',
			),
			odd,
		),
		text,
		articleUrl: value,
		articleTitle: value,
		articleOptions: collection({ description: value, thumbnail: property, thumbnailAltText: value }),
		reshareOf: value,
		media: property,
		existingMedia: value,
		altText: fc.oneof(value, fc.array(value, { maxLength: 3 })),
		mediaTitle: value,
		videoOptions: collection(extras),
		carouselOptions: collection({
			backgroundColor: fc.oneof(fc.constantFrom('#fff', '#0A66C2'), odd, value),
			pageSize: fc.oneof(fc.constantFrom('original', 'square'), odd, value),
		}),
		pollQuestion: value,
		pollOptions: fc.oneof(value, fc.constant('a\nb'), fc.array(value, { maxLength: 5 })),
		pollDuration: fc.oneof(fc.constant('ONE_DAY'), odd),
		additionalFields: collection({
			...ready,
			boldLetters: fc.oneof(fc.boolean(), odd),
			contentCallToActionLabel: fc.oneof(fc.constant('APPLY'), odd),
			contentLandingPage: value,
			disableReshare: fc.oneof(fc.boolean(), odd),
			firstComment: value,
			longText: fc.oneof(fc.constantFrom('fail', 'comments'), odd),
			mentions,
			onDuplicate: fc.oneof(fc.constantFrom('return', 'fail'), odd),
			targeting: entries('facet', {
				name: fc.oneof(fc.constantFrom('geoLocations', 'interfaceLocales', 'staffCountRanges'), odd),
				location: value,
				values: value,
			}),
			textIs: fc.oneof(fc.constant('markdown'), odd),
			visibility: fc.oneof(fc.constantFrom('PUBLIC', 'CONNECTIONS'), odd),
		}),
	},
	'media:get': { media: fc.oneof(value, fc.array(value, { maxLength: 3 })) },
	'media:uploadImage': upload,
	'media:uploadVideo': upload,
	'media:uploadDocument': upload,
};

const uploads = (binaryPropertyName: string) => () => ({
	owner: '2414183',
	binaryPropertyName,
	uploadOptions: { readyWithin: 0 },
});

/** For runs with random answers: fields with which the operation gets as far as possible. */
export const PLAUSIBLE_MEDIA: Record<string, () => IDataObject> = {
	'post:create': () => ({
		author: '2414183',
		contentType: 'image',
		text: 'Hello',
		media: 'data',
		additionalFields: { readyWithin: 0 },
	}),
	'media:get': () => ({ media: 'urn:li:image:A,urn:li:video:B,urn:li:video:C' }),
	'media:uploadImage': uploads('data'),
	'media:uploadVideo': uploads('video'),
	'media:uploadDocument': uploads('pdf'),
};
