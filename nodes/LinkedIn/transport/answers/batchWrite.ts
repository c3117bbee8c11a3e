/**
 * Changes many entities with as few calls as LinkedIn allows.
 * @see docs.methods
 */
import type { LinkedInError } from '../errors/errors';
import { chunks } from '../flow/chunks';
import { batchKey, decodeBatch, type BatchEntry } from '../restli/decode';
import { encodeReduced } from '../restli/encode';
import type { RestliValue } from '../restli/value';
import type { Asker, RestliRequest, Result } from '../types';
import { MOST_IDS_A_BATCH } from './batch';

const TOO_LONG = [413, 414];
/** This app may not use batches. */
const SINGLE_AFTER = [403, 404, 405];

/**
 * The result for one of them. `status` and `reason` are LinkedIn's if it refused, otherwise those of the failure that
 * ended the operation. `isUnknown` if it may have been done anyway.
 */
export type Changed =
	{ ok: true; status: number } | { ok: false; isUnknown?: true; status: number | null; reason: string };

export interface ChangeMany {
	/** Path and keys of the collection. */
	collection: Pick<RestliRequest, 'path' | 'keys' | 'query'>;
	/** In any order; duplicates are changed once. */
	ids: RestliValue[];
	/** The request that changes a single entity, without its body: an UPDATE or PARTIAL_UPDATE. */
	single: (id: RestliValue) => RestliRequest & { restliMethod: 'UPDATE' | 'PARTIAL_UPDATE' };
	/** The body for each of them. */
	change: (id: RestliValue) => object;
	/** The resource has no batch call. */
	isSingly?: true;
}

interface Progress {
	/** By batchKey. */
	done: Map<string, Changed>;
	/** The cause isn't in the ids, so the rest isn't sent. */
	failure?: LinkedInError;
}

/**
 * Changes each id: one batch call per hundred, or one call per id if batches are refused. A failure whose cause isn't
 * in the ids (token, quota, server errors) ends the operation: the results of the ids it affected and of all later ones
 * say so.
 * @returns one entry per id, in the given order
 * @throws LinkedInError for such a failure if LinkedIn had accepted nothing before
 */
export async function changeMany(linkedin: Asker, many: ChangeMany): Promise<Changed[]> {
	const distinct = [...new Map(many.ids.map((id) => [batchKey(id), id])).values()];
	const progress: Progress = { done: new Map() };
	for (const some of chunks(distinct, MOST_IDS_A_BATCH)) await changeSome(linkedin, many, some, progress);
	const { done, failure } = progress;
	if (failure && ![...done.values()].some(({ ok }) => ok)) throw failure;
	return many.ids.map((id) => done.get(batchKey(id)) ?? UNANSWERED);
}

/**
 * Whether each of several is known to take a call of its own. LinkedIn gives batch calls only to the Standard tier.
 * @param path of the collection
 */
export function takesNoBatches({ connection, memory }: Asker, path: string): boolean {
	return connection.tier === 'development' || memory.grant.refusedBatchWrites.has(path);
}

async function changeSome(
	linkedin: Asker,
	many: ChangeMany,
	ids: RestliValue[],
	progress: Progress,
): Promise<void> {
	const { refusedBatchWrites: refused } = linkedin.memory.grant;
	const { path } = many.collection;
	const isSingly = many.isSingly || ids.length === 1 || takesNoBatches(linkedin, path);
	if (isSingly || progress.failure) {
		await changeSingly(linkedin, many, ids, progress);
		return;
	}
	const entities = Object.fromEntries(ids.map((id) => [encodeReduced(id), many.change(id)]));
	const answer = await linkedin.attempt<object>({
		...many.collection,
		restliMethod: `BATCH_${many.single(ids[0]).restliMethod}`,
		query: { ...many.collection.query, ids },
		body: { entities },
	});
	if (answer.ok) {
		for (const [key, entry] of decodeBatch<unknown>(answer.reply.body)) {
			progress.done.set(key, changedBy(entry));
		}
		return;
	}
	const status = answer.error.details.status ?? 0;
	if (TOO_LONG.includes(status)) {
		const half = Math.ceil(ids.length / 2);
		await changeSome(linkedin, many, ids.slice(0, half), progress);
		await changeSome(linkedin, many, ids.slice(half), progress);
		return;
	}
	if (!SINGLE_AFTER.includes(status)) {
		progress.failure = answer.error;
		for (const id of ids) progress.done.set(batchKey(id), unchanged(answer));
		return;
	}
	const changed = await changeSingly(linkedin, many, ids, progress);
	// If single calls change what the batch didn't, batches are refused.
	if (changed > 0) refused.set(path, true);
}

/** @returns how many of them LinkedIn changed */
async function changeSingly(
	linkedin: Asker,
	many: ChangeMany,
	ids: RestliValue[],
	progress: Progress,
): Promise<number> {
	let changed = 0;
	for (const id of ids) {
		if (progress.failure) {
			progress.done.set(batchKey(id), notSent(progress.failure));
			continue;
		}
		const result: Result<unknown> = await linkedin.attempt({
			...many.single(id),
			body: { ...many.change(id) },
		});
		if (!result.ok && !isMatterOfOne(result.error)) progress.failure = result.error;
		if (result.ok) changed += 1;
		progress.done.set(
			batchKey(id),
			result.ok ? { ok: true, status: result.reply.status } : unchanged(result),
		);
	}
	return changed;
}

function isMatterOfOne({ details: { status } }: LinkedInError): boolean {
	return status !== null && [400, 403, 404, 409, 422].includes(status);
}

const REQUEST_TIMEOUT = 408;

/** LinkedIn's answer for one of a batch. */
function changedBy({ status, message }: BatchEntry<unknown>): Changed {
	if (status < 400) return { ok: true, status };
	const mayBeDone = status === REQUEST_TIMEOUT || status >= 500;
	return { ok: false, ...(mayBeDone && { isUnknown: true }), status, reason: message ?? '' };
}

function unchanged({ error, mayBeDone }: Extract<Result<unknown>, { ok: false }>): Changed {
	const { message, details } = error;
	return { ok: false, ...(mayBeDone && { isUnknown: true }), status: details.status, reason: message };
}

function notSent({ message, details }: LinkedInError): Changed {
	return {
		ok: false,
		status: details.status,
		reason: `Not sent, because a change before it failed: ${message}`,
	};
}

const UNANSWERED: Changed = {
	ok: false,
	isUnknown: true,
	status: null,
	reason: "LinkedIn's answer didn't mention it",
};
