/** LinkedIn's side, played by nock: answers in order, and a log of the requests. */
import type { IncomingHttpHeaders } from 'node:http';
import nock from 'nock';

/** Blocks network access for this file's tests, and restores Node's client for the next file of the process. */
export function closeTheInternet(): void {
	beforeEach(() => nock.disableNetConnect());
	afterEach(() => {
		nock.abortPendingRequests();
		nock.cleanAll();
	});
	afterAll(() => nock.restore());
}

export interface Arrived {
	method: string;
	/** Path and query as sent. */
	path: string;
	headers: Record<string, string>;
	body: string;
	token: string | undefined;
}

export type Played =
	| { status: number; body?: unknown; headers?: Record<string, string>; delayMs?: number }
	| { fails: string; call?: 'connect' | 'read' | 'write' };

export class Wire {
	readonly arrived: Arrived[] = [];
	private readonly answers: Played[] = [];

	constructor(readonly host = 'https://api.linkedin.com') {}

	/** Adds answers for the next requests with this verb. */
	on(method: 'GET' | 'POST' | 'PUT' | 'DELETE', ...answers: Played[]): this {
		for (const answer of answers) {
			const scope = nock(this.host);
			scope.on('request', (request: nock.ReplyFnContext['req'], _interceptor: unknown, body: string) =>
				this.log(request, body),
			);
			const interceptor = scope.intercept(() => true, method);
			this.answers.push(answer);
			if ('fails' in answer) {
				interceptor.replyWithError(
					Object.assign(new Error(`${answer.call ?? 'connect'} ${answer.fails}`), { code: answer.fails }),
				);
				continue;
			}
			if (answer.delayMs) interceptor.delay(answer.delayMs);
			const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
			interceptor.reply(answer.status, answer.body === undefined ? '' : body, answer.headers);
		}
		return this;
	}

	/** Versions in the order they arrived. */
	get versions(): Array<string | undefined> {
		return this.arrived.map(({ headers }) => headers['linkedin-version']);
	}

	private log(request: nock.ReplyFnContext['req'], body: string): void {
		const raw = request.headers as unknown as IncomingHttpHeaders;
		const headers = Object.fromEntries(
			Object.entries(raw).map(([name, value]) => [name.toLowerCase(), String(value)]),
		);
		this.arrived.push({
			method: request.method,
			path: request.path,
			headers,
			body,
			token: headers.authorization?.replace('Bearer ', ''),
		});
	}
}

/** A create refused because this post is there. */
export const duplicateOf = (urn: string): Played => ({
	status: 422,
	body: { status: 422, code: 'UNPROCESSABLE_ENTITY', message: `Content is a duplicate of ${urn}` },
});

/** LinkedIn's error bodies (docs.errors, docs/behaviour.md#error-bodies). */
export const refusals = {
	daily: {
		status: 429,
		body: {
			status: 429,
			serviceErrorCode: 101,
			code: 'TOO_MANY_REQUESTS',
			message:
				'Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.',
		},
	},
	applicationDaily: {
		status: 429,
		body: {
			status: 429,
			serviceErrorCode: 101,
			code: 'TOO_MANY_REQUESTS',
			message: 'Resource level throttle APPLICATION DAY limit for calls to this resource is reached.',
		},
	},
	throttled: {
		status: 429,
		body: {
			status: 429,
			serviceErrorCode: 101,
			code: 'TOO_MANY_REQUESTS',
			message: 'Resource level throttle limit for calls to this resource is reached.',
		},
	},
	denied: {
		status: 403,
		body: {
			status: 403,
			serviceErrorCode: 100,
			code: 'ACCESS_DENIED',
			message: 'Not enough permissions to access: posts.CREATE.20260901',
		},
		headers: { 'X-LI-UUID': 'AAYG+wH0mZk=' },
	},
	expired: {
		status: 401,
		body: {
			status: 401,
			serviceErrorCode: 65602,
			code: 'EXPIRED_ACCESS_TOKEN',
			message: 'The token used in the request has expired',
		},
	},
	notFound: { status: 404, body: { status: 404, code: 'NOT_FOUND', message: 'Could not find entity' } },
	unavailable: {
		status: 503,
		body: { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'Service unavailable' },
	},
	duplicate: duplicateOf('urn:li:share:6746546216721305600'),
} satisfies Record<string, Played>;

/** The message has the month and 01; some saw the body with status 400 (docs/behaviour.md#retired-versions). */
export const ended = (version: string, status = 426): Played => ({
	status,
	body: { status, code: 'NONEXISTENT_VERSION', message: `Requested version ${version}01 is not active` },
});

/** 201, an empty body, the id in a header. */
export const created = (urn: string): Played => ({ status: 201, headers: { 'x-restli-id': urn } });
export const ok = (body: unknown): Played => ({ status: 200, body });
export const page = (elements: unknown[], paging: object = { links: [] }): Played => ok({ elements, paging });
