import { notThere, paramRefused } from '../../ads/errors';
import { readOwner, requireLeadReader } from '../../ads/leadAccess';
import { formUrn, isSame, LEAD_TYPES, type LeadResponse, type LeadType } from '../../ads/leads';
import { pageLink } from '../../ads/links';
import { DAY_MS } from '../../ads/reportDates';
import { batchAnswer, listAnswer, PAGING, readIds } from '../../paging';
import type { RestliValue } from '../../restli';
import type { Answer, Call, Resource } from '../../resource';

const SCOPES = ['r_marketing_leadgen_automation'];
const HISTORY_DAYS = 365;

/** /rest/leadFormResponses: leads (docs.leads). */
export const leadFormResponses: Resource = {
	path: '/rest/leadFormResponses',
	permission: 'partnerApiLeadFormResponses',
	methods: {
		GET: { scopes: SCOPES, handle: (call) => ({ status: 200, body: found(call, call.key) }) },
		BATCH_GET: {
			scopes: SCOPES,
			handle: (call) => batchAnswer(readIds(call.params), (id) => found(call, id)),
		},
	},
	finders: {
		owner: {
			scopes: SCOPES,
			params: [
				'owner',
				'leadType',
				'limitedToTestLeads',
				'submittedAtTimeRange',
				'versionedLeadGenFormUrn',
				'associatedEntity',
				...PAGING,
			],
			handle: ofOwner,
		},
	},
};

/** Leads that are visible and not too old. */
function known({ state, clock }: Call): LeadResponse[] {
	const oldest = clock.now() - HISTORY_DAYS * DAY_MS;
	return state.ads.leads.shown().filter(({ submittedAt }) => submittedAt >= oldest);
}

/** @throws ApiError 404, 403 */
function found(call: Call, key: unknown): unknown {
	const lead = known(call).find(({ id }) => id === key);
	if (!lead) throw notThere(`Lead form response ${String(key)}`);
	requireLeadReader(call, lead.owner);
	return entity(call, lead);
}

function ofOwner(call: Call): Answer {
	const { params, state } = call;
	const owner = readOwner(params.owner);
	const leadType = readLeadType(params.leadType);
	const form = readFormUrn(params.versionedLeadGenFormUrn);
	const isInRange = readRange(call);
	const testOnly = readFlag(params.limitedToTestLeads, 'limitedToTestLeads');
	const entityUrn = readEntityUrn(params.associatedEntity);
	requireLeadReader(call, owner);
	const leads = known(call).filter(
		(lead) =>
			isSame(lead.owner, owner) &&
			lead.leadType === leadType &&
			(form === undefined || formUrn(lead.form) === form) &&
			(entityUrn === undefined || Object.values(lead.associatedEntity ?? {}).includes(entityUrn)) &&
			(testOnly ? lead.testLead : !lead.testLead || state.testLeadsAmongReal) &&
			isInRange(lead.submittedAt),
	);
	if (state.leadOrder === 'newestFirst') leads.reverse();
	return listAnswer(leads, params, {
		total: true,
		most: state.leadPageMax,
		link: pageLink(call, '/rest/leadFormResponses'),
		read: (lead) => entity(call, lead),
	});
}

/** A record: `(leadType:SPONSORED)`. @throws ApiError 400 */
export function readLeadType(value: RestliValue | undefined): LeadType {
	if (value === undefined) throw paramRefused('MISSING_FIELD', 'leadType');
	const isRecord = typeof value === 'object' && Object.keys(value).join() === 'leadType';
	const type = LEAD_TYPES.find((one) => isRecord && one === (value as { leadType: RestliValue }).leadType);
	if (type) return type;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'leadType', `leadType is (leadType:${LEAD_TYPES.join('|')})`);
}

function readFormUrn(value: RestliValue | undefined): string | undefined {
	if (value === undefined) return undefined;
	const form = /^urn:li:versionedLeadGenForm:\(urn:li:leadGenForm:\d+,\d+\)$/;
	if (typeof value === 'string' && form.test(value)) return value;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'versionedLeadGenFormUrn');
}

/** A URN, or a record as in leads: `(associatedCreative:{urn})`. @throws ApiError 400 */
function readEntityUrn(value: RestliValue | undefined): string | undefined {
	if (value === undefined) return undefined;
	const one = typeof value === 'object' && !Array.isArray(value) ? Object.values(value)[0] : value;
	if (typeof one === 'string' && one.startsWith('urn:li:')) return one;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'associatedEntity');
}

function readFlag(value: RestliValue | undefined, name: string): boolean {
	if (value === undefined || value === 'false') return false;
	if (value === 'true') return true;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', name, `${name} is true or false`);
}

/** `(start:ms,end:ms)`, both optional; whether the ends are included is a setting. @throws ApiError 400 */
function readRange({ params, state }: Call): (at: number) => boolean {
	const value = params.submittedAtTimeRange;
	if (value === undefined) return () => true;
	const { start, end, ...others } =
		typeof value === 'object' && !Array.isArray(value) ? value : { other: '' };
	const isMs = (bound: unknown) => bound === undefined || /^\d{12,13}$/.test(String(bound));
	const [from, to] = [Number(start ?? 0), Number(end ?? Infinity)];
	if (!isMs(start) || !isMs(end) || Object.keys(others).length > 0 || from > to) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'submittedAtTimeRange', 'It is (start:ms,end:ms)');
	}
	const { leadRangeIncludes } = state;
	return (at) =>
		(at > from || (at === from && leadRangeIncludes !== 'neither')) &&
		(at < to || (at === to && leadRangeIncludes === 'both'));
}

/** The form and the `*Info` members are only included if `fields` asks for them. */
function entity({ state, fields }: Call, lead: LeadResponse): Record<string, unknown> {
	const asked: Record<string, () => unknown> = {
		form: () => lead.form,
		ownerInfo: () => {
			if ('organization' in lead.owner) {
				return { organization: { localizedName: state.nameOf(lead.owner.organization) } };
			}
			const id = lead.owner.sponsoredAccount.slice('urn:li:sponsoredAccount:'.length);
			return { sponsoredAccount: { name: state.ads.accounts.find(id)?.name } };
		},
		associatedEntityInfo: () => ({ ...lead.associatedEntity }),
		leadMetadataInfo: () => (lead.campaign ? { sponsoredLeadMetadata: { campaign: lead.campaign } } : {}),
	};
	return {
		owner: lead.owner,
		submitter: lead.submitter,
		leadType: lead.leadType,
		...(lead.campaign ? { leadMetadata: { sponsoredLeadMetadata: { campaign: lead.campaign } } } : {}),
		versionedLeadGenFormUrn: formUrn(lead.form),
		id: lead.id,
		submittedAt: lead.submittedAt,
		testLead: lead.testLead,
		...(lead.associatedEntity ? { associatedEntity: lead.associatedEntity } : {}),
		formResponse: lead.formResponse,
		...Object.fromEntries(
			Object.entries(asked)
				.filter(([name]) => fields?.includes(name))
				.map(([name, read]) => [name, read()]),
		),
	};
}
