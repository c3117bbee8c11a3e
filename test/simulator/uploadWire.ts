import { request } from 'undici';
import { ACME, enc, send } from './wire';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

/** Parts of a video, in bytes. */
export const PART = 4_194_304;
export const BYTES = { 'content-type': 'application/octet-stream' };

export interface Instructions {
	video: string;
	uploadToken: string;
	uploadInstructions: Array<{ uploadUrl: string; firstByte: number; lastByte: number }>;
	captionsUploadUrl?: string;
	thumbnailUploadUrl?: string;
}

/** Sends bytes to an address of the upload host; the ETag is returned without its quotes. */
export async function upload(
	url: string,
	body: Buffer | string,
	headers: Record<string, string>,
	method = 'PUT',
): Promise<{ status: number; etag: string; text: string }> {
	const reply = await request(url, { method: method as 'PUT', headers, body });
	return {
		status: reply.statusCode,
		etag: String(reply.headers.etag).replaceAll('"', ''),
		text: await reply.body.text(),
	};
}

/** The media calls of one token, typed by hand from docs.images, docs.videos and docs.documents. */
export function mediaClient(simulator: Simulator, token: string) {
	const post = async (path: string, body: unknown, as: string): Promise<WireAnswer> =>
		send(simulator, { method: 'POST', path, body, token: as });
	const initialize = async (kind: string, asked: Record<string, unknown>, as = token) =>
		post(`/rest/${kind}s?action=initializeUpload`, { initializeUploadRequest: asked }, as);
	const read = async (urn: string, as = token) =>
		send(simulator, { path: `/rest/${urn.split(':')[2]}s/${enc(urn)}`, token: as });
	return {
		initialize,
		read,
		statusOf: async (urn: string): Promise<string> => (await read(urn)).json.status,
		bearer: (as = token) => ({ authorization: `Bearer ${as}` }),
		beginVideo: async (file: Buffer, more = {}): Promise<Instructions> =>
			(await initialize('video', { owner: ACME, fileSizeBytes: file.length, ...more })).json.value,
		/** All parts at once; returns their ids in the order of the instructions. */
		uploadParts: async (file: Buffer, { uploadInstructions }: Instructions): Promise<string[]> => {
			const replies = await Promise.all(
				uploadInstructions.map(async ({ uploadUrl, firstByte, lastByte }) =>
					upload(uploadUrl, file.subarray(firstByte, lastByte + 1), BYTES),
				),
			);
			const failed = replies.find((reply) => reply.status !== 200);
			if (failed) throw new Error(`A part was refused: ${failed.status} ${failed.text}`);
			return replies.map((reply) => reply.etag);
		},
		finalize: async (video: string, uploadedPartIds: string[], uploadToken = '') =>
			post(
				'/rest/videos?action=finalizeUpload',
				{ finalizeUploadRequest: { video, uploadToken, uploadedPartIds } },
				token,
			),
	};
}
