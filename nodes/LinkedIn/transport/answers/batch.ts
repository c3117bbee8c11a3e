/**
 * Reads many entities by id with as few calls as LinkedIn allows.
 *
 * LinkedIn doesn't publish how many ids a batch accepts. So a batch that is refused because of its ids is halved, and a
 * size that works is remembered. If batches themselves are refused (Development tier), each id is read with its own
 * call.
 * @see docs.protocolVersion
 */
import { LinkedInError } from '../errors/errors';
import { chunks } from '../flow/chunks';
import { settled } from '../flow/settled';
import type { BatchFacts } from '../memory/memory';
import { batchKey, decodeBatch } from '../restli/decode';
import type { RestliValue } from '../restli/value';
import type { Asker, RestliRequest } from '../types';
import { jsonKindOf } from './elements';
import { isEntity, type Entity } from './readEntity';

export const MOST_IDS_A_BATCH = 100;

const TOO_LONG = [413, 414];
/** Too many ids, or one of them is wrong: fewer may be accepted. */
const HALVED_AFTER = [400, ...TOO_LONG];
/** This app may not use batches. LinkedIn also answers this if it shows none of the entities. */
const SINGLE_AFTER = [403, 404, 405];
/** LinkedIn's answer to one id that is wrong or not visible to this connection. */
const MISSING_AFTER = [400, 403, 404];

/**
 * One requested entity. `status` and `reason` are LinkedIn's if it isn't shown. A value that isn't an object counts as
 * not shown.
 */
export type BatchResult = { ok: true; value: Entity } | { ok: false; status: number; reason: string };

export interface Many {
	/** The BATCH_GET without its ids. */
	batch: Pick<RestliRequest, 'path' | 'keys' | 'query'>;
	/** In any order; duplicates are requested once. */
	ids: RestliValue[];
	/** The request for a single id. */
	single: (id: RestliValue) => RestliRequest;
	/**
	 * The id that an entry of the batch's answer is about, where LinkedIn's form of the key isn't known.
	 * @param key as decoded, @param value as LinkedIn sent it, absent if it was refused
	 */
	idOf?: (key: string, value: unknown) => RestliValue;
	/** If reading has to end early, such as with a spent quota, what was read so far counts. */
	keepsRead?: true;
}

/**
 * Reads each id: one call per batch, or one per id if LinkedIn refuses batches.
 * @returns one entry per id, in the given order
 * @throws LinkedInError if the cause isn't in the ids: token, quota, server errors
 */
export async function readMany(linkedin: Asker, many: Many): Promise<BatchResult[]> {
	const found = new Map<string, BatchResult>();
	const distinct = new Map(many.ids.map((id) => [batchKey(id), id]));
	const read = await settled(() => readSome(linkedin, many, [...distinct.values()], found));
	let otherwise = notShown(404);
	if (!read.ok) {
		const hasRead = [...found.values()].some(({ ok }) => ok);
		if (!many.keepsRead || !hasRead || !(read.failure instanceof LinkedInError)) throw read.failure;
		const { message, details } = read.failure;
		otherwise = { ok: false, status: details.status ?? 0, reason: `Not read: ${message}` };
	}
	return many.ids.map((id) => found.get(batchKey(id)) ?? otherwise);
}

/** @returns whether all of them fit into one batch */
async function readSome(
	linkedin: Asker,
	many: Many,
	ids: RestliValue[],
	found: Map<string, BatchResult>,
): Promise<boolean> {
	if (ids.length === 0) return false;
	const known = learntOf(linkedin, many.batch.path);
	if (known.isRefused) {
		await readSingly(linkedin, many, ids, found);
		return false;
	}
	if (ids.length > known.size) {
		for (const some of chunks(ids, known.size)) await readSome(linkedin, many, some, found);
		return false;
	}
	const answer = await linkedin.attempt<object>({
		...many.batch,
		restliMethod: 'BATCH_GET',
		query: { ...many.batch.query, ids },
	});
	if (answer.ok) {
		for (const [key, { value, status, message }] of decodeBatch<unknown>(answer.reply.body)) {
			const name = many.idOf ? batchKey(many.idOf(key, value)) : key;
			found.set(name, value === undefined ? notShown(status, message) : foundIn(value, status));
		}
		return true;
	}
	const status = answer.error.details.status ?? 0;
	if (HALVED_AFTER.includes(status) && ids.length > 1) {
		const half = Math.ceil(ids.length / 2);
		if (TOO_LONG.includes(status)) known.size = half;
		const first = await readSome(linkedin, many, ids.slice(0, half), found);
		const second = await readSome(linkedin, many, ids.slice(half), found);
		// With a single wrong id, one of the halves fails again. Then the size wasn't the cause.
		if (first && second) known.size = Math.min(known.size, half);
		return false;
	}
	if (!HALVED_AFTER.includes(status) && !SINGLE_AFTER.includes(status)) throw answer.error;
	const shown = await readSingly(linkedin, many, ids, found);
	// If single calls show what the batch didn't, batches are refused.
	known.isRefused ||= SINGLE_AFTER.includes(status) && shown > 0;
	return false;
}

/** @returns how many of them LinkedIn shows */
async function readSingly(
	linkedin: Asker,
	{ single }: Many,
	ids: RestliValue[],
	found: Map<string, BatchResult>,
): Promise<number> {
	let shown = 0;
	for (const id of ids) {
		const result = await linkedin.attempt<unknown>(single(id));
		const status = result.ok ? result.reply.status : (result.error.details.status ?? 0);
		if (!result.ok && !MISSING_AFTER.includes(status)) throw result.error;
		if (result.ok) shown += 1;
		found.set(
			batchKey(id),
			result.ok ? foundIn(result.reply.body, status) : notShown(status, result.error.message),
		);
	}
	return shown;
}

function learntOf({ connection: { tier }, memory }: Asker, path: string): BatchFacts {
	return memory.grant.batches.getOrSet(`${tier} ${path}`, () => ({
		size: MOST_IDS_A_BATCH,
		isRefused: tier === 'development',
	}));
}

/** The entity as LinkedIn sent it. */
export function foundIn(value: unknown, status: number): BatchResult {
	if (isEntity(value)) return { ok: true, value };
	const reason = `LinkedIn's answer could not be read: it is ${jsonKindOf(value)} instead of an object`;
	return { ok: false, status, reason };
}

function notShown(status: number, reason?: string): BatchResult {
	// LinkedIn may send status 200 for an id without an entity.
	const refused = status >= 400 ? status : 404;
	return {
		ok: false,
		status: refused,
		reason: reason ?? "LinkedIn found nothing there, or doesn't show it to this connection",
	};
}
