/**
 * The finder of leads, and the forms that go with them.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/lead-sync/leadsync
 */
import type { LinkedIn, RestliRequest } from '../../../transport';
import { readMany } from '../../../transport/batch';
import { ownerRecord, type LeadOwner } from '../leadForm/owner';
import { formOf, readLead } from './item';

export const LEAD_TYPES = ['COMPANY', 'EVENT', 'ORGANIZATION_PRODUCT', 'SPONSORED'] as const;
export type LeadType = (typeof LEAD_TYPES)[number];

/** LinkedIn names no maximum; its other lists take 100. */
export const LEADS_A_PAGE = 100;

/** The form comes with each lead, so that answers need no further call. */
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

/** The request for the leads of one owner and type in a span of time, without its place in the list. */
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

/**
 * Forms of leads that came without theirs, by number. A form that is not shown stays out.
 * @throws LinkedInError for token, quota and faults
 */
export async function missingForms(linkedin: LinkedIn, leads: unknown[]): Promise<Map<string, unknown>> {
	const ids = leads.flatMap((one) => {
		const lead = readLead(one);
		const form = formOf(lead);
		return form && !isWhole(lead.form) ? [form.id] : [];
	});
	const distinct = [...new Set(ids)];
	if (distinct.length === 0) return new Map();
	const found = await readMany(linkedin, {
		batch: { path: '/rest/leadForms' },
		ids: distinct,
		single: (id) => ({ restliMethod: 'GET', path: '/rest/leadForms/{id}', keys: { id } }),
	});
	return new Map(
		distinct.flatMap((id, index) => {
			const one = found[index];
			return one.ok ? [[id, one.value]] : [];
		}),
	);
}

/** The form of one lead among those that were read beside it. */
export function formAmong(forms: Map<string, unknown>, lead: unknown): unknown {
	return forms.get(formOf(readLead(lead))?.id ?? '');
}

function isWhole(form: unknown): boolean {
	return typeof form === 'object' && form !== null && 'content' in form;
}
