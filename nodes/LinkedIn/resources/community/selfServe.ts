/**
 * Members who only have the self-serve scope w_member_social comment and like over the unversioned resources: the
 * versioned ones refuse them, the older ones are known to work.
 */
import { isNotOffered, type LinkedInError } from '../../transport/errors/errors';
import type { ActsAs } from '../../transport/limits/access';
import { Remembered } from '../../transport/memory/remembered';
import type { LinkedInClient, Result } from '../../transport/types';

/** Grants of unknown scopes that turned out to be of this kind, of this process. */
const learnt = new Remembered<true>();

/** The member may comment and like over /v2 only, as the scopes say or an earlier call has shown. */
export function isSelfServe(linkedin: LinkedInClient, as: ActsAs): boolean {
	if (as !== 'member') return false;
	const hasFeed = linkedin.may(['w_member_social_feed']);
	if (hasFeed === undefined) return learnt.has(linkedin.connection.grantKey);
	return !hasFeed && linkedin.may(['w_member_social']) === true;
}

/** A write that can go over either resource. */
export interface EitherWay<T> {
	write(isUnversioned: boolean): Promise<T>;
	/** Why it is not known to be written; undefined where it was. */
	errorOf(outcome: T): LinkedInError | undefined;
	/** LinkedIn may have done it all the same: no second try may follow. */
	mayBeDone?(outcome: T): boolean;
}

/**
 * Writes over the resource that takes this member. Where the scopes are not known and the versioned one says that the
 * right is lacking, so that nothing was done, the unversioned one is tried, once; what it takes is remembered.
 * @returns what came of the last try; of the first, where both refuse
 */
export async function overEither<T>(linkedin: LinkedInClient, as: ActsAs, way: EitherWay<T>): Promise<T> {
	const isKnown = isSelfServe(linkedin, as);
	const first = await way.write(isKnown);
	const refusal = way.errorOf(first);
	const mayTry = !isKnown && as === 'member' && linkedin.may(['w_member_social_feed']) === undefined;
	if (!refusal || !mayTry || !saysScopeLacks(refusal) || way.mayBeDone?.(first)) return first;
	const second = await way.write(true);
	const error = way.errorOf(second);
	if (error && isShut(error)) return first;
	if (!error || LET_IN.has(error.details.status ?? 0)) learnt.set(linkedin.connection.grantKey, true);
	return second;
}

/** Of what LinkedIn.attempt gives. */
export function errorOf(result: Result<unknown>): LinkedInError | undefined {
	return result.ok ? undefined : result.error;
}

export function mayBeDone(result: Result<unknown>): boolean {
	return !result.ok && result.mayBeDone === true;
}

/** A right of the token or product, not a role on a page, and no field that the app may not send. */
const LACKS_SCOPE = /not enough permissions|permissions must be used|\bscope\b/i;
const ACCESS_DENIED = 100;

function saysScopeLacks({ details: { status, code, serviceErrorCode }, said }: LinkedInError): boolean {
	const isDenied = serviceErrorCode === ACCESS_DENIED || code === 'ACCESS_DENIED';
	return status === 403 && isDenied && LACKS_SCOPE.test(said);
}

/** What LinkedIn answers to a write only after it has let it in. */
const LET_IN = new Set([400, 404, 409, 422]);

/** There is no way in there either: the right is lacking, or the unversioned resource does not have the method. */
function isShut(error: LinkedInError): boolean {
	const { status, code } = error.details;
	if (status === 403 || status === 405 || code === 'MISSING_SCOPE') return true;
	return isNotOffered(error) || /resource method|no root resource/i.test(error.said);
}
