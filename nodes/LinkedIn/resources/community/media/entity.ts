/**
 * An image, video or document as LinkedIn sends it, and as the node returns it.
 * @see docs.images
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import type { MediaKind } from '../../../transport/media/limits';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import { shownTyped } from '../../../transport/web/webAddress';
import { rawItem } from '../../listItems';

/** The resource of each kind below /rest. */
export const MEDIA_PATH: Record<MediaKind, string> = {
	image: '/rest/images',
	video: '/rest/videos',
	document: '/rest/documents',
};

/** Only what the node depends on; everything else is passed on unchanged. */
const mediaEntity = z
	.object({
		id: z.string(),
		owner: z.string(),
		status: z.string(),
		downloadUrl: z.string(),
		downloadUrlExpiresAt: z.number(),
		altText: z.string(),
		duration: z.number(),
		aspectRatioWidth: z.number(),
		aspectRatioHeight: z.number(),
		thumbnail: z.string(),
		captions: z.string(),
		processingFailureReason: z.string(),
	})
	.partial()
	.passthrough();

export type MediaEntity = z.infer<typeof mediaEntity>;

/**
 * @param body an image, video or document, or whatever came instead
 * @returns the entity; empty if it isn't one
 */
export function readMedia(body: unknown): MediaEntity {
	return readEntity(mediaEntity, body) ?? {};
}

/**
 * @param body LinkedIn's entity
 * @param urn as asked or made; LinkedIn's own id wins
 * @param simplify stable keys, null where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url beside it
 */
export function presentMedia(body: Entity, urn: string, simplify: boolean): IDataObject {
	const entity = readMedia(body);
	const id = entity.id ?? urn;
	// Media doesn't have its own page; only the file can be opened, for some hours.
	const identity = { urn: id, url: entity.downloadUrl ?? null };
	if (!simplify) return rawItem(body, identity);
	return {
		...identity,
		urlExpiresAt: isoTime(entity.downloadUrlExpiresAt),
		type: kindOfUrn(id) ?? null,
		status: entity.status ?? null,
		owner: entity.owner ?? null,
		altText: entity.altText ?? null,
		width: entity.aspectRatioWidth ?? null,
		height: entity.aspectRatioHeight ?? null,
		durationMs: entity.duration ?? null,
		thumbnail: entity.thumbnail ?? null,
		captions: entity.captions ?? null,
		failure: entity.processingFailureReason ?? null,
	};
}

/** Undefined if it isn't the URN of an image, video or document. */
export function kindOfUrn(urn: string): MediaKind | undefined {
	return /^urn:li:(image|video|document):[\w-]+$/.exec(urn)?.[1] as MediaKind | undefined;
}

/**
 * A URN of uploaded media, typed or from an earlier node, percent-encoded or not.
 * @param kinds that fit here
 * @throws InputError
 */
export function parseMediaUrn(entry: string, field: string, kinds: MediaKind[]): string {
	const urn = plainUrn(entry);
	const kind = kindOfUrn(urn);
	if (kind && kinds.includes(kind)) return urn;
	throw new InputError(
		field,
		`"${shownTyped(entry)}" isn't a valid ${kinds.join(', ').replace(/, (\w+)$/, ' or $1')} URN`,
		`Enter the URN of an upload, e.g. urn:li:${kinds[0]}:C4E10AQFoyyAjHPMQuQ, the name of a binary field, or a web address that starts with https://.`,
	);
}

/** LinkedIn answered with success but left out what the upload needs. */
export function unreadableStart(kind: string): LinkedInError {
	return new LinkedInError(`LinkedIn didn't return an upload address for the ${kind}`, {
		code: 'UNEXPECTED_ANSWER',
		advice: 'Nothing was posted. Run it again; if this persists, try another API Version in the credential.',
	});
}
