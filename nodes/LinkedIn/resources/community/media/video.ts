/**
 * Videos: LinkedIn names the parts and a URL for each, and requires their ETags in that order to finish.
 * @see docs.videos
 */
import { z } from 'zod';

import { optionalText, readEntity } from '../../../transport/answers/readEntity';
import { LinkedInError } from '../../../transport/errors/errors';
import { cutParts, inParallel, partsProblem, type FilePart } from '../../../transport/media/parts';
import type { LinkedInClient, RestliRequest } from '../../../transport/types';
import { MEDIA_PATH, readMedia, unreadableStart } from './entity';
import { nameOf } from './openFile';
import type { CheckedFile } from './source';
import { sendCaptions, sendThumbnail, type VideoExtras } from './videoExtras';

const PARTS_AT_ONCE = 4;

const started = z.object({
	value: z.object({
		video: z.string(),
		/** May be empty, and is sent back unchanged. */
		uploadToken: z.string().default(''),
		uploadUrlsExpireAt: z.number().optional(),
		uploadInstructions: z
			.array(z.object({ uploadUrl: z.string(), firstByte: z.number(), lastByte: z.number() }))
			.min(1),
		captionsUploadUrl: optionalText,
		thumbnailUploadUrl: optionalText,
	}),
});

type Started = z.infer<typeof started>['value'];

/**
 * Uploads a video with captions and thumbnail, once per run and owner.
 * @returns its URN; LinkedIn still has to process it
 * @throws LinkedInError
 */
export async function uploadVideoFile(
	linkedin: LinkedInClient,
	video: CheckedFile,
	owner: string,
	{ captions, thumbnail }: VideoExtras,
): Promise<string> {
	const key = ['video', video.file.key, captions?.key, captions?.locale, thumbnail?.file.key, owner].join(
		' ',
	);
	return await linkedin.once(key, async () => {
		const start = await begin(linkedin, video, owner, { captions, thumbnail });
		const uploadedPartIds = await sendParts(linkedin, video, start);
		if (captions) await sendCaptions(linkedin, captions, start.captionsUploadUrl, start.uploadUrlsExpireAt);
		if (thumbnail)
			await sendThumbnail(linkedin, thumbnail, start.thumbnailUploadUrl, start.uploadUrlsExpireAt);
		await finalize(linkedin, start, uploadedPartIds);
		return start.video;
	});
}

async function begin(
	linkedin: LinkedInClient,
	{ file }: CheckedFile,
	owner: string,
	{ captions, thumbnail }: VideoExtras,
): Promise<Started> {
	const { body } = await linkedin.request<unknown>({
		restliMethod: 'ACTION',
		path: MEDIA_PATH.video,
		query: { action: 'initializeUpload' },
		body: {
			initializeUploadRequest: {
				owner,
				fileSizeBytes: file.sizeBytes,
				uploadCaptions: captions !== undefined,
				uploadThumbnail: thumbnail !== undefined,
			},
		},
		isRepeatable: true,
		needsBody: true,
	});
	const start = readEntity(started, body)?.value;
	if (!start) throw unreadableStart('video');
	const problem = partsProblem(start.uploadInstructions, file.sizeBytes);
	if (!problem) return start;
	throw new LinkedInError(`LinkedIn's upload parts don't match the video: ${problem}`, {
		code: 'UNEXPECTED_ANSWER',
		advice: 'Nothing was posted. Run it again.',
	});
}

/** @returns the ETags in the order of LinkedIn's instructions */
async function sendParts(linkedin: LinkedInClient, { file }: CheckedFile, start: Started): Promise<string[]> {
	const ranges = start.uploadInstructions;
	const ids = new Map<number, string>();
	await inParallel(cutParts(file.chunks(), ranges, file.sizeBytes), PARTS_AT_ONCE, async (part) => {
		ids.set(part.index, await sendPart(linkedin, part, start));
		part.release();
	});
	const sent = ranges.flatMap((_, index) => ids.get(index) ?? []);
	const expected = ranges.filter(({ firstByte }) => firstByte < file.sizeBytes).length;
	if (sent.length === expected) return sent;
	throw new LinkedInError(`${nameOf(file)} ended before its ${file.sizeBytes} bytes`, {
		code: 'INVALID_INPUT',
		advice: 'Nothing was posted. Run the workflow again from the node that outputs the file.',
	});
}

async function sendPart(
	linkedin: LinkedInClient,
	{ index, bytes }: FilePart,
	start: Started,
): Promise<string> {
	const what = `part ${index + 1} of ${start.uploadInstructions.length} of the video`;
	const { headers } = await linkedin.upload({
		what,
		method: 'PUT',
		url: start.uploadInstructions[index].uploadUrl,
		expiresAtMs: start.uploadUrlsExpireAt,
		withToken: false,
		headers: { 'Content-Type': 'application/octet-stream' },
		sizeBytes: bytes.length,
		open: async () => bytes,
	});
	const id = (headers.etag ?? '').replace(/^"(.*)"$/, '$1');
	if (id !== '') return id;
	throw new LinkedInError(`LinkedIn accepted ${what} without an ETag, so the video can't be completed`, {
		code: 'UNEXPECTED_ANSWER',
		advice: 'Nothing was posted. A proxy may have removed the ETag header; run it again.',
	});
}

/** After a lost answer the video's status shows whether it was finished; finishing the same parts again is safe. */
async function finalize(linkedin: LinkedInClient, start: Started, uploadedPartIds: string[]): Promise<void> {
	const { video, uploadToken } = start;
	const request: RestliRequest = {
		restliMethod: 'ACTION',
		path: MEDIA_PATH.video,
		query: { action: 'finalizeUpload' },
		body: { finalizeUploadRequest: { video, uploadToken, uploadedPartIds } },
		isStep: true,
	};
	await linkedin.request(request, async () => {
		const found = await linkedin.attempt<unknown>({
			restliMethod: 'GET',
			path: `${MEDIA_PATH.video}/{video}`,
			keys: { video },
		});
		const { status } = found.ok ? readMedia(found.reply.body) : {};
		if (!status || status === 'WAITING_UPLOAD') return 'absent';
		return { status: 200, headers: {}, body: {} };
	});
}
