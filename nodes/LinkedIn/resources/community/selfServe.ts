/**
 * Members who only have the self-serve scope w_member_social comment and like through the unversioned resources: the
 * versioned ones refuse them, the older ones are known to work.
 */
import { isNotOffered, type LinkedInError } from '../../transport/errors/errors';
import type { ActsAs } from '../../transport/limits/access';
import type { LinkedInClient, Result } from '../../transport/types';

/** Whether the member can comment and like only through /v2, by the scopes or by an earlier call. */
export function isSelfServe(linkedin: LinkedInClient, as: ActsAs): boolean {
	if (as !== 'member') return false;
	const hasFeed = linkedin.may(['w_member_social_feed']);
	if (hasFeed === undefined) return linkedin.memory.grant.learnt.isSelfServe === true;
	return !hasFeed && linkedin.may(['w_member_social']) === true;
}

/** A write that either resource can take. */
export interface EitherWay<T> {
	write(isUnversioned: boolean): Promise<T>;
	/** Why it may not be written; undefined if it was. */
	errorOf(outcome: T): LinkedInError | undefined;
	/** LinkedIn may have written it anyway, so it must not be tried again. */
	mayBeDone?(outcome: T): boolean;
}

/**
 * Writes through the resource that accepts this member. If the scopes are unknown and the versioned one says that a
 * right is missing, so that nothing was written, the unversioned one is tried once; its success is remembered.
 * @returns the outcome of the last try, or of the first if both refuse
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
	if (!error || LET_IN.has(error.details.status ?? 0)) linkedin.memory.grant.learnt.isSelfServe = true;
	return second;
}

/** Of a result of `attempt`. */
export function errorOf(result: Result<unknown>): LinkedInError | undefined {
	return result.ok ? undefined : result.error;
}

export function mayBeDone(result: Result<unknown>): boolean {
	return !result.ok && result.mayBeDone === true;
}

/** Says that the token or product lacks a right; not a role on a page, nor a field that the app may not send. */
const LACKS_SCOPE = /not enough permissions|permissions must be used|\bscope\b/i;
const ACCESS_DENIED = 100;

function saysScopeLacks({ details: { status, code, serviceErrorCode }, said }: LinkedInError): boolean {
	const isDenied = serviceErrorCode === ACCESS_DENIED || code === 'ACCESS_DENIED';
	return status === 403 && isDenied && LACKS_SCOPE.test(said);
}

/** Statuses that LinkedIn answers a write with only after it has checked the rights. */
const LET_IN: ReadonlySet<number> = new Set([400, 404, 409, 422]);

/** The unversioned resource doesn't help either: the right is missing there too, or it doesn't have the method. */
function isShut(error: LinkedInError): boolean {
	const { status, code } = error.details;
	if (status === 403 || status === 405 || code === 'MISSING_SCOPE') return true;
	return isNotOffered(error) || /resource method|no root resource/i.test(error.said);
}
