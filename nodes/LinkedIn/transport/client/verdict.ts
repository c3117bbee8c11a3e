/** How LinkedIn's answer counts, first by its headers: a create that was answered is never sent again. */
import { isBrokenJson } from '../errors/errorResponse';
import { HTTP_METHOD, type RestliMethod } from '../restli/method';
import type { Attempt, Reply, RestliRequest } from '../types';

export type Answered = Attempt & { kind: 'reply' };

/**
 * - `done`: LinkedIn did it, even if the answer can't be read
 * - `silent`: the content of the answer is needed but didn't arrive completely
 * - `elsewhere`: LinkedIn never answers a create with a web page or a redirect, but it may have been done
 * - `refused`: everything else
 */
export type Verdict = 'done' | 'silent' | 'elsewhere' | 'refused';

const CREATES: RestliMethod[] = ['CREATE', 'BATCH_CREATE', 'ACTION'];
/** Where a successful POST leads, by HTTP's rule. */
const SEE_OTHER = 303;
/** Whatever its body says, retrying wouldn't change it. */
const TOKEN_REFUSED = 401;

/** Sending it again could create a duplicate. */
export function isCreate({ restliMethod, needsBody }: RestliRequest): boolean {
	return CREATES.includes(restliMethod) && !needsBody;
}

/**
 * A gateway's page with status 200 isn't LinkedIn's answer. A change may never have reached LinkedIn and can be sent
 * again.
 */
export function verdictOf(answer: Answered, request: RestliRequest): Verdict {
	const { status } = answer;
	if (status === TOKEN_REFUSED) return 'refused';
	const isSuccess = status >= 200 && status < 300;
	if (needsBody(request)) {
		if (answer.isCut || (isSuccess && isBrokenJson(answer.body))) return 'silent';
		return isSuccess && isLegible(answer.body) ? 'done' : 'refused';
	}
	if (isSuccess && isPage(answer)) return isCreate(request) ? 'elsewhere' : 'refused';
	if (isSuccess) return 'done';
	if (!isCreate(request) || status < 300 || status >= 400) return 'refused';
	return status === SEE_OTHER ? 'done' : 'elsewhere';
}

/** If a header has the id, the body doesn't matter. */
function isPage({ headers, body }: Answered): boolean {
	return typeof body === 'string' && body.trimStart().startsWith('<') && !headers['x-restli-id'];
}

/** What an operation gets from a successful answer. */
export function replyOf<T>({ status, headers, body, isCut }: Answered): Reply<T> {
	const isEmpty = body === undefined || body === null || body === '';
	const isUnreadable = isCut === true || (!isEmpty && !isLegible(body));
	return { status, headers, body: body as T, ...(isUnreadable && { isUnreadable }) };
}

function isLegible(body: unknown): boolean {
	return typeof body === 'object' && body !== null;
}

/** Reads, and bulk changes whose answer has a result for each. */
function needsBody({ restliMethod, needsBody: isNeeded }: RestliRequest): boolean {
	if (isNeeded || HTTP_METHOD[restliMethod] === 'GET') return true;
	return restliMethod.startsWith('BATCH_') && restliMethod !== 'BATCH_CREATE';
}

/** Method and path template, e.g. `CREATE /rest/posts`. */
export function endpointOf(request: Pick<RestliRequest, 'restliMethod' | 'path'>): string {
	return `${request.restliMethod} ${request.path}`;
}
