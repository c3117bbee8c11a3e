/**
 * Another person as LinkedIn sends them, and as the node returns them. What people hide from apps is missing.
 * @see docs.people
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Many } from '../../../transport/answers/batch';
import { isEntity, optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { profileUrl } from '../../../transport/restli/urns/url';
import type { RestliValue } from '../../../transport/restli/value';
import { rawItem } from '../../listItems';

const localized = z
	.object({
		localized: z.record(z.string()).optional(),
		preferredLocale: z.object({ language: optionalText, country: optionalText }).passthrough().optional(),
	})
	.passthrough()
	.optional();

const personEntity = z
	.object({
		id: optionalText,
		localizedFirstName: optionalText,
		localizedLastName: optionalText,
		localizedHeadline: optionalText,
		firstName: localized,
		lastName: localized,
		headline: localized,
		vanityName: optionalText,
		profilePicture: z.object({ displayImage: optionalText }).passthrough().optional(),
	})
	.passthrough();

export interface Person {
	urn: string;
	/** Null if LinkedIn doesn't show it. */
	url: string | null;
	id: string;
	name: string | null;
	firstName: string | null;
	lastName: string | null;
	headline: string | null;
	vanityName: string | null;
	/** LinkedIn gives a URN here, not an address. */
	pictureUrn: string | null;
	/** LinkedIn shows this connection nothing of them. */
	hidden: boolean;
}

type Localized = z.output<typeof localized>;

/** The keys are the member's own languages, so none of them is certain to be there (docs.people). */
function textOf(
	plain: string | undefined,
	{ localized: texts = {}, preferredLocale }: NonNullable<Localized> = {},
) {
	const { language, country } = preferredLocale ?? {};
	return [plain, texts[`${language}_${country}`], ...Object.values(texts)].find(isVisible)?.trim() ?? null;
}

const isVisible = (text: string | undefined) => text !== undefined && /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/**
 * @param body LinkedIn's entity; one that can't be read counts as hidden, and so does one with another id
 * @param urn as asked: of a hidden member LinkedIn sends another id
 */
export function readPerson(body: unknown, urn: string): Person {
	const read = readEntity(personEntity, body) ?? {};
	const isThem = read.id === undefined || idOf(read.id) === idOf(urn);
	const entity: z.output<typeof personEntity> = isThem ? read : {};
	const firstName = textOf(entity.localizedFirstName, entity.firstName);
	const lastName = textOf(entity.localizedLastName, entity.lastName);
	const name = [firstName, lastName].filter(Boolean).join(' ') || null;
	const vanityName = entity.vanityName || null;
	return {
		urn,
		url: vanityName === null ? null : profileUrl(vanityName),
		id: idOf(urn),
		name,
		firstName,
		lastName,
		headline: textOf(entity.localizedHeadline, entity.headline),
		vanityName,
		pictureUrn: entity.profilePicture?.displayImage ?? null,
		hidden: name === null,
	};
}

/** LinkedIn's id for a member who shows nothing (docs/behaviour.md#people). */
const HIDDEN = 'private';

/**
 * @param url the profile address, if it's known without LinkedIn's answer
 * @param simplify stable keys, null where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url beside it
 */
export function presentPerson(
	body: Entity,
	urn: string,
	simplify: boolean,
	url: string | null = null,
): IDataObject {
	const person = readPerson(body, urn);
	const identity = { ...person, url: person.url ?? url };
	if (!simplify) return rawItem(body, identity);
	const { pictureUrn, hidden, ...rest } = identity;
	// Its address is read after it, together with others.
	return { ...rest, picture: null, pictureUrn, hidden };
}

/** The two keys of an item for a person's picture. */
export const PICTURE = { urn: 'pictureUrn', url: 'picture' } as const;

function idOf(urn: string): string {
	return urn.slice(urn.lastIndexOf(':') + 1);
}

/** What a batch may call a person: `(id:a)`, `id=a`, the id alone or the URN (docs/behaviour.md#people). */
const KEY = /^(?:\(id:|id=|urn:li:person:)?([\w-]+)\)?$/;

/** The id of a person in a batch, by its key, otherwise by the entity. */
export function personIdIn(key: string, value: unknown): string {
	const own = isEntity(value) && typeof value.id === 'string' && value.id !== HIDDEN ? value.id : key;
	return KEY.exec(key)?.[1] ?? own;
}

/** How people are read by id, which is a complex key. */
export const PEOPLE: Omit<Many, 'ids'> = {
	batch: { path: '/rest/people' },
	single: (person: RestliValue) => ({ restliMethod: 'GET', path: '/rest/people/{person}', keys: { person } }),
	idOf: (key, value) => ({ id: personIdIn(key, value) }),
	keepsRead: true,
};

/** LinkedIn's key for a person. */
export const personKey = (urn: string): RestliValue => ({ id: idOf(urn) });
