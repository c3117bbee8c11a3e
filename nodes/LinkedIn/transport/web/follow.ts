/** Sends a request for a file, and follows redirects one by one, so that each address is checked. */
import type { IHttpRequestOptions } from 'n8n-workflow';

import { depthsOf, type RawResponse } from '../client/failure';
import type { Signer } from '../client/signing';
import { settled } from '../flow/settled';
import { noteFetch, type Noting } from '../ledger/bookkeeping';
import { DEADLINE_MS, deadlineMs } from '../limits/callLimits';
import { monotonic } from '../limits/clock';
import { withDeadline } from '../limits/deadline';
import { abortableSleep } from '../limits/sleep';
import type { Settings } from '../types';
import { badRedirect, broken, notFetched, tooManyRedirects, unanswered, Unanswered } from './fetchErrors';
import type { Wanted } from './wanted';
import { readAddress } from './webAddress';

/** Whose fetches these are. */
export interface Fetching extends Noting {
	signer: Signer;
	settings: Settings;
	signal: AbortSignal | undefined;
}

/** A file whose headers have arrived. */
export interface Fetched {
	/** Where it was found, after redirects. */
	url: URL;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** As the server told it; it may be wrong. */
	sizeBytes: number | undefined;
	/** The bytes, once. @throws LinkedInError if they don't arrive in time */
	chunks(): AsyncGenerator<Uint8Array>;
	/** Ends the connection, if the bytes aren't wanted. */
	close(): void;
}

type FileStream = AsyncIterable<Uint8Array> & {
	destroy?(): unknown;
	on?(event: 'error', listener: () => void): unknown;
};

const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
/** For all of a file whose length isn't known. */
const WITHOUT_LENGTH_MS = 120_000;
/** Fetching twice is harmless; a server that fails once often answers a moment later. */
const AGAIN_AFTER_MS = 1_000;

/** @throws LinkedInError if no file can be had there */
export async function openAnswer(fetching: Fetching, wanted: Wanted): Promise<Fetched> {
	const first = await settled(async () => await follow(fetching, wanted));
	if (first.ok && first.value.status < 500) return usable(fetching, wanted, first.value);
	fetching.signal?.throwIfAborted();
	if (first.ok) first.value.close();
	else if (!(first.failure instanceof Unanswered)) throw first.failure;
	else if (first.failure.isFinal) throw unanswered(wanted, first.failure);
	await abortableSleep(AGAIN_AFTER_MS, fetching.signal);
	const second = await settled(async () => await follow(fetching, wanted));
	if (second.ok) return usable(fetching, wanted, second.value);
	fetching.signal?.throwIfAborted();
	throw second.failure instanceof Unanswered ? unanswered(wanted, second.failure) : second.failure;
}

interface Answer {
	url: URL;
	status: number;
	headers: Record<string, string>;
	body: FileStream;
	/** Ends the connection. */
	close(): void;
}

async function follow(fetching: Fetching, wanted: Wanted): Promise<Answer> {
	let url = wanted.address;
	for (let count = 0; ; count += 1) {
		const answer = await get(fetching, url);
		if (!REDIRECTS.includes(answer.status)) return answer;
		answer.close();
		if (count === MOST_REDIRECTS) throw tooManyRedirects(wanted, MOST_REDIRECTS);
		const next = readAddress(answer.headers.location ?? '', url);
		if (!next.ok) throw badRedirect(wanted, next.problem);
		({ url } = next);
	}
}

async function get(fetching: Fetching, url: URL): Promise<Answer> {
	const { signer, settings, signal } = fetching;
	const { allowedDomains, proxy } = settings.options ?? {};
	const deadline = withDeadline(DEADLINE_MS.read, signal);
	const startedMs = monotonic.now();
	// Outlives the deadline for the headers: only this ends the connection while a body is read.
	const connection = new AbortController();
	const options = {
		method: 'GET',
		url: url.href,
		// Compressed, the length would be another one.
		headers: { Accept: '*/*', 'Accept-Encoding': 'identity' },
		returnFullResponse: true,
		encoding: 'stream',
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		timeout: DEADLINE_MS.read,
		// Certificates are always checked, whatever the node's options say about LinkedIn's.
		allowedDomains,
		proxy,
		abortSignal: connection.signal,
	} as unknown as IHttpRequestOptions;
	const got = await settled(
		async () => (await deadline.hold(signer.context.helpers.httpRequest(options))) as RawResponse,
	);
	deadline.end();
	const status = got.ok ? (got.value.statusCode ?? got.value.status ?? 0) : undefined;
	noteFetch(fetching, url.host, status, monotonic.now() - startedMs);
	if (!got.ok) {
		connection.abort();
		signal?.throwIfAborted();
		const depths = await depthsOf(got.failure, 0);
		const words = depths.flatMap(({ code, httpCode, message, description, messages = [] }) => [
			code,
			httpCode,
			message,
			description,
			...messages,
		]);
		throw new Unanswered(url.host, words.join(' '), deadline.isOver());
	}
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(got.value.headers ?? {}))
		headers[name.toLowerCase()] = String(value);
	const body = got.value.body as FileStream;
	// Where nobody reads it any more, an error would end n8n.
	body.on?.('error', () => undefined);
	const close = () => {
		connection.abort();
		body.destroy?.();
	};
	return { url, status: status ?? 0, headers, body, close };
}

function usable(fetching: Fetching, wanted: Wanted, answer: Answer): Fetched {
	const { url, status, headers, close } = answer;
	if (status !== 200) {
		close();
		throw notFetched(wanted, url, status);
	}
	const told = headers['content-length'] ?? '';
	const sizeBytes = /^\d{1,15}$/.test(told) ? Number(told) : undefined;
	const mostMs = sizeBytes === undefined ? WITHOUT_LENGTH_MS : Number.POSITIVE_INFINITY;
	return {
		url,
		headers,
		sizeBytes,
		chunks: () => chunksOf(fetching, wanted, answer, mostMs),
		close,
	};
}

async function* chunksOf(
	{ signal }: Fetching,
	wanted: Wanted,
	{ body, close }: Answer,
	mostMs: number,
): AsyncGenerator<Uint8Array> {
	const chunks = body[Symbol.asyncIterator]();
	let [receivedBytes, waitedMs] = [0, 0];
	try {
		for (;;) {
			// By what has arrived, so that a server that sends almost nothing doesn't last as long as it says.
			const deadline = withDeadline(Math.min(deadlineMs('read', receivedBytes), mostMs) - waitedMs, signal);
			const fromMs = monotonic.now();
			const next = await settled(async () => await deadline.hold(chunks.next()));
			deadline.end();
			waitedMs += monotonic.now() - fromMs;
			signal?.throwIfAborted();
			if (!next.ok) throw broken(wanted, deadline.isOver());
			if (next.value.done) return;
			receivedBytes += next.value.value.length;
			yield next.value.value;
		}
	} finally {
		// Not by the iterator, which would wait for bytes that may never come.
		close();
	}
}
