/**
 * Images and documents: LinkedIn returns a URL, and the file is sent there in one piece.
 * @see docs.images
 * @see docs.documents
 */
import { z } from 'zod';

import { optionalText, readEntity } from '../../../transport/answers/readEntity';
import { counted } from '../../../transport/text/counted';
import type { LinkedInClient } from '../../../transport/types';
import { MEDIA_PATH, unreadableStart } from './entity';
import { originOf } from './openFile';
import type { CheckedFile, MediaSource } from './source';
import { uploadVideoFile } from './video';
import type { VideoExtras } from './videoExtras';

/** LinkedIn's parts of a video, for the estimate of calls. */
const PART_BYTES = 4_194_304;

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

/** What uploads cost, for Validate Only. */
export interface UploadCalls {
	/** To the API: beginning and finishing uploads. */
	uploads: number;
	/** To the upload host: files, or parts of them. */
	files: number;
	/** At least; more if processing takes longer. */
	readiness: number;
}

/**
 * A file used twice is uploaded once; the status of the first medium is asked alone, the rest together.
 * @param waits until LinkedIn has processed them
 */
export function uploadCalls(
	sources: MediaSource[],
	{ captions, thumbnail }: VideoExtras,
	waits: boolean,
): UploadCalls {
	const files = new Map(sources.flatMap((source) => ('urn' in source ? [] : [[source.file.key, source]])));
	const calls: UploadCalls = { uploads: 0, files: (captions ? 1 : 0) + (thumbnail ? 1 : 0), readiness: 0 };
	for (const { kind, file } of files.values()) {
		calls.uploads += kind === 'video' ? 2 : 1;
		calls.files += kind === 'video' ? Math.max(1, Math.ceil(file.sizeBytes / PART_BYTES)) : 1;
	}
	if (waits && sources.length > 0) calls.readiness = sources.length > 1 ? 2 : 1;
	return calls;
}

/** Media that LinkedIn already has is only waited for. */
export function uploadSteps(kind: string, { uploads, files, readiness }: UploadCalls): string[] {
	const steps: string[] = [];
	if (uploads > 0) {
		// A video is begun and finished.
		const what = counted(kind === 'video' ? uploads / 2 : uploads, kind);
		const calls = counted(uploads, 'call');
		steps.push(`Upload ${what} (${calls}, and ${counted(files, 'request')} to LinkedIn's upload host)`);
	}
	if (readiness > 0)
		steps.push(`Wait until LinkedIn has processed it (at least ${counted(readiness, 'call')})`);
	return steps;
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
