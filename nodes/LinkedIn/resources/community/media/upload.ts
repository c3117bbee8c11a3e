/**
 * Images and documents: LinkedIn returns a URL, and the file is sent there in one piece.
 * @see docs.images
 * @see docs.documents
 */
import { z } from 'zod';

import { optionalText, readEntity } from '../../../transport/answers/readEntity';
import type { LinkedInClient } from '../../../transport/types';
import { MEDIA_PATH, unreadableStart } from './entity';
import { originOf } from './openFile';
import type { CheckedFile, MediaSource } from './source';
import { uploadVideoFile } from './video';
import type { VideoExtras } from './videoExtras';

const started = z.object({
	value: z.object({
		uploadUrl: z.string(),
		uploadUrlExpiresAt: z.number().optional(),
		image: optionalText,
		document: optionalText,
	}),
});

/**
 * The URN of a source: its own, or that of a new upload. A file that several items of a run use for the same owner is
 * uploaded once.
 * @param owner URN of the person or page that will post it; LinkedIn refuses anyone else's media
 * @throws LinkedInError
 */
export async function uploadedUrn(
	linkedin: LinkedInClient,
	source: MediaSource,
	owner: string,
	extras: VideoExtras = {},
): Promise<string> {
	if ('urn' in source) return source.urn;
	if (source.kind === 'video') return await uploadVideoFile(linkedin, source, owner, extras);
	return await linkedin.once(
		`${source.kind} ${source.file.key} ${owner}`,
		async () => await uploadOne(linkedin, source, owner),
	);
}

async function uploadOne(
	linkedin: LinkedInClient,
	{ kind, file }: CheckedFile,
	owner: string,
): Promise<string> {
	const { body } = await linkedin.request<unknown>({
		restliMethod: 'ACTION',
		path: MEDIA_PATH[kind],
		query: { action: 'initializeUpload' },
		body: { initializeUploadRequest: { owner } },
		isRepeatable: true,
		needsBody: true,
	});
	const value = readEntity(started, body)?.value;
	const urn = kind === 'image' ? value?.image : value?.document;
	if (!value || !urn) throw unreadableStart(kind);
	await linkedin.upload({
		what: `the ${kind} ${originOf(file)}`,
		method: 'PUT',
		url: value.uploadUrl,
		expiresAtMs: value.uploadUrlExpiresAt,
		withToken: true,
		headers: { 'Content-Type': 'application/octet-stream' },
		sizeBytes: file.sizeBytes,
		open: file.open,
	});
	return urn;
}
