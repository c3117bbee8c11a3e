/**
 * The finder of leads.
 * @see docs.leads
 */
import type { RestliRequest } from '../../../transport/types';
import { ownerRecord, type LeadOwner } from '../leadForm/owner';

export const LEAD_TYPES = ['COMPANY', 'EVENT', 'ORGANIZATION_PRODUCT', 'SPONSORED'] as const;
export type LeadType = (typeof LEAD_TYPES)[number];

/** The form comes with each lead, so that answers need no extra call. */
export const LEAD_FIELDS =
	'id,owner,leadType,submitter,submittedAt,testLead,versionedLeadGenFormUrn,leadMetadata,associatedEntity,formResponse,form:(hiddenFields,creationLocale,name,id,content)';

/** Ad accounts own the leads of ads, pages the organic ones. */
export function typesOf({ kind }: LeadOwner, wanted: readonly LeadType[]): LeadType[] {
	const own = LEAD_TYPES.filter((type) => (type === 'SPONSORED') === (kind === 'sponsoredAccount'));
	return wanted.length === 0 ? own : own.filter((type) => wanted.includes(type));
}

export interface LeadQuery {
	owner: LeadOwner;
	leadType: LeadType;
	/** Epoch milliseconds; LinkedIn keeps leads for a year. */
	startMs: number;
	endMs: number;
	testOnly: boolean;
}

/** The request for the leads of one owner and type in a span of time, without its position in the list. */
export function leadRequest({ owner, leadType, startMs, endMs, testOnly }: LeadQuery): RestliRequest {
	return {
		restliMethod: 'FINDER',
		path: '/rest/leadFormResponses',
		query: {
			q: 'owner',
			owner: ownerRecord(owner),
			leadType: { leadType },
			limitedToTestLeads: testOnly,
			submittedAtTimeRange: { start: startMs, end: endMs },
			fields: LEAD_FIELDS,
		},
	};
}
