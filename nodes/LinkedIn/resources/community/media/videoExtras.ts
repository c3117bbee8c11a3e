/**
 * Captions and thumbnail of a video, which LinkedIn takes before the upload is finished.
 * @see docs.videos, docs/behaviour.md#captions-and-thumbnails
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import { settled } from '../../../transport/flow/settled';
import { boundaryFor } from '../../../transport/restli/boundary';
import { toSrt } from '../../../transport/text/captions/captions';
import { decodedText } from '../../../transport/text/captions/charset';
import type { LinkedInClient } from '../../../transport/types';
import type { Call } from '../../operation';
import { plainText } from '../../values/plainText';
import { unreadableStart } from './entity';
import { nameOf, openFile } from './openFile';
import { checkedFile, type CheckedFile } from './source';

/** SRT text, and the language it is in. */
export interface Captions {
	text: string;
	/** `en_US` */
	locale: string;
	key: string;
}

const CAPTIONS = 'Captions';
const THUMBNAIL = 'Thumbnail';
/** More than anyone can say in the 30 minutes that LinkedIn allows a video. */
const MAX_CAPTIONS_BYTES = 1_000_000;
const DEFAULT_LOCALE = 'en_US';
/** LinkedIn uses a variant of the language; only this one is known. */
const VARIANTS: Record<string, string> = { en_US: 'AMERICAN' };

/** Entries of a collection of video options. */
export const videoExtraFields: INodeProperties[] = [
	{
		displayName: 'Caption Language',
		name: 'captionLanguage',
		type: 'string',
		default: DEFAULT_LOCALE,
		placeholder: 'e.g. en_US',
		description: 'Language and country of the captions',
	},
	{
		displayName: CAPTIONS,
		name: 'captions',
		type: 'string',
		default: '',
		placeholder: 'e.g. captions',
		hint: 'A binary field of the same item, or a web address',
		description:
			'The captions as SRT, or as WebVTT, which is converted: the name of the binary field with them, or their https address',
	},
	{
		displayName: THUMBNAIL,
		name: 'thumbnail',
		type: 'string',
		default: '',
		placeholder: 'e.g. thumbnail',
		hint: 'A binary field of the same item, or a web address',
		description:
			'The JPG or PNG shown before the video plays: the name of its binary field, or its https address',
	},
];

/** The binary fields, or addresses, of captions and thumbnail. */
export function usedBy({ captions, thumbnail }: IDataObject): string[] {
	return [captions, thumbnail].flatMap((name) => (typeof name === 'string' ? [name.trim()] : []));
}

/**
 * Reads and checks what the fields name, without a call.
 * @throws InputError
 */
export async function videoExtrasOf(call: Call, options: IDataObject): Promise<VideoExtras> {
	const captions = plainText(options.captions, CAPTIONS).trim();
	const thumbnail = plainText(options.thumbnail, THUMBNAIL).trim();
	const locale = plainText(options.captionLanguage ?? DEFAULT_LOCALE, 'Caption Language').trim();
	return {
		...(captions !== '' && { captions: await captionsOf(call, captions, locale) }),
		...(thumbnail !== '' && { thumbnail: await thumbnailOf(call, thumbnail) }),
	};
}

