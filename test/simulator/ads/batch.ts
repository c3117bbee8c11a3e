import { ApiError } from '../errors';
import { readIds } from '../paging';
import { parseBatchKey, reducedEncode, type RestliValue } from '../restli';
import { adsRefused, inputRefused, missing } from './errors';
import type { Answer, Call } from '../resource';

/** BATCH_CREATE: each element separately, with its id or its error (docs.methods). */
export function createMany(call: Call, create: (element: unknown) => string): Answer {
	const { elements } = (call.body ?? {}) as { elements?: unknown };
	if (!Array.isArray(elements)) throw inputRefused([missing('/elements')]);
	return {
		status: 200,
		body: {
			elements: elements.map((element) => {
				const made = outcome(() => create(element));
				return made instanceof ApiError
					? { status: made.status, error: made.body }
					: { status: 201, id: made };
			}),
		},
	};
}

/**
 * BATCH_PARTIAL_UPDATE: the keys of the body, in either encoding, must be those of the query.
 * @throws ApiError 400 if they aren't
 */
export function updateMany(call: Call, update: (key: RestliValue, body: unknown) => void): Answer {
	const { entities } = (call.body ?? {}) as { entities?: Record<string, unknown> };
	if (typeof entities !== 'object' || entities === null) throw inputRefused([missing('/entities')]);
	const patches = new Map(
		Object.entries(entities).map(([key, body]) => [reducedEncode(parseBatchKey(key)), body]),
	);
	const keys = readIds(call.params).map(reducedEncode).sort();
	if (keys.join() !== [...patches.keys()].sort().join()) {
		throw adsRefused(400, 'ILLEGAL_ARGUMENT', 'The ids of the query are not those of the body');
	}
	return outcomes(call, (key) => update(key, patches.get(reducedEncode(key))));
}

/** The envelope of batch updates and deletes, with a status for each (docs.methods). */
export function outcomes(call: Call, work: (key: RestliValue) => void): Answer {
	const results: Record<string, unknown> = {};
	const errors: Record<string, unknown> = {};
	for (const id of readIds(call.params)) {
		const failed = outcome(() => work(id));
		if (failed instanceof ApiError) errors[reducedEncode(id)] = failed.body;
		else results[reducedEncode(id)] = { status: 204 };
	}
	return { status: 200, body: { results, errors } };
}

function outcome<T>(work: () => T): T | ApiError {
	try {
		return work();
	} catch (error) {
		if (error instanceof ApiError) return error;
		throw error;
	}
}
