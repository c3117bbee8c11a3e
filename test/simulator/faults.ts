import type { Spoiled } from './spoil';

/** A deliberate failure of LinkedIn. */
export interface Fault {
	/** Its name in the request log; by default its effect. */
	name?: string;
	/**
	 * All given conditions must match. `method` is the HTTP method, `path` is tested against path and query as sent.
	 */
	match: { method?: string; path?: RegExp; restliMethod?: string };
	/** How many requests it affects; 1 by default, Infinity is allowed. */
	times?: number;
	/** How many matching requests pass before. */
	after?: number;
	/** Do the work first and then fail: the ambiguous write. */
	afterHandling?: boolean;
	/** 'pass' only delays, or spoils the answer. */
	effect:
		| 'reset'
		| 'hang'
		| 'pass'
		| { status: number; body?: unknown; html?: string; headers?: Record<string, string> };
	/** With 'pass': how a successful answer is spoilt. A refusal is sent unchanged. */
	spoils?: Spoiled;
	/** Real milliseconds from the request's arrival to the effect. */
	delayMs?: number;
}

export class Faults {
	private armed: Array<{ fault: Fault; left: number; passes: number }> = [];

	add(fault: Fault): void {
		this.armed.push({ fault, left: fault.times ?? 1, passes: fault.after ?? 0 });
	}

	clear(): void {
		this.armed = [];
	}

	/** The fault that affects this request, if any; asking uses it up. */
	take(request: { method: string; url: string; restliMethod: string | undefined }): Fault | undefined {
		for (const one of this.armed) {
			const { method, path, restliMethod } = one.fault.match;
			const fits =
				(method === undefined || method.toUpperCase() === request.method) &&
				(path === undefined || new RegExp(path.source, path.flags.replace(/[gy]/g, '')).test(request.url)) &&
				(restliMethod === undefined || restliMethod.toUpperCase() === request.restliMethod);
			if (!fits || one.left <= 0) continue;
			if (one.passes > 0) {
				one.passes -= 1;
				continue;
			}
			one.left -= 1;
			return one.fault;
		}
		return undefined;
	}
}