async function captionsOf(call: Call, entry: string, locale: string): Promise<Captions> {
	const field = CAPTIONS;
	if (!/^[a-z]{2}[_-][A-Z]{2}$/.test(locale)) {
		throw new InputError(
			'Caption Language',
			`"${locale}" is not a language such as en_US`,
			'Enter language and country.',
		);
	}
	const file = await openFile(call, entry, field, { mostBytes: MAX_CAPTIONS_BYTES });
	const name = nameOf(file);
	// Nothing of it is sent then.
	if (file.isUnseen) return { text: '', locale, key: file.key };
	if (file.sizeBytes > MAX_CAPTIONS_BYTES) {
		throw new InputError(
			field,
			`${name} has ${file.sizeBytes} bytes, too many for captions`,
			'Use captions in SRT or WebVTT.',
		);
	}
	const chunks: Uint8Array[] = [];
	for await (const chunk of file.chunks()) chunks.push(Uint8Array.from(chunk));
	const typed = decodedText(Buffer.concat(chunks), locale.replace('-', '_'));
	if (typed === undefined) {
		throw new InputError(
			field,
			`${name} isn't UTF-8, and its encoding is unclear`,
			'Save the captions as UTF-8, or set Caption Language to their language.',
		);
	}
	const text = toSrt(typed);
	if (text === undefined) {
		throw new InputError(
			field,
			`${name} is neither SRT nor WebVTT`,
			'Use SRT: numbered lines with times such as 00:00:01,000 --> 00:00:03,000.',
		);
	}
	if (typeof text !== 'string') {
		throw new InputError(
			field,
			`Line ${text.line} of ${lowered(name)} should be the times of a cue: "${text.text}"`,
			'Write times such as 00:01.000 --> 00:03.000.',
		);
	}
	return { text, locale: locale.replace('-', '_'), key: file.key };
}

/** Within a sentence. */
function lowered(name: string): string {
	return name.replace(/^The /, 'the ');
}

async function thumbnailOf(call: Call, entry: string): Promise<CheckedFile> {
	const field = THUMBNAIL;
	const file = await checkedFile(call, entry, field, 'image');
	if (file.found.type !== 'gif') return file;
	throw new InputError(field, `${nameOf(file.file)} is a GIF`, 'Use a JPG or PNG.');
}

/**
 * Sends the captions as a form of metadata and SRT text. By POST, as known clients do, or by PUT if POST is refused.
 * @throws LinkedInError
 */
export async function sendCaptions(
	linkedin: LinkedInClient,
	{ text, locale }: Captions,
	url: string | undefined,
	expiresAtMs: number | undefined,
): Promise<void> {
	if (!url) throw unreadableStart('captions');
	const [language, country] = locale.split('_');
	const metadata = {
		format: 'SRT',
		formattedForEasyReader: true,
		largeText: true,
		source: 'USER_PROVIDED',
		locale: {
			...(Object.hasOwn(VARIANTS, locale) && { variant: VARIANTS[locale] }),
			country,
			language: language.toUpperCase(),
		},
		transcriptType: 'CLOSED_CAPTION',
	};
	const boundary = boundaryFor('captions-of-the-video', [text]);
	const form = Buffer.from(
		[
			`--${boundary}`,
			'Content-Disposition: form-data; name="metadata"',
			'Content-Type: application/json',
			'',
			JSON.stringify(metadata),
			`--${boundary}`,
			'Content-Disposition: form-data; name="file"; filename="captions.srt"',
			'Content-Type: application/octet-stream',
			'',
			text,
			`--${boundary}--`,
			'',
		].join('\r\n'),
	);
	const request = {
		what: 'the captions',
		url,
		expiresAtMs,
		withToken: true,
		isVersioned: true as const,
		headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
		sizeBytes: form.length,
		open: async () => form,
	};
	const posted = await settled(() => linkedin.upload({ ...request, method: 'POST' }));
	if (posted.ok) return;
	const { failure } = posted;
	if (!(failure instanceof LinkedInError) || failure.details.status !== 405) throw failure;
	await linkedin.upload({ ...request, method: 'PUT' });
}

/** @throws LinkedInError */
export async function sendThumbnail(
	linkedin: LinkedInClient,
	{ file }: CheckedFile,
	url: string | undefined,
	expiresAtMs: number | undefined,
): Promise<void> {
	if (!url) throw unreadableStart('thumbnail');
	await linkedin.upload({
		what: 'the thumbnail',
		method: 'PUT',
		url,
		expiresAtMs,
		withToken: true,
		headers: { 'Content-Type': 'application/octet-stream', 'media-type-family': 'STILLIMAGE' },
		sizeBytes: file.sizeBytes,
		open: file.open,
	});
}

export interface VideoExtras {
	captions?: Captions;
	thumbnail?: CheckedFile;
}
