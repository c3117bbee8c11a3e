/**
 * Reads the body of a delivery. One address may get page activity and leads; LinkedIn sends each in a body of its own.
 * @see docs.notifications docs.leads
 */
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { isEntity, optionalText, readEntity } from '../../../transport/answers/readEntity';

/** LinkedIn's batches have up to 10. Reading takes time, so a body with more than this is read only up to here. */
const MOST_ELEMENTS = 1_000;

export interface Delivery {
	/** Elements for notificationFrom. */
	notifications: unknown[];
	/** Elements for leadNoticeFrom. */
	leads: unknown[];
	/** How many more there are. */
	leftOut: number;
}

/** @returns undefined if it isn't JSON; without elements if it's about something else */
export function readDelivery(body: Uint8Array): Delivery | undefined {
	const parsed = parsedJson(Buffer.from(body).toString('utf8'));
	if (parsed === undefined) return undefined;
	const elements = (Array.isArray(parsed) ? (parsed as unknown[]) : [parsed]).flatMap(elementsIn);
	const read = elements.slice(0, MOST_ELEMENTS);
	return {
		notifications: read.filter((element) => !isOfLead(element)),
		leads: read.filter(isOfLead),
		leftOut: elements.length - read.length,
	};
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
	} catch {
		return undefined;
	}
}

const isOfLead = (element: unknown) =>
	isEntity(element) &&
	(element.type === 'LEAD_ACTION' || ['string', 'number'].includes(typeof element.leadGenFormResponse));

/** Notifications are documented in `notifications`, leads alone; either may come in the other way. */
function elementsIn(body: unknown): unknown[] {
	if (!isEntity(body)) return [body];
	const listed = [body.notifications, body.elements].find((value) => Array.isArray(value));
	if (listed) return listed as unknown[];
	return isOfLead(body) || 'action' in body ? [body] : [];
}

/** What LinkedIn says of a new lead: not its answers, which have to be read. */
export interface LeadNotice {
	id: string;
	/** URN, if LinkedIn says it. */
	owner: string | null;
	leadType: string | null;
	/** Epoch milliseconds; undefined if LinkedIn doesn't say. */
	occurredAtMs: number | undefined;
}

const leadNotice = z.object({
	leadGenFormResponse: z.union([z.string(), z.number().int().positive().safe().transform(String)]),
	leadAction: optionalText,
	occurredAt: z.number().optional(),
	owner: z
		.union([z.string(), z.object({ sponsoredAccount: z.string(), organization: z.string() }).partial()])
		.optional(),
	leadType: z.union([z.string(), z.object({ leadType: z.string() })]).optional(),
});

const LEAD_ID = /^(?:urn:li:lead(?:Gen)?FormResponse:)?([\w.:=~-]{1,100})$/i;

/** @returns undefined if the lead isn't new, such as a deleted one */
export function leadNoticeFrom(body: unknown): LeadNotice | undefined | Unreadable {
	const read = readEntity(leadNotice, body);
	const id = LEAD_ID.exec(read?.leadGenFormResponse ?? '')?.[1];
	if (!read || id === undefined) return new Unreadable('one does not say which lead it is about');
	if (read.leadAction !== undefined && read.leadAction !== 'CREATED') return undefined;
	const { owner, leadType } = read;
	const ownerUrn = typeof owner === 'object' ? (owner.sponsoredAccount ?? owner.organization) : owner;
	return {
		id,
		owner: ownerUrn ?? null,
		leadType: (typeof leadType === 'object' ? leadType.leadType : leadType) ?? null,
		occurredAtMs: read.occurredAt,
	};
}