type Where = Partial<Omit<Fault, 'effect'>>;
const API = { path: /^\/(rest|v2)\// };

const answering =
	(status: number, body: Record<string, unknown>, headers?: Record<string, string>) =>
	(where: Where = {}): Fault => ({
		match: API,
		...where,
		effect: { status, body: { status, ...body }, ...(headers ? { headers } : {}) },
	});

const SHORT_THROTTLE = {
	serviceErrorCode: 101,
	code: 'TOO_MANY_REQUESTS',
	message: 'Resource level throttle limit for calls to this resource is reached.',
};
const spoiling =
	(spoils: Spoiled) =>
	(where: Where = {}): Fault => ({ match: API, ...where, effect: 'pass', spoils });

/** Where LinkedIn returns the id of what it created (docs/behaviour.md#where-ids-are-returned). */
const NO_ID = { 'x-restli-id': undefined, 'x-linkedin-id': undefined, location: undefined };
const PAGE = '<!DOCTYPE html><html><body><h1>It works</h1></body></html>';

/** The body with these members, whatever they were before. */
const withMembers = (members: object) => (own: unknown) => ({
	...(typeof own === 'object' ? own : {}),
	...members,
});

/** Faults by name, with LinkedIn's bodies (docs.errors). Each takes where and how often it occurs. */
export const faults = {
	/** A short throttle, not a daily limit. */
	tooManyRequests: answering(429, SHORT_THROTTLE),
	/** The short throttle with headers, as a gateway adds them; `timings` has possible values. */
	throttled: (headers: Record<string, string>, where: Where = {}): Fault =>
		answering(429, SHORT_THROTTLE, headers)(where),
	commentThrottle: answering(429, {
		message: 'Comment create throttled: creation rate limit exceeded for member',
	}),
	dailyLimit: answering(429, {
		serviceErrorCode: 101,
		code: 'TOO_MANY_REQUESTS',
		message:
			'Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.',
	}),
	quotaExceeded: answering(429, { code: 'QUOTA_EXCEEDED', message: 'Daily request quota exceeded' }),
	expiredToken: answering(401, {
		serviceErrorCode: 65602,
		code: 'EXPIRED_ACCESS_TOKEN',
		message: 'The token used in the request has expired',
	}),
	revokedToken: answering(401, {
		serviceErrorCode: 65601,
		code: 'REVOKED_ACCESS_TOKEN',
		message: 'The token used in the request has been revoked by the user',
	}),
	restrictedMember: answering(401, {
		serviceErrorCode: 65608,
		code: 'RESTRICTED_MEMBER',
		message: 'Member is restricted',
	}),
	accessDenied: answering(403, {
		serviceErrorCode: 100,
		code: 'ACCESS_DENIED',
		message: 'Not enough permissions to access: partnerApiPosts.CREATE.20260901',
	}),
	notFound: answering(404, { code: 'NOT_FOUND', message: 'Could not find entity' }),
	conflict: answering(409, { code: 'CONFLICT', message: 'A write conflict occurred. Retry the request.' }),
	timeout: answering(408, { code: 'TIMEOUT', message: 'Request timed out' }),
	nonexistentVersion: answering(426, {
		code: 'NONEXISTENT_VERSION',
		message: 'Requested version 20260901 is not active',
	}),
	serverError: answering(500, { code: 'INTERNAL_SERVER_ERROR', message: 'Internal Server Error' }),
	unavailable: answering(503, { code: 'SERVICE_UNAVAILABLE', message: 'Service Unavailable' }),
	gatewayTimeout: answering(504, { code: 'GATEWAY_TIMEOUT', message: 'Gateway Timeout' }),
	/** A gateway's page instead of JSON. */
	html: (where: Where = {}, status = 502): Fault => ({
		match: API,
		...where,
		effect: { status, html: '<!DOCTYPE html><html><body><h1>Bad Gateway</h1></body></html>' },
	}),
	emptyBody: (where: Where = {}, status = 500): Fault => ({ match: API, ...where, effect: { status } }),
	/** The connection breaks before LinkedIn did anything. */
	reset: (where: Where = {}): Fault => ({ match: API, ...where, effect: 'reset' }),
	/** The connection breaks after LinkedIn did it. */
	resetAfterHandling: (where: Where = {}): Fault => ({
		match: API,
		...where,
		effect: 'reset',
		afterHandling: true,
	}),
	/** LinkedIn did it, but says 500. */
	serverErrorAfterHandling: (where: Where = {}): Fault => ({
		...faults.serverError(where),
		afterHandling: true,
	}),
	/** LinkedIn did it. The headers of its answer arrive, with the id, but the body doesn't. */
	cutBody: (where: Where = {}, afterBytes = 10): Fault => spoiling({ cutAfterBytes: afterBytes })(where),
	/** As cutBody, but the connection ends in another way: by a reset, or not at all. */
	breakBody: (cutBy: 'reset' | 'silence', where: Where = {}): Fault =>
		spoiling({ cutAfterBytes: 10, cutBy })(where),
	cutBodyWithoutId: (where: Where = {}, afterBytes = 10): Fault =>
		spoiling({ cutAfterBytes: afterBytes, headers: NO_ID })(where),
	/** LinkedIn did it, but its answer doesn't have the id. */
	withoutId: (where: Where = {}, status?: number): Fault =>
		spoiling({ status, headers: NO_ID, body: () => undefined })(where),
	/** LinkedIn did it, but something in between answers with a web page and success. */
	pageInstead: (where: Where = {}): Fault =>
		spoiling({
			status: 200,
			headers: { ...NO_ID, 'content-type': 'text/html; charset=utf-8' },
			body: () => PAGE,
		})(where),
	/** LinkedIn did it, but the JSON ends too early although the connection doesn't. */
	truncatedJson: spoiling({
		headers: { ...NO_ID, 'content-type': 'application/json; charset=utf-8' },
		body: (own) => JSON.stringify(own || { id: '1' }).slice(0, -2),
	}),
	/** LinkedIn did it, but redirects the caller elsewhere. */
	redirect: (where: Where = {}, status = 303, location?: string): Fault =>
		spoiling({ status, headers: { ...NO_ID, location }, body: () => undefined })(where),
	/** LinkedIn did it, but the only place for the id contains something else. */
	oddMembers: (members: object, where: Where = {}): Fault =>
		spoiling({
			headers: { ...NO_ID, 'content-type': 'application/json; charset=utf-8' },
			body: withMembers(members),
		})(where),
	/** LinkedIn did it, but its answer can't be decompressed. */
	brokenGzip: spoiling({ brokenGzip: true }),
	garbledHead: spoiling({ garbledHead: true }),
	brokenGzipWithoutId: spoiling({ brokenGzip: true, headers: NO_ID }),
	hang: (where: Where = {}): Fault => ({ match: API, ...where, effect: 'hang' }),
	slow: (delayMs: number, where: Where = {}): Fault => ({ match: API, ...where, delayMs, effect: 'pass' }),
};
