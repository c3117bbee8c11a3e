import { z } from 'zod';
import { adsRefused, inputRefused, notThere, paramRefused, wrong } from '../../ads/errors';
import { ownerOf, readOwner, requireLeadReader } from '../../ads/leadAccess';
import { isSame, LEAD_TYPES, type LeadSubscription } from '../../ads/leads';
import { readEntity } from '../../ads/schema';
import { listAnswer, PAGING } from '../../paging';
import { requireWebhook } from '../../push/webhooks';
import { readLeadType } from './leadFormResponses';
import type { Answer, Call, Resource } from '../../resource';

const SCOPES = ['r_marketing_leadgen_automation'];
/** Maximum subscriptions of an owner (docs.leads). */
const MOST_SUBSCRIPTIONS = 1500;

const newSubscription = z
	.object({
		webhook: z.string().min(1),
		owner: z.record(z.string()),
		leadType: z.enum(LEAD_TYPES),
		versionedForm: z
			.string()
			.regex(/^urn:li:versionedLeadGenForm:\(urn:li:leadGenForm:\d+,\d+\)$/)
			.optional(),
		associatedEntity: z.union([z.string(), z.record(z.string())]).optional(),
	})
	.strict();

/** /rest/leadNotifications: subscriptions of webhooks to leads (docs.leads). */
export const leadNotifications: Resource = {
	path: '/rest/leadNotifications',
	permission: 'partnerApiLeadNotifications',
	methods: {
		GET: { scopes: SCOPES, handle: (call) => ({ status: 200, body: entity(found(call)) }) },
		CREATE: { scopes: SCOPES, handle: create },
		DELETE: {
			scopes: SCOPES,
			handle: (call) => {
				call.state.ads.leads.subscriptions.delete(found(call).id);
				return { status: 204 };
			},
		},
	},
	finders: { criteria: { scopes: SCOPES, params: ['owner', 'leadType', ...PAGING], handle: list } },
};

function found(call: Call): LeadSubscription {
	const subscription = call.state.ads.leads.subscriptions.get(String(call.key));
	if (subscription?.app !== call.app.clientId) throw notThere(`Lead notification ${String(call.key)}`);
	requireLeadReader(call, subscription.owner);
	return subscription;
}

function create(call: Call): Answer {
	const { leads } = call.state.ads;
	const { owner: given, ...body } = readEntity(newSubscription, call.body);
	const owner = ownerOf(given);
	if (!owner) throw inputRefused([wrong('/owner', given)]);
	requireLeadReader(call, owner);
	const own = [...leads.subscriptions.values()].filter((one) => isSame(one.owner, owner));
	if (own.length >= MOST_SUBSCRIPTIONS) {
		throw adsRefused(400, 'ILLEGAL_ARGUMENT', `The owner has ${MOST_SUBSCRIPTIONS} subscriptions already`);
	}
	requireWebhook(call, body.webhook);
	const { id } = leads.subscribe({
		...body,
		owner,
		app: call.app.clientId,
		member: String(call.member?.key),
	});
	return { status: 201, headers: { 'x-restli-id': id, 'x-linkedin-id': id } };
}

/** The owner is in a wrapper here: `owner=(value:(sponsoredAccount:…))`. */
function list(call: Call): Answer {
	const wrapped = call.params.owner;
	if (wrapped === undefined) throw paramRefused('MISSING_FIELD', 'owner');
	if (typeof wrapped !== 'object' || Object.keys(wrapped).join() !== 'value') {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'owner', 'owner is (value:(sponsoredAccount:…))');
	}
	const owner = readOwner((wrapped as { value: Record<string, string> }).value);
	const leadType = readLeadType(call.params.leadType);
	requireLeadReader(call, owner);
	const own = [...call.state.ads.leads.subscriptions.values()].filter(
		(one) => one.app === call.app.clientId && isSame(one.owner, owner) && one.leadType === leadType,
	);
	return listAnswer(own, call.params, { total: true, read: entity });
}

function entity(subscription: LeadSubscription): Record<string, unknown> {
	const { createdAt: _createdAt, app: _app, member: _member, ...own } = subscription;
	return { ...own, id: Number(own.id) };
}
