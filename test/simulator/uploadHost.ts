import { createServer } from 'node:http';
import { ApiError, apiError, badRequest, denied, notFound } from './errors';
import { inspectImage } from './mediaBytes';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Answer } from './resource';
import type { Fault } from './faults';
import type { Received, Slot } from './media';
import type { World } from './server';

/** One request to the upload host, as received, and its result. Contains no token. */
export interface LoggedUpload {
	/** Epoch ms of the simulator's clock. */
	at: number;
	method: string;
	url: string;
	headers: Record<string, string | undefined>;
	/** Number of body bytes received. */
	bytes: number;
	sha256?: string;
	/** 0 while unanswered, and permanently if a fault broke the connection. */
	status: number;
	/** The purpose of the URL; absent for a URL that isn't ours. */
	what?: Slot['what'] | 'download';
	media?: string;
	/** For a part: its place in the instructions, from 0. */
	part?: number;
	fault?: string;
}

/** Of all upload and download URLs. */
export const UPLOAD_PATH = '/dms-uploads/';

/**
 * Answers requests to an upload or download URL. Bodies are read as they arrive; only `state.keepUploadedBytes` keeps
 * them.
 */
export function serveUploads(world: World, log: LoggedUpload[]) {
	return (request: IncomingMessage, response: ServerResponse): void => {
		serve(world, log, request, response).catch((error: unknown) => {
			if (response.destroyed) return;
			const message = error instanceof Error ? error.stack : String(error);
			write(response, { status: 500, body: { code: 'SIMULATOR_DEFECT', message } });
		});
	};
}

/**
 * The host of the URLs that are signed and need no token, on a separate port, like LinkedIn's upload host
 * (docs.videos). URLs that need a token are at the API's own address: sending a token elsewhere may leak it.
 */
export function createUploadHost(world: World, log: LoggedUpload[]): Server {
	return createServer(serveUploads(world, log));
}

async function serve(
	world: World,
	log: LoggedUpload[],
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const url = request.url ?? '';
	const slot = world.state.media.slotAt(url);
	const entry: LoggedUpload = {
		at: world.clock.now(),
		method: request.method ?? '',
		url,
		headers: headersOf(request),
		bytes: 0,
		status: 0,
		...(slot ? { what: slot.what, media: slot.media.urn } : {}),
		...(slot?.what === 'part' ? { part: world.state.media.slots(slot.media, 'part').indexOf(slot) } : {}),
	};
	log.push(entry);
	const fault = world.faults.take({ method: entry.method, url, restliMethod: undefined });
	if (fault) {
		entry.fault = typeof fault.effect === 'string' ? fault.effect : `status ${fault.effect.status}`;
		if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
	}
	if (fault?.effect === 'reset' && !fault.afterHandling) return void request.socket.resetAndDestroy();
	const received = await read(world, request);
	// The client disconnected halfway, so nothing was uploaded.
	if (!received) return;
	Object.assign(entry, { bytes: received.size, sha256: received.sha256 });
	if (fault && fault.effect !== 'pass' && !fault.afterHandling)
		return strike(fault, entry, request, response);
	const result = await answer(world, request, url, slot, received, entry);
	if (fault?.afterHandling && fault.effect !== 'pass') return strike(fault, entry, request, response);
	entry.status = result.status;
	write(response, result);
}

function headersOf(request: IncomingMessage): LoggedUpload['headers'] {
	const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
	return {
		...Object.fromEntries(headers),
		...(request.headers.authorization === undefined ? {} : { authorization: '***' }),
	};
}

async function read(world: World, request: IncomingMessage): Promise<Received | undefined> {
	const collector = world.state.media.collector();
	try {
		for await (const chunk of request) collector.add(chunk as Buffer);
	} catch {
		return undefined;
	}
	return request.complete ? collector.end() : undefined;
}

async function answer(
	world: World,
	request: IncomingMessage,
	url: string,
	slot: Slot | undefined,
	received: Received,
	entry: LoggedUpload,
): Promise<Answer | ApiError> {
	try {
		if (slot) return await upload(world, request, slot, received);
		const listOwner = world.state.ads.audiences.uploadOwner(url);
		if (listOwner) return receiveList(world, request, listOwner, received);
		entry.what = 'download';
		return download(world, request, url);
	} catch (error) {
		if (error instanceof ApiError) return error;
		throw error;
	}
}

