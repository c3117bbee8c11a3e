/** One attempt of a new connection, and the requests used by the session's tests. */
import type { Recover, RestliRequest, Result } from '../../../../../nodes/LinkedIn/transport/types';
import { fakeHost, SECRETS, type FakeHostOptions } from '../fakeHost';
import type { Played } from '../mockServer';

export const create: RestliRequest = {
	restliMethod: 'CREATE',
	path: '/rest/posts',
	body: { commentary: 'Hello' },
};
export const remove: RestliRequest = {
	restliMethod: 'DELETE',
	path: '/rest/posts/{post}',
	keys: { post: 'urn:li:share:1' },
};
export const read: RestliRequest = { restliMethod: 'FINDER', path: '/rest/posts', query: { q: 'author' } };
export const update: RestliRequest = {
	restliMethod: 'PARTIAL_UPDATE',
	path: '/rest/posts/{post}',
	keys: { post: 'urn:li:share:1' },
	body: { patch: { $set: { commentary: 'Hi' } } },
};

export const reset: Played = { fails: 'ECONNRESET' };
export const refusedConnection: Played = { fails: 'ECONNREFUSED' };
export const html = (status: number): Played => ({ status, body: '<html><body>Gateway</body></html>' });
export const withHeaders = (
	answer: { status: number; body: unknown },
	headers: Record<string, string>,
): Played => ({ ...answer, headers });

const seen: unknown[] = [];

/** The shortest waits that the jitter allows; and nothing that a test sees of an attempt may contain a secret. */
export function watchAttempts(): void {
	beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
	afterEach(() => {
		jest.restoreAllMocks();
		const shown = JSON.stringify(seen, (_, value: unknown) =>
			value instanceof Error
				? { ...value, message: value.message, stack: value.stack, cause: value.cause }
				: value,
		);
		seen.length = 0;
		for (const secret of SECRETS) expect(shown).not.toContain(secret);
	});
}

export interface Try extends FakeHostOptions {
	maxWaitMs?: number;
	recover?: Recover<unknown>;
}

export async function attempt(request: RestliRequest, options: Try = {}): Promise<Result<unknown>> {
	const { maxWaitMs, recover, ...host } = options;
	const result = await (await fakeHost(host).connect({ maxWaitMs })).attempt(request, recover);
	seen.push(result);
	return result;
}

/** The status if it was done, or the error code if not. */
export const word = (result: Result<unknown>) =>
	result.ok ? result.reply.status : result.error.details.code;
