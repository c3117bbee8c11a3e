/**
 * Addresses of pictures that LinkedIn names by URN: portraits of people, logos and covers of pages.
 * @see docs.images
 */
import type { IDataObject } from 'n8n-workflow';

import { readMany } from '../../../transport/answers/batch';
import { LinkedInError } from '../../../transport/errors/errors';
import { settled } from '../../../transport/flow/settled';
import type { LinkedInClient } from '../../../transport/types';
import { MEDIA_PATH, readMedia } from './entity';

/** Any one of these is enough to read images; w_member_social alone isn't. */
const IMAGE_SCOPES = ['r_organization_social', 'w_organization_social'];

const MOST_AT_ONCE = 100;

/** The older URN of a picture has the same id (docs/behaviour.md#people). */
const PICTURE = /^urn:li:(?:image|digitalmediaAsset):([\w-]+)$/i;

function imageUrn(urn: unknown): string | undefined {
	const id = PICTURE.exec(typeof urn === 'string' ? urn : '')?.[1];
	return id && `urn:li:image:${id}`;
}

/**
 * Adds to items the address of the picture that each of them names. Items of a run are read together, in one call where LinkedIn accepts batches. A picture that LinkedIn doesn't show is
 * null, and so are all if they can't be read now, which a notice says. Without a scope to read images, no call is made. LinkedIn lets these addresses expire.
 * @param keys of the URN, and of the address, which is null until then
 */
export async function withPictures(
	linkedin: LinkedInClient,
	items: IDataObject[],
	keys: { urn: string; url: string },
): Promise<IDataObject[]> {
	const asked = items.map((item) => imageUrn(item[keys.urn]));
	const ids = [...new Set(asked.filter((urn) => urn !== undefined))];
	if (ids.length === 0 || linkedin.may(IMAGE_SCOPES) === false) return items;
	const urls = await linkedin.coalesce(ids, {
		key: 'pictures',
		most: MOST_AT_ONCE,
		work: async (all) => await readUrls(linkedin, all),
	});
	const byId = new Map(ids.map((id, index) => [id, urls[index]]));
	return items.map((item, index) => {
		const url = byId.get(asked[index] ?? '');
		return url ? { ...item, [keys.url]: url } : item;
	});
}

async function readUrls(linkedin: LinkedInClient, ids: string[]): Promise<Array<string | null>> {
	const query = { fields: 'downloadUrl' };
	const read = await settled(() =>
		readMany(linkedin, {
			batch: { path: MEDIA_PATH.image, query },
			ids,
			single: (media) => ({
				restliMethod: 'GET',
				path: `${MEDIA_PATH.image}/{media}`,
				keys: { media },
				query,
			}),
		}),
	);
	if (read.ok)
		return read.value.map((found) => (found.ok ? (readMedia(found.value).downloadUrl ?? null) : null));
	if (!(read.failure instanceof LinkedInError)) throw read.failure;
	linkedin.elements.say(`The addresses of pictures couldn't be read: ${read.failure.message}.`);
	return ids.map(() => null);
}
