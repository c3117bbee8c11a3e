/** The error of a request, with what its operation needs and what the connection is for. */
import type { ErrorResponse } from '../errors/errorResponse';
import type { RequestFacts } from '../errors/errorTable';
import { brokeOff, explain, noAnswer, type LinkedInError } from '../errors/errors';
import { scopesLacked } from '../limits/access';
import type { Outcome } from '../limits/retry';
import type { Connection } from '../memory/connection';
import type { Attempt, RestliRequest, Settings } from '../types';
import { endpointOf } from './verdict';

interface Asking {
	connection: Connection;
	settings: Settings;
	/** The one in force. */
	version: string;
}

/** Of a request that wasn't sent, because its endpoint is closed or its daily quota is used up. */
export function throttledError(
	asking: Asking,
	endpoint: string,
	isDaily: boolean,
	retryAtMs: number,
): LinkedInError {
	const code = isDaily ? 'QUOTA_EXCEEDED' : 'TOO_MANY_REQUESTS';
	return explain({ status: 429, code }, { ...asked(asking, endpoint), isDaily, retryAtMs });
}

/** Of a request that was refused or not answered. @param refusal undefined if no answer could be read */
export function requestError(
	asking: Asking,
	request: RestliRequest,
	answer: Attempt,
	refusal: ErrorResponse | undefined,
	outcome: Outcome,
): LinkedInError {
	if (!refusal || outcome.kind === 'silence') {
		const { apiHost, oauthHost } = asking.connection;
		const host = request.isAtOAuthHost ? oauthHost : apiHost;
		if (answer.kind === 'reply' && !answer.left) return brokeOff(host);
		return noAnswer(causeOf(answer), host);
	}
	const what = asked(asking, endpointOf(request));
	return explain(refusal, {
		...what,
		page: pageOf(request),
		isDaily: outcome.daily,
		retryAtMs: outcome.retryAtMs,
	});
}

/** The page in whose name the request writes. */
function pageOf({ query, body }: RestliRequest): string | undefined {
	const actor = [query?.actor, body?.author, body?.actor].find((urn) => urn !== undefined);
	return /^urn:li:organization:(\d+)$/.exec(String(actor))?.[1];
}

/** The network's own word for what ended the answer. */
function causeOf(answer: Attempt): string {
	if (answer.kind === 'silence') return answer.cause;
	return answer.kind === 'reply' && answer.left === 'late' ? 'ETIMEDOUT' : 'ECONNRESET';
}

function asked({ connection, settings, version }: Asking, endpoint: string): RequestFacts {
	return {
		endpoint,
		scopes: scopesLacked(settings.scopes ?? {}, connection),
		role: settings.role,
		accountRole: settings.accountRole,
		product: settings.product,
		fieldName: settings.fieldName,
		version,
	};
}
