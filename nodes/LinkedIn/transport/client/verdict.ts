/** How LinkedIn's answer to a request counts, by its head first: a create that was answered is never sent again. */
import { isBrokenJson } from '../errors/errorResponse';
import { HTTP_METHOD, type RestliMethod } from '../restli/method';
import type { Attempt, Reply, RestliRequest } from '../types';

export type Answered = Attempt & { kind: 'reply' };

/**
 * - `done`: LinkedIn did it, legibly or not
 * - `silent`: what the answer would have said is needed, and did not come whole
 * - `elsewhere`: a web page or a redirect is no answer of LinkedIn's to a create, and yet it may have been done
 * - `refused`: everything else
 */
export type Verdict = 'done' | 'silent' | 'elsewhere' | 'refused';

const CREATES: RestliMethod[] = ['CREATE', 'BATCH_CREATE', 'ACTION'];
/** What a POST leads to where it was done, by HTTP's own rule. */
const SEE_OTHER = 303;
/** Whatever its body was to say, and no second try would change it. */
const TOKEN_REFUSED = 401;

/** A second one could make a second thing. */
export function isCreate({ restliMethod, needsBody }: RestliRequest): boolean {
	return CREATES.includes(restliMethod) && !needsBody;
}

/** A gateway's page with status 200 is no answer of LinkedIn's: a change may never have reached it, and can be sent again. */
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

/** Where the head names what was made, the body does not matter. */
function isPage({ headers, body }: Answered): boolean {
	return typeof body === 'string' && body.trimStart().startsWith('<') && !headers['x-restli-id'];
}

/** What an operation is handed of an answer that counts as done. */
export function replyOf<T>({ status, headers, body, isCut }: Answered): Reply<T> {
	const isEmpty = body === undefined || body === null || body === '';
	const isUnreadable = isCut === true || (!isEmpty && !isLegible(body));
	return { status, headers, body: body as T, ...(isUnreadable && { isUnreadable }) };
}

function isLegible(body: unknown): boolean {
	return typeof body === 'object' && body !== null;
}

/** Reads, and changes of many things, where the answer says what became of each. */
function needsBody({ restliMethod, needsBody: isNeeded }: RestliRequest): boolean {
	if (isNeeded || HTTP_METHOD[restliMethod] === 'GET') return true;
	return restliMethod.startsWith('BATCH_') && restliMethod !== 'BATCH_CREATE';
}

/** Method and path template, e.g. `CREATE /rest/posts`. */
export function endpointOf(request: RestliRequest): string {
	return `${request.restliMethod} ${request.path}`;
}
