/** Items for entities read by id, in the given order, with an item for each one that LinkedIn doesn't show. */
import type { IDataObject } from 'n8n-workflow';

import { readMany, type BatchResult, type Many } from '../transport/answers/batch';
import { jsonKindOf } from '../transport/answers/elements';
import { isEntity, type Entity } from '../transport/answers/readEntity';
import { LinkedInError } from '../transport/errors/errors';
import { InputError } from '../transport/errors/inputError';
import type { RestliValue } from '../transport/restli/value';
import type { LinkedInClient, RestliRequest } from '../transport/types';
import type { Call } from './operation';
import type { ItemPart } from './values/itemReference';
import { entriesOf } from './values/plainText';

/** What an item says whether LinkedIn shows the entity or not. */
export interface EntityIdentity {
	urn: string;
	/** Null if it has no public URL. */
	url: string | null;
}

export interface WantedEntity extends EntityIdentity {
	/** As LinkedIn's key for it. */
	id: RestliValue;
}

/**
 * A single entity is read alone and its refusal is an error; of several, one that is missing or refused is an item with
 * `found: false`, status and reason.
 * @param many the batch call and the single one
 * @param present an item from LinkedIn's entity
 * @throws LinkedInError
 */
export async function oneOrMany<A extends WantedEntity>(
	{ linkedin }: Call,
	asked: A[],
	many: Omit<Many, 'ids'>,
	present: (entity: Entity, asked: A) => IDataObject,
): Promise<IDataObject[]> {
	if (asked.length === 1) {
		return [present(await fetchEntity(linkedin, many.single(asked[0].id)), asked[0])];
	}
	const found = await readMany(linkedin, { ...many, ids: asked.map(({ id }) => id) });
	return asked.map((one, index) => batchItemOf(one, found[index], (entity) => present(entity, one)));
}

/** The item for one of several. */
export function batchItemOf(
	{ urn, url }: EntityIdentity,
	found: BatchResult,
	present: (entity: Entity) => IDataObject,
): IDataObject {
	if (found.ok) return present(found.value);
	return { urn, url, found: false, status: found.status, reason: found.reason };
}

/** Reads one entity alone. @throws LinkedInError, also if the answer isn't an object */
export async function fetchEntity(linkedin: LinkedInClient, request: RestliRequest): Promise<Entity> {
	const { body } = await linkedin.request<unknown>(request);
	return neededEntity(body, request);
}

/** The answer to a request for one entity. @throws LinkedInError if it isn't an object */
export function neededEntity(body: unknown, { restliMethod, path }: RestliRequest): Entity {
	if (isEntity(body)) return body;
	throw new LinkedInError(
		`LinkedIn answered ${restliMethod} ${path} with ${jsonKindOf(body)} instead of an object`,
		{
			code: 'UNEXPECTED_ANSWER',
			advice:
				'Run it again. If this persists, check that Environment in the credential has the right API host.',
		},
	);
}

/**
 * The entries of a field that takes one or several.
 * @param example what to give, for the error
 * @param part for a field that also takes items: what it takes of each
 * @throws InputError when there is none
 */
export function requiredEntries(value: unknown, field: string, example: string, part?: ItemPart): string[] {
	const entries = entriesOf(value, field, part);
	if (entries.length > 0) return entries;
	throw new InputError(field, `${field} is empty`, `Enter a URN or link, e.g. ${example}.`);
}
