/**
 * Sends the bytes of a file to the address that LinkedIn gave for it, in a separate lane. Sending the same bytes again
 * changes nothing, so after any ambiguous result they're sent again.
 * @see docs.images, docs.videos, docs.documents
 */
import { readErrorResponse, type ErrorResponse } from '../errors/errorResponse';
import { explain, LinkedInError } from '../errors/errors';
import { deadlineMs } from '../limits/callLimits';
import { monotonic } from '../limits/clock';
import { laneStuck } from '../limits/rateLimiter';
import { decide, DEFAULT_MAX_WAIT_MS, outcomeOf, type Outcome } from '../limits/retry';
import { readMoment } from '../limits/serverTiming';
import { abortableSleep } from '../limits/sleep';
import { parsedUrl } from '../text/parsedUrl';
import type { Attempt, Reply, Settings, Upload } from '../types';
import { hostOptions } from './buildRequest';
import { noteCall, type Noting } from '../ledger/bookkeeping';
import { sendRequest } from './httpClient';
import type { Signer } from './signing';

export interface Sender extends Noting {
	signer: Signer;
	version: string;
	settings: Settings;
	signal: AbortSignal | undefined;
}

/** Clients read these differently, so the checked address might not be the one that is called. */
const ODD_ADDRESS = /[\s\\\p{Cc}]/u;

type Passed = { kind: 'done'; answer: Attempt & { kind: 'reply' } } | { kind: 'again'; waitMs: number };
type Ended = Passed | { kind: 'failed'; error: LinkedInError };

/** @throws LinkedInError, or InputError if the file is gone */
export async function upload(sender: Sender, request: Upload): Promise<Reply<unknown>> {
	const { connection, settings, signal } = sender;
	const url = allowedUrl(request, connection.apiHost);
	const endpoint = `${request.method} ${url.origin}`;
	const untilMs = monotonic.now() + (settings.maxWaitMs ?? DEFAULT_MAX_WAIT_MS);
	for (let count = 1; ; count += 1) {
		const callMs = deadlineMs('upload', request.sizeBytes);
		const wish = { lane: 'upload' as const, endpoint, signal, deadlineMs: untilMs, callMs };
		const passed = await sender.memory.connection.rateLimiter.pass(
			wish,
			async () => await sendOnce(sender, request, count, untilMs),
		);
		if (passed.kind === 'done') {
			const { status, headers, body } = passed.answer;
			return { status, headers, body };
		}
		if (passed.kind === 'failed') throw passed.error;
		if (passed.kind === 'stuck') throw laneStuck(endpoint, passed.forMs);
		if (passed.kind === 'again') await abortableSleep(passed.waitMs, signal);
	}
}

async function sendOnce(sender: Sender, request: Upload, count: number, untilMs: number): Promise<Ended> {
	const { signer, connection, settings, version } = sender;
	const bytes = await request.open();
	const options = hostOptions(settings.options, connection.apiHost);
	const answered = noteCall(sender, {
		endpoint: `${request.method} ${new URL(request.url).origin}`,
		changes: true,
	});
	const answer = await sendRequest(signer, request.withToken ? connection.credentialType : undefined, {
		kind: 'upload',
		method: request.method,
		url: request.url,
		headers: {
			...request.headers,
			'Content-Length': String(request.sizeBytes),
			...(request.isVersioned && { 'Linkedin-Version': version }),
		},
		body: bytes,
		sizeBytes: request.sizeBytes,
		// Without renewing the token: n8n can't send a stream twice, and the JSON call before has renewed it.
		options,
	});
	answered(answer);
	if ('destroy' in bytes) bytes.destroy();
	if ('failure' in bytes && bytes.failure !== undefined) throw bytes.failure;
	if (answer.kind === 'failure') return { kind: 'failed', error: blocked(answer.error, request) };
	if (answer.kind === 'reply' && answer.status >= 200 && answer.status < 300) return { kind: 'done', answer };
	const refusal = answer.kind === 'reply' ? readErrorResponse(answer) : undefined;
	const outcome = outcomeOf({}, answer, refusal);
	const decision = decide('UPDATE', outcome, count, untilMs - monotonic.now(), Math.random());
	if (decision.again) return { kind: 'again', waitMs: decision.waitMs };
	return { kind: 'failed', error: errorOf(request, answer, refusal, outcome, settings) };
}

/**
 * The address must be https, and may be this machine only if the API host is, as with the simulator. The token goes
 * only to LinkedIn's own hosts and to exactly the API host, including scheme and port.
 * @throws LinkedInError
 */
