/** Counts what n8n really sends for a trigger: a call repeated with a renewed token counts twice at LinkedIn. */
import type { IPollFunctions } from 'n8n-workflow';

type Helpers = IPollFunctions['helpers'];

/** @returns a context in which all calls are counted, and how many there were so far */
export function countCalls(context: IPollFunctions): { context: IPollFunctions; calls: () => number } {
	let calls = 0;
	const { httpRequest, httpRequestWithAuthentication } = context.helpers;
	const helpers = Object.create(context.helpers, {
		httpRequest: {
			value: async function (this: unknown, ...given: Parameters<Helpers['httpRequest']>) {
				calls += 1;
				return await (httpRequest.apply(this, given) as Promise<unknown>);
			},
		},
		httpRequestWithAuthentication: {
			value: async function (
				this: IPollFunctions,
				...given: Parameters<Helpers['httpRequestWithAuthentication']>
			) {
				const before = calls;
				try {
					return await (httpRequestWithAuthentication.apply(this, given) as Promise<unknown>);
				} finally {
					// n8n uses this function only for OAuth2 credentials.
					if (calls === before) calls += 1;
				}
			},
		},
	}) as Helpers;
	return {
		context: Object.create(context, { helpers: { value: helpers } }) as IPollFunctions,
		calls: () => calls,
	};
}
