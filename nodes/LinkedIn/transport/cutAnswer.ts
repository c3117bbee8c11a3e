/**
 * An answer whose head came and whose body did not: cut, too slow, or packed so that it cannot be unpacked.
 *
 * n8n's client throws then. n8n 2.x keeps what it threw inside an error of its own; n8n 1.x keeps a few words of it. So
 * it is looked at before n8n wraps it, which works where n8n hands the request to the context's own client: with OAuth2,
 * and without a credential. With a token credential on n8n 1.x the status is all that is left.
 */
import type { Context } from './index';
import { secretsOf } from './secrets';

export interface Head {
	status: number;
	headers: Record<string, unknown>;
}

/** As axios throws: the request, with what Node's client has read of the answer. */
interface Thrown {
	request?: { res?: { statusCode?: number; headers?: Record<string, unknown> } };
	response?: { data?: unknown };
}

/** @returns the head, or undefined where none came, or the body came too */
export function headOf(thrown: unknown): Head | undefined {
	const { request, response } = (thrown ?? {}) as Thrown;
	const { statusCode, headers = {} } = request?.res ?? {};
	if (statusCode === undefined || response?.data !== undefined) return undefined;
	return { status: statusCode, headers };
}

function tokenIn(headers: Record<string, unknown> | undefined): string | undefined {
	const [, header] = Object.entries(headers ?? {}).find(([name]) => /^authorization$/i.test(name)) ?? [];
	return typeof header === 'string' ? header.replace(/^Bearer /i, '') : undefined;
}

/**
 * @returns a context that does what the given one does, and tells what its client threw last
 */
export function watchClient(context: Context): { watched: Context; thrown: () => unknown } {
	let last: unknown;
	const httpRequest: Context['helpers']['httpRequest'] = async (options) => {
		last = undefined;
		// A token that n8n has just renewed stands nowhere else yet.
		secretsOf(context).learn(tokenIn(options.headers));
		const sent = context.helpers.httpRequest(options);
		sent.catch((error: unknown) => {
			last = error;
		});
		return (await sent) as unknown;
	};
	const helpers = Object.create(context.helpers, { httpRequest: { value: httpRequest } }) as object;
	const watched = Object.create(context, { helpers: { value: helpers } }) as Context;
	return { watched, thrown: () => last };
}