function allowedUrl({ url, what, withToken }: Upload, apiHost: string): URL {
	const host = new URL(apiHost);
	const given = ODD_ADDRESS.test(url) ? undefined : parsedUrl(url);
	const isBare = given?.username === '' && given.password === '';
	const isSafe =
		isBare &&
		(given.protocol === 'https:' || (given.protocol === 'http:' && isLoopback(given) && isLoopback(host)));
	const isTrusted = given && (isOfLinkedIn(given) || given.origin === host.origin);
	if (given && isSafe && (!withToken || isTrusted)) return given;
	throw new LinkedInError(
		`LinkedIn gave an upload address for ${what} that isn't allowed (${shownAddress(url, given)}), so the file wasn't sent`,
		{
			code: 'UNSAFE_UPLOAD_HOST',
			field: 'API Host',
			advice:
				"Files go only to https addresses, and the token only to LinkedIn or the credential's API host. Check Environment in the credential.",
		},
	);
}

/** Enough to recognize it; the rest may be a signature or a whole file. */
const SHOWN_CHARACTERS = 60;

/** An address from a server, without what may be secret: user, query and path. */
function shownAddress(url: string, given: URL | undefined): string {
	if (given?.host) return `${given.protocol}//${given.host}`;
	const text = url.trim();
	if (text === '') return 'no address was given';
	const start = text.split(/[?#]/, 1)[0].slice(0, SHOWN_CHARACTERS);
	return JSON.stringify(start.length < text.length ? `${start}…` : start);
}

function isOfLinkedIn({ protocol, hostname, port }: URL): boolean {
	return protocol === 'https:' && port === '' && /(^|\.)linkedin\.com$/.test(hostname);
}

function isLoopback({ hostname }: URL): boolean {
	return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function blocked(error: LinkedInError, { url, what }: Upload): LinkedInError {
	if (error.details.code !== 'BLOCKED_BY_N8N') return error;
	const { hostname } = new URL(url);
	return new LinkedInError(`n8n itself blocked sending ${what} to ${hostname}`, {
		...error.details,
		advice: `LinkedIn receives files at ${hostname}, not at the API host. Add it to the credential's Allowed HTTP Request Domains.`,
	});
}

/** Seen and documented for an expired address; if LinkedIn doesn't say, the clock decides. */
function isExpired({ expiresAtMs }: Upload, { status, code, message }: ErrorResponse): boolean {
	if (code === 'EXPIRED_UPLOAD_URL' || /url is expired|url has expired/i.test(message ?? '')) return true;
	if (expiresAtMs === undefined || ![400, 401, 403, 404, 410].includes(status)) return false;
	const endsAtMs = readMoment(expiresAtMs, Date.now());
	return endsAtMs !== undefined && endsAtMs <= Date.now();
}

function errorOf(
	request: Upload,
	answer: Attempt,
	refusal: ErrorResponse | undefined,
	outcome: Outcome,
	{ scopes, role }: Settings,
): LinkedInError {
	const { what, url } = request;
	if (!refusal) {
		const cause =
			answer.kind === 'silence' && answer.cause ? ` (${answer.cause.replace(/^E/, '').toLowerCase()})` : '';
		return new LinkedInError(`The connection to ${new URL(url).host} broke while sending ${what}${cause}`, {
			code: 'NO_ANSWER',
			advice: 'Nothing was posted. Run it again, or raise Max Wait in the options to keep trying for longer.',
		});
	}
	if (isExpired(request, refusal)) {
		return new LinkedInError(
			`The address that LinkedIn gave for ${what} has expired${refusal.message ? `: ${refusal.message}` : ''}`,
			{
				status: refusal.status,
				code: 'EXPIRED_UPLOAD_URL',
				requestId: refusal.requestId ?? null,
				advice: 'Nothing was posted. Run it again: it asks LinkedIn for a new address first.',
			},
		);
	}
	const needed = [...(scopes?.member ?? []), ...(scopes?.page ?? [])];
	const { daily, retryAtMs } = outcome.kind === 'reply' ? outcome : {};
	const explained = explain(refusal, {
		endpoint: `${request.method} ${what}`,
		scopes: needed,
		role,
		isDaily: daily,
		retryAtMs,
	});
	const { message, details } = explained;
	return new LinkedInError(`Sending ${what} failed: ${message}`, {
		...details,
		advice: `${details.advice} Nothing was posted.`,
	});
}
