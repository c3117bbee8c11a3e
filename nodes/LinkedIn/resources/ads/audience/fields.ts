/**
 * Matched audiences: segments of contacts or companies. LinkedIn gives the product to few apps.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/matched-audiences/create-and-manage-segments
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { InputError } from '../../../transport/inputError';
import { readEntity, type Entity } from '../../../transport/readEntity';
import type { Call } from '../../define';
import { locator, locatorValue } from '../../fields';
import { rawItem } from '../../listItems';
import { isoTime } from '../../../transport/isoTime';

export const AUDIENCE_SCOPES = { any: ['rw_dmp_segments', 'rw_ads'] } as const;

export const audienceField: INodeProperties = locator({
	displayName: 'Audience',
	name: 'audience',
	description:
		'The audience: one of your ad accounts, or any by its number, as Create and Get Many return it',
	searchListMethod: 'searchAudiences',
	examples: { id: '10604023' },
});

/** @throws InputError for what is no number */
export function audienceOf(call: Call): string {
	const text = locatorValue(call, 'audience', 'Audience');
	const id = /^(?:urn:li:\w+:)?(\d+)$/.exec(text)?.[1];
	if (id !== undefined) return id;
	throw new InputError(
		'Audience',
		text === '' ? 'Audience is empty' : `"${text}" is no audience`,
		'Give its number, as Create and Get Many return it.',
	);
}

const text = z.string().optional();
const number = z.number().optional();
const entity = z
	.object({
		id: z.union([z.number(), z.string()]).optional(),
		name: text,
		account: text,
		type: text,
		status: text,
		sourcePlatform: text,
		sourceSegmentId: text,
		created: number,
		destinations: z
			.array(
				z
					.object({ destinationSegmentId: text, status: text, audienceSize: number, matchedMembers: number })
					.passthrough(),
			)
			.optional(),
	})
	.passthrough();

/** A body that is no audience counts as empty. */
export function readAudience(body: unknown): z.output<typeof entity> {
	return readEntity(entity, body) ?? {};
}

/** LinkedIn names no URN for a segment itself; targeting takes that of its destination. */
export function presentAudience(body: Entity, asked: string, simplify: boolean): IDataObject {
	const found = readAudience(body);
	const [destination] = found.destinations ?? [];
	const urn = destination?.destinationSegmentId ?? null;
	if (!simplify) return rawItem(body, { urn, url: null });
	return {
		urn,
		id: String(found.id ?? asked),
		name: found.name ?? null,
		account: found.account ?? null,
		type: found.type ?? null,
		status: found.status ?? destination?.status ?? null,
		size: destination?.audienceSize ?? destination?.matchedMembers ?? null,
		sourcePlatform: found.sourcePlatform ?? null,
		sourceSegmentId: found.sourceSegmentId ?? null,
		createdAt: isoTime(found.created),
	};
}
