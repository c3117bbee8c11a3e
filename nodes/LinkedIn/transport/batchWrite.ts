/**
 * Changing many things with as few calls as LinkedIn allows.
 * @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/methods
 */
import type { LinkedIn, RestliRequest } from './index';
import { MOST_IDS_A_BATCH } from './batch';
import type { LinkedInError } from './errors';
import { Remembered } from './remembered';
import { batchKey, decodeBatch } from './restli/decode';
import { encodeReduced } from './restli/encode';
import type { Patch } from './restli/patch';
import type { RestliValue } from './restli/value';

const TOO_LONG = [413, 414];
/** No batches for this app. */
const SINGLE_AFTER = [403, 404, 405];

/** What became of one of them; `status` and `reason` are LinkedIn's where it refused. */
export type Changed = { ok: true; status: number } | { ok: false; status: number; reason: string };

export interface ChangeMany {
	/** Path and keys of the collection. */
	collection: Pick<RestliRequest, 'path' | 'keys' | 'query'>;
	/** In any order; the same one twice is changed once. */
	ids: RestliValue[];
	/** The request that changes one alone. */
	single: (id: RestliValue) => RestliRequest;
	/** One for all, or what it is for one of them. */
	change: Patch | ((id: RestliValue) => Patch);
	/** The resource has no batch call. */
	isSingly?: true;
}

type Writer = Pick<LinkedIn, 'attempt' | 'connection'>;

/** By grant and path, where batches are refused; for the life of the process. */
const refused = new Remembered<true>();

/**
 * Applies a patch to each id: one BATCH_PARTIAL_UPDATE a hundred, or a call an id where batches are refused.
 * @returns one entry an id, in the order asked
 * @throws LinkedInError for what is no matter of the ids: token, quota, faults
 */
export async function changeMany(linkedin: Writer, many: ChangeMany): Promise<Changed[]> {
	const distinct = [...new Map(many.ids.map((id) => [batchKey(id), id])).values()];
	const done = new Map<string, Changed>();
	for (let start = 0; start < distinct.length; start += MOST_IDS_A_BATCH) {
		await changeSome(linkedin, many, distinct.slice(start, start + MOST_IDS_A_BATCH), done);
	}
	return many.ids.map((id) => done.get(batchKey(id)) ?? unanswered());
}

async function changeSome(
	linkedin: Writer,
	many: ChangeMany,
	ids: RestliValue[],
	done: Map<string, Changed>,
): Promise<void> {
	const { grantKey, tier } = linkedin.connection;
	const known = `${grantKey} ${many.collection.path}`;
	if (many.isSingly || ids.length === 1 || tier === 'development' || refused.has(known)) {
		await changeSingly(linkedin, many, ids, done);
		return;
	}
	const entities = Object.fromEntries(ids.map((id) => [encodeReduced(id), patchFor(many, id)]));
	const answer = await linkedin.attempt<object>({
		...many.collection,
		restliMethod: 'BATCH_PARTIAL_UPDATE',
		query: { ...many.collection.query, ids },
		body: { entities },
	});
	if (answer.ok) {
		for (const [key, { status, message }] of decodeBatch<unknown>(answer.reply.body)) {
			done.set(key, status < 400 ? { ok: true, status } : { ok: false, status, reason: message ?? '' });
		}
		return;
	}
	const status = answer.error.details.status ?? 0;
	if (TOO_LONG.includes(status)) {
		const half = Math.ceil(ids.length / 2);
		await changeSome(linkedin, many, ids.slice(0, half), done);
		await changeSome(linkedin, many, ids.slice(half), done);
		return;
	}
	if (!SINGLE_AFTER.includes(status)) throw answer.error;
	const changed = await changeSingly(linkedin, many, ids, done);
	// What single calls change and the batch did not, proves that it is the batch that is refused.
	if (changed > 0) refused.set(known, true);
}

const patchFor = ({ change }: ChangeMany, id: RestliValue) =>
	typeof change === 'function' ? change(id) : change;

/** @returns how many of them LinkedIn changed */
async function changeSingly(
	linkedin: Writer,
	many: ChangeMany,
	ids: RestliValue[],
	done: Map<string, Changed>,
): Promise<number> {
	let changed = 0;
	for (const id of ids) {
		const result = await linkedin.attempt<unknown>({
			...many.single(id),
			restliMethod: 'PARTIAL_UPDATE',
			body: { ...patchFor(many, id) },
		});
		if (!result.ok && !isMatterOfOne(result.error)) throw result.error;
		if (result.ok) changed += 1;
		done.set(
			batchKey(id),
			result.ok
				? { ok: true, status: result.reply.status }
				: { ok: false, status: result.error.details.status ?? 0, reason: result.error.message },
		);
	}
	return changed;
}

function isMatterOfOne({ details: { status } }: LinkedInError): boolean {
	return status !== null && [400, 403, 404, 409, 422].includes(status);
}

function unanswered(): Changed {
	return { ok: false, status: 0, reason: 'LinkedIn answered without a word on it' };
}
