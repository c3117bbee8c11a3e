/** What all kinds with uploaded media share. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../transport/errors/inputError';
import { inParallel } from '../../../../transport/media/parts';
import { sameUrn } from '../../../../transport/restli/urns/urn';
import { counted } from '../../../../transport/text/counted';
import type { Actor } from '../../../fields/actor';
import type { Call } from '../../../operation';
import { plainText } from '../../../values/plainText';
import type { MediaEntity } from '../../media/entity';
import { readyWithinMs, waitUntilReady, type ReadyOptions } from '../../media/ready';
import { describeSource, fieldMediaOf, type FieldMedia, type MediaSource } from '../../media/source';
import { uploadCalls, uploadedUrn } from '../../media/upload';
import type { VideoExtras } from '../../media/videoExtras';
import type { Prepared } from './contentType';

export const MEDIA_FIELD = 'Binary Field, Address or URN';
export const TITLE_FIELD = 'Title';
const ALT_TEXT_FIELD = 'Alt Text';
const MAX_ALT_TEXT_CHARACTERS = 4086;

export const mediaField: INodeProperties = {
	displayName: MEDIA_FIELD,
	name: 'media',
	type: 'string',
	default: '',
	placeholder: 'e.g. data, https://example.com/photo.png',
	hint: 'Leave empty to use all files of the item that fit the Content Type, in order',
	description:
		"Name of the binary field with the file, its https address, which anyone can open, or the URN of media uploaded for the same author. Separate several with a comma and a space, in the order of the post. The name of a form's file field uses all its files.",
	displayOptions: { show: { contentType: ['carousel', 'image', 'video', 'document'] } },
};

export const altTextField: INodeProperties = {
	displayName: ALT_TEXT_FIELD,
	name: 'altText',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Two people repair a bicycle',
	description:
		"What the image shows, for people who can't see it. For several images, one line per image, in order.",
	displayOptions: { show: { contentType: ['carousel', 'image', 'existing'] } },
};

export const titleField: INodeProperties = {
	displayName: TITLE_FIELD,
	name: 'mediaTitle',
	type: 'string',
	default: '',
	placeholder: 'e.g. Annual report',
	hint: 'Required for documents and carousels, optional for videos',
	description: 'Title of the video, document or carousel',
	displayOptions: { show: { contentType: ['carousel', 'video', 'document', 'existing'] } },
};

export function titleOf(call: Call): string {
	return plainText(call.parameter<unknown>('mediaTitle', ''), TITLE_FIELD).trim();
}

/**
 * @param count images of the post; undefined if they could not be read
 * @returns an alt text for each image, '' where none was given
 * @throws InputError for more alt texts than images, or one that is too long
 */
export function altTextsOf(call: Call, count: number | undefined): string[] {
	const given = call.parameter<unknown>('altText', '');
	const texts = Array.isArray(given)
		? given.map((entry) => plainText(entry, ALT_TEXT_FIELD).trim())
		: linesOf(plainText(given, ALT_TEXT_FIELD), count);
	if (count !== undefined && texts.length > count) {
		throw new InputError(
			ALT_TEXT_FIELD,
			`There are ${texts.length} alt texts for ${counted(count, 'image')}`,
			'Enter one line per image, in order. Leave the line empty for an image without alt text.',
		);
	}
	const long = texts.find((text) => text.length > MAX_ALT_TEXT_CHARACTERS);
	if (long === undefined) return Array.from({ length: count ?? 0 }, (_, index) => texts[index] ?? '');
	throw new InputError(
		ALT_TEXT_FIELD,
		`An alt text has ${long.length} characters; the maximum is ${MAX_ALT_TEXT_CHARACTERS}`,
		`Shorten it by ${counted(long.length - MAX_ALT_TEXT_CHARACTERS, 'character')}. Under 120 characters works best with screen readers.`,
	);
}

/** The alt text of a single image may have several lines. */
function linesOf(text: string, count: number | undefined): string[] {
	if (text.trim() === '') return [];
	if (count === 1) return [text.trim()];
	return text
		.trimEnd()
		.split(/\r?\n/)
		.map((line) => line.trim());
}

/**
 * The one video or document of a post.
 * @param used binary fields that hold something else, such as captions
 * @throws InputError as mediaOf, and for several
 */
export async function onlyMedium(
	call: Call,
	kind: 'video' | 'document',
	used: string[] = [],
): Promise<FieldMedia> {
	const found = await fieldMediaOf(call, call.parameter<unknown>('media', ''), MEDIA_FIELD, kind, used);
	if (found.sources.length === 1) return found;
	throw new InputError(
		MEDIA_FIELD,
		`There are ${found.sources.length} ${kind}s`,
		'LinkedIn takes one per post. Enter its binary field, web address or URN.',
	);
}

/**
 * @param sources in the order of the post
 * @param toContent the members of the post for the URNs, in that order
 * @param notice what the user should know of them
 */
export function preparedMedia(
	call: Call,
	sources: MediaSource[],
	toContent: (urns: string[]) => IDataObject,
	extras: VideoExtras = {},
	notice?: string,
): Prepared {
	const withinMs = readyWithinMs(call.parameter<ReadyOptions>('additionalFields', {}));
	return {
		media: sources.map(describeSource),
		calls: uploadCalls(sources, extras, withinMs !== undefined),
		notice,
		async make(author) {
			const urns = new Array<string>(sources.length);
			await inParallel(sources.entries(), Math.max(1, sources.length), async ([index, source]) => {
				urns[index] = await uploadedUrn(call.linkedin, source, author.urn, extras);
			});
			const ready = withinMs === undefined ? undefined : await waitUntilReady(call.linkedin, urns, withinMs);
			for (const [urn, entity] of ready?.entities ?? []) checkOwner(urn, entity, author);
			return { body: toContent(urns), media: urns, notice: ready?.notice };
		},
	};
}

/** LinkedIn only accepts the author's own media. */
function checkOwner(urn: string, { owner }: MediaEntity, author: Actor): void {
	if (!owner || sameUrn(owner, author.urn)) return;
	throw new InputError(
		MEDIA_FIELD,
		`${urn} belongs to ${owner}, so ${author.urn} can't post it`,
		'Upload the file again with the author of the post as Owner, or enter its binary field or web address here.',
	);
}
