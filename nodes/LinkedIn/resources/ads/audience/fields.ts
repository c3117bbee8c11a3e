/**
 * Matched audiences: segments of contacts or companies. Any app can apply for the product.
 * @see docs.audiences
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { InputError } from '../../../transport/errors/inputError';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import { locator, locatorValue } from '../../fields/locator';
import { rawItem } from '../../listItems';
import type { Call } from '../../operation';

/** LinkedIn's pages disagree on which of the two scopes a segment requires, so LinkedIn decides. */
export const AUDIENCE_SCOPES = { any: ['rw_dmp_segments', 'rw_ads'] } as const;
export const MEMBER_SCOPES = { any: ['rw_dmp_segments'] } as const;

export const audienceField: INodeProperties = locator({
	displayName: 'Audience',
	name: 'audience',
	description:
		'An audience of your ad accounts, or any audience by the number that Create and Get Many return',
	searchListMethod: 'searchAudiences',
	examples: { id: '10604023' },
});

/** @throws InputError for an invalid number */
export function audienceOf(call: Call): string {
	const text = plainUrn(locatorValue(call, 'audience', 'Audience'));
	const id = /^(?:urn:li:\w+:)?(\d+)$/.exec(text)?.[1];
	if (id !== undefined) return id;
	throw new InputError(
		'Audience',
		text === '' ? 'Audience is empty' : `"${text}" is not an audience`,
		'Enter the number that Create and Get Many return.',
	);
}

const moment = z.number().optional();
/** Long numbers can come as text. */
const count = z
	.union([
		z.number().nonnegative(),
		z
			.string()
			.regex(/^\d{1,15}$/)
			.transform(Number),
	])
	.optional();
const entity = z
	.object({
		id: z.union([z.number(), z.string()]).optional(),
		name: optionalText,
		account: optionalText,
		accessPolicy: optionalText,
		type: optionalText,
		status: optionalText,
		sourcePlatform: optionalText,
		sourceSegmentId: optionalText,
		inputCount: count,
		created: moment,
		destinations: z
			.array(
				z
					.object({
						destination: optionalText,
						destinationSegmentId: optionalText,
						status: optionalText,
						audienceSize: count,
						matchedCount: count,
						created: moment,
					})
					.passthrough(),
			)
			.optional(),
	})
	.passthrough();

type Audience = z.output<typeof entity>;

/** A body that isn't an audience counts as empty. */
export function readAudience(body: unknown): Audience {
	return readEntity(entity, body) ?? {};
}

/** What LinkedIn itself says about the audience; other exchanges may get it. */
function destinationOf({ destinations = [] }: Audience) {
	return destinations.find(({ destination }) => destination === 'LINKEDIN') ?? destinations[0];
}

/** e.g. READY. In LinkedIn's answer it belongs to the destination, in some sources to the audience. */
export function statusOf(audience: Audience): string | undefined {
	return destinationOf(audience)?.status ?? audience.status;
}

/**
 * LinkedIn doesn't return a URN for a segment itself; targeting uses that of its destination. Entries and matches are
 * those of the last seven days, the size is that of the whole audience.
 */
export function presentAudience(body: Entity, asked: string, simplify: boolean): IDataObject {
	const found = readAudience(body);
	const destination = destinationOf(found);
	const urn = destination?.destinationSegmentId ?? null;
	if (!simplify) return rawItem(body, { urn, url: null });
	return {
		urn,
		id: String(found.id ?? asked),
		name: found.name ?? null,
		account: found.account ?? null,
		type: found.type ?? null,
		status: statusOf(found) ?? null,
		size: destination?.audienceSize ?? null,
		inputCount: found.inputCount ?? null,
		matchedCount: destination?.matchedCount ?? null,
		matchRate: matchRate(destination?.matchedCount, found.inputCount),
		accessPolicy: found.accessPolicy ?? null,
		sourcePlatform: found.sourcePlatform ?? null,
		sourceSegmentId: found.sourceSegmentId ?? null,
		createdAt: isoTime(found.created ?? destination?.created),
	};
}

/** The share of entries that LinkedIn matched, 0.25 for a quarter; null if unknown. */
function matchRate(matched: number | undefined, given: number | undefined): number | null {
	if (matched === undefined || !given) return null;
	return Math.round((matched / given) * 10_000) / 10_000;
}
