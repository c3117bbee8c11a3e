import type { FastifyReply } from 'fastify';
import type { Answer } from './resource';

/** How an answer is changed on its way to the caller. */
export interface Spoiled {
	status?: number;
	/** Set, or removed if undefined; names in lower case. */
	headers?: Record<string, string | undefined>;
	/** Replaces LinkedIn's body, of which it gets a copy; a text is sent unchanged, anything else as JSON. */
	body?: (own: unknown) => unknown;
	/** The headers arrive, and this many bytes of a body; then the connection ends as `cutBy` says. */
	cutAfterBytes?: number;
	/** It's closed unless this says otherwise. */
	cutBy?: 'reset' | 'silence';
	/** The headers say gzip, but the bytes aren't. */
	brokenGzip?: true;
	/** The body is sent one byte at a time, with this many real milliseconds in between. */
	dripMs?: number;
	/** After the status, the headers contain a line that no client can parse. */
	garbledHead?: true;
}

/** The headers of a cut answer promise this many bytes more than are sent. */
const MISSING_BYTES = 64;
const HEAD_ARRIVES_MS = 30;

/** @param answer LinkedIn's own, with all its headers */
export function sendSpoiled(reply: FastifyReply, answer: Answer, spoiled: Spoiled): FastifyReply {
	const status = spoiled.status ?? answer.status;
	const body = bytesOf(spoiled.body ? spoiled.body(structuredClone(answer.body)) : answer.body);
	const headers = {
		...(body.length > 0 && { 'content-type': 'application/json; charset=utf-8' }),
		...answer.headers,
		...spoiled.headers,
	};
	const kept = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
	if (spoiled.cutAfterBytes !== undefined) {
		return cut(reply, status, kept, body, { after: spoiled.cutAfterBytes, by: spoiled.cutBy });
	}
	if (spoiled.dripMs !== undefined && body.length > 0) return drip(reply, status, kept, body, spoiled.dripMs);
	if (spoiled.garbledHead) {
		reply.hijack();
		reply.raw.socket?.end(`HTTP/1.1 ${status} Created\r\nthis is no header\r\n\r\n`);
		return reply;
	}
	void reply.code(status).headers(kept);
	if (spoiled.brokenGzip) return reply.header('content-encoding', 'gzip').send('These bytes are no gzip.');
	return body.length === 0 ? reply.send() : reply.send(body);
}

function bytesOf(body: unknown): Buffer {
	if (body === undefined || body === '') return Buffer.alloc(0);
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A missing body, or one that is shorter than the cut, is made longer. */
function cut(
	reply: FastifyReply,
	status: number,
	headers: Record<string, string | undefined>,
	body: Buffer,
	{ after, by }: { after: number; by: Spoiled['cutBy'] },
): FastifyReply {
	const part = Buffer.alloc(after, '{"id":"');
	body.copy(part);
	reply.hijack();
	reply.raw.writeHead(status, { ...headers, 'content-length': part.length + MISSING_BYTES });
	reply.raw.flushHeaders();
	const { socket } = reply.raw;
	const end = () => {
		if (by === undefined) socket?.destroySoon();
		// What a reset overtakes is lost.
		if (by === 'reset') setTimeout(() => socket?.resetAndDestroy(), HEAD_ARRIVES_MS);
	};
	if (after === 0) end();
	else reply.raw.write(part, end);
	return reply;
}

function drip(
	reply: FastifyReply,
	status: number,
	headers: Record<string, string | undefined>,
	body: Buffer,
	everyMs: number,
): FastifyReply {
	reply.hijack();
	reply.raw.writeHead(status, { ...headers, 'content-length': body.length });
	reply.raw.flushHeaders();
	let sent = 0;
	const timer = setInterval(() => {
		reply.raw.write(body.subarray(sent, (sent += 1)));
		if (sent === body.length) reply.raw.end(() => clearInterval(timer));
	}, everyMs);
	reply.raw.once('close', () => clearInterval(timer));
	return reply;
}