/** Stores the bytes of a file at its upload URL. @throws ApiError */
async function upload(
	world: World,
	request: IncomingMessage,
	slot: Slot,
	received: Received,
): Promise<Answer> {
	const { media: library } = world.state;
	const { media, what } = slot;
	const { headers } = request;
	const method = what === 'captions' ? 'POST' : 'PUT';
	if (request.method !== method) {
		throw new ApiError(405, { status: 405, code: 'METHOD_NOT_ALLOWED', message: `This URL takes ${method}` });
	}
	if (headers['content-length'] === undefined) throw new ApiError(411, '');
	if (what === 'part') {
		if (headers.authorization !== undefined) {
			throw badRequest('The upload URL of a video part is signed and takes no Authorization header');
		}
		if (headers['content-type'] !== 'application/octet-stream') {
			throw badRequest(
				`A video part is application/octet-stream, not ${headers['content-type'] ?? 'untyped'}`,
			);
		}
	} else {
		requireUploader(world, headers.authorization, slot);
	}
	if (library.isExpired(media)) {
		const kind = media.kind[0].toUpperCase() + media.kind.slice(1);
		throw apiError(400, 'EXPIRED_UPLOAD_URL', `The ${kind} upload URL is expired`);
	}
	if (media.kind === 'video' && media.file) throw badRequest('The upload of this video is finalized');
	if (received.size === 0) throw badRequest('The upload has no bytes');
	if (slot.size !== undefined && received.size !== slot.size) {
		throw badRequest(
			`This URL takes the bytes ${slot.firstByte} to ${slot.firstByte + slot.size - 1}, ${slot.size} in all; ${received.size} came`,
		);
	}
	if (what === 'captions') received.metadata = await readCaptions(world, headers, received.bytes);
	if (what === 'thumbnail') checkThumbnail(headers, received.bytes);
	library.receive(slot, received);
	// The quotes are part of an HTTP entity tag, not of the id.
	if (what === 'part') return { status: 200, headers: { etag: `"${received.etag ?? ''}"` } };
	return { status: 201 };
}

/** Bearer token of the app and member that began the upload. @throws ApiError 401, 403 */
function requireUploader(world: World, authorization: string | undefined, { media }: Slot): void {
	const token = world.state.tokens.require(authorization);
	if (token.app !== media.app || token.member !== media.member) {
		throw denied('The token is not of the application and member that began the upload');
	}
}

const CAPTIONS_METADATA = [
	'format',
	'formattedForEasyReader',
	'largeText',
	'source',
	'locale',
	'transcriptType',
];

/** A form of `metadata` and `file`, the SRT text (docs/behaviour.md#captions-and-thumbnails). @throws ApiError 400 */
async function readCaptions(
	world: World,
	headers: IncomingMessage['headers'],
	bytes: Buffer,
): Promise<unknown> {
	world.state.versions.require(headers['linkedin-version'] as string | undefined);
	const contentType = headers['content-type'] ?? '';
	if (!contentType.startsWith('multipart/form-data')) throw badRequest('Captions are multipart/form-data');
	const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
		.formData()
		.catch(() => undefined);
	if (!form) throw badRequest('The form of the captions cannot be read');
	const text = async (name: string) => {
		const part = form.get(name);
		return typeof part === 'string' ? part : part?.text();
	};
	const metadata = await text('metadata');
	const file = await text('file');
	if (metadata === undefined) throw badRequest('The form has no part "metadata"');
	if (file === undefined) throw badRequest('The form has no part "file"');
	const read = parseJson(metadata);
	const missing = CAPTIONS_METADATA.filter((name) => !Object.hasOwn(read, name));
	if (missing.length > 0) throw badRequest(`The metadata of the captions lacks ${missing.join(', ')}`);
	if (read.format !== 'SRT') throw badRequest('Captions have the format SRT');
	if (!/\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}/.test(file)) throw badRequest('The file is no SRT');
	return read;
}

function parseJson(text: string): Record<string, unknown> {
	try {
		return Object(JSON.parse(text)) as Record<string, unknown>;
	} catch {
		return {};
	}
}

/** docs/behaviour.md#captions-and-thumbnails @throws ApiError 400 */
function checkThumbnail(headers: IncomingMessage['headers'], bytes: Buffer): void {
	if (headers['media-type-family'] !== 'STILLIMAGE') {
		throw badRequest('A thumbnail has the header media-type-family: STILLIMAGE');
	}
	const { contentType = '', failure } = inspectImage(bytes);
	if (failure !== undefined || contentType === 'image/gif') throw badRequest('A thumbnail is a JPG or PNG');
}

/**
 * A list for an audience: bearer token, CSV, and its URN in `location` (docs.listUploads). @throws ApiError 400, 401,
 * 405
 */
function receiveList(world: World, request: IncomingMessage, owner: string, received: Received): Answer {
	world.state.tokens.require(request.headers.authorization);
	if (request.method !== 'POST') {
		throw new ApiError(405, { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'This URL takes POST' });
	}
	if (received.size === 0) throw badRequest('The list has no bytes');
	const { urn } = world.state.ads.audiences.receive(owner, received.bytes.toString());
	return { status: 201, headers: { location: urn } };
}

function download(world: World, request: IncomingMessage, url: string): Answer {
	const media = world.state.media.downloadAt(url);
	if (!media?.file || request.method !== 'GET') throw notFound('No such upload or download URL');
	return {
		status: 200,
		body: media.file.bytes,
		headers: { 'content-type': media.found.contentType ?? 'application/octet-stream' },
	};
}

function strike(fault: Fault, entry: LoggedUpload, request: IncomingMessage, response: ServerResponse): void {
	if (fault.effect === 'hang' || fault.effect === 'pass') return;
	if (fault.effect === 'reset') return void request.socket.resetAndDestroy();
	const { status, body, html, headers = {} } = fault.effect;
	entry.status = status;
	write(response, { status, body: html ?? body, headers });
}

function write(response: ServerResponse, result: Answer): void {
	const { status, body, headers = {} } = result;
	if (body === undefined || body === '') return void response.writeHead(status, headers).end();
	if (Buffer.isBuffer(body) || typeof body === 'string') {
		return void response.writeHead(status, headers).end(body);
	}
	response
		.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
		.end(JSON.stringify(body));
}
