import { z } from 'zod';
import { requireAccount } from '../../ads/access';
import { conversionUrn, type ConversionRule } from '../../ads/conversions';
import { inputRefused, notAllowed, notThere, paramRefused, wrong } from '../../ads/errors';
import { pageLink } from '../../ads/links';
import { money, readEntity, urnOf } from '../../ads/schema';
import { readPatch } from '../../body';
import { listAnswer, PAGING } from '../../paging';
import type { Answer, Call, Resource } from '../../resource';

const READ = ['r_ads', 'rw_ads'];
const WRITE = ['rw_ads', 'rw_conversions'];

const TYPES =
	`ADD_TO_CART DOWNLOAD INSTALL KEY_PAGE_VIEW LEAD PURCHASE SIGN_UP OTHER TALENT_LEAD JOB_APPLY SAVE START_CHECKOUT
	SCHEDULE VIEW_CONTENT VIEW_VIDEO ADD_BILLING_INFO BOOK_APPOINTMENT REQUEST_QUOTE SEARCH SUBSCRIBE AD_CLICK AD_VIEW
	COMPLETE_SIGNUP SUBMIT_APPLICATION PHONE_CALL INVITE LOGIN SHARE DONATE ADD_TO_LIST RATE START_TRIAL OUTBOUND_CLICK
	CONTACT MARKETING_QUALIFIED_LEAD SALES_QUALIFIED_LEAD QUALIFIED_LEAD`.split(/\s+/);
/** First version that has a type (docs.conversions). */
const SINCE: Record<string, string> = {
	MARKETING_QUALIFIED_LEAD: '202608',
	SALES_QUALIFIED_LEAD: '202608',
};
const WINDOW_DAYS = [1, 7, 30, 90, 365];
/** Only some types of qualified leads have the longest window. */
const LONGEST_WINDOW_DAYS = 365;
const AUTO_ASSOCIATION: Record<string, (objective: string) => boolean> = {
	ALL_CAMPAIGNS: () => true,
	OBJECTIVE_BASED: (objective) => /^(WEBSITE_CONVERSIONS?|LEAD_GENERATION)$/.test(objective),
	NONE: () => false,
};

const windowSize = z.number().refine((days) => WINDOW_DAYS.includes(days));
const members = {
	name: z.string().min(1),
	type: z.string().refine((type) => TYPES.includes(type)),
	conversionMethod: z.enum([
		'CONVERSIONS_API',
		'INSIGHT_TAG_URL_MATCH_RULES',
		'INSIGHT_TAG_JAVASCRIPT_EVENT',
	]),
	postClickAttributionWindowSize: windowSize.optional(),
	viewThroughAttributionWindowSize: windowSize.optional(),
	attributionType: z.enum(['LAST_TOUCH_BY_CAMPAIGN', 'LAST_TOUCH_BY_CONVERSION']).optional(),
	valueType: z.enum(['DYNAMIC', 'FIXED', 'NO_VALUE']).optional(),
	value: money.optional(),
	enabled: z.boolean().optional(),
	urlRules: z.array(z.unknown()).optional(),
};
const newRule = z.object({ ...members, account: urnOf('sponsoredAccount') }).strict();
const changes = z
	.object({ ...members, campaigns: z.array(urnOf('sponsoredCampaign')) })
	.partial()
	.strict();

/** /rest/conversions: conversion rules (docs.conversions). */
export const conversions: Resource = {
	path: '/rest/conversions',
	permission: 'partnerApiConversions',
	methods: {
		GET: {
			scopes: READ,
			params: ['account'],
			handle: (call) => ({ status: 200, body: entity(call, found(call, 'read')) }),
		},
		CREATE: { scopes: WRITE, params: ['autoAssociationType'], handle: create },
		PARTIAL_UPDATE: { scopes: WRITE, params: ['account'], handle: update },
	},
	finders: { account: { scopes: READ, params: ['account', ...PAGING], handle: ofAccount } },
};

/** @throws ApiError 400 */
function accountParam({ params }: Call): string {
	const { account } = params;
	if (account === undefined) throw paramRefused('MISSING_FIELD', 'account');
	if (typeof account === 'string' && /^urn:li:sponsoredAccount:\d+$/.test(account)) return account;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'account', 'account is a sponsoredAccount URN');
}

/** @throws ApiError 400 without the account, 403, 404 if the account doesn't have the rule */
function found(call: Call, work: 'read' | 'creatives'): ConversionRule {
	const account = accountParam(call);
	requireAccount(call, account, work);
	const rule = call.state.ads.conversions.find(Number(call.key));
	if (!rule || rule.account !== account) throw notThere(`Conversion ${String(call.key)}`);
	return rule;
}

/** `total` is always -1. */
function ofAccount(call: Call): Answer {
	const account = accountParam(call);
	requireAccount(call, account, 'read');
	return listAnswer(call.state.ads.conversions.of(account), call.params, {
		total: -1,
		link: pageLink(call, '/rest/conversions'),
		read: (rule) => entity(call, rule),
	});
}

/** Answers with the rule, unlike all other CREATEs of ads. */
function create(call: Call): Answer {
	const { ads } = call.state;
	const isWanted = readAssociation(call);
	const body = readEntity(newRule, call.body, (rule) => faultsOf(call, rule));
	const account = requireAccount(call, body.account, 'creatives');
	const rule = ads.conversions.add({ ...body, account: `urn:li:sponsoredAccount:${account.id}` });
	for (const campaign of ads.campaigns.of(account.id)) {
		if (isWanted(String(campaign.objectiveType))) {
			ads.conversions.associate(`urn:li:sponsoredCampaign:${String(campaign.id)}`, conversionUrn(rule.id));
		}
	}
	const id = String(rule.id);
	return {
		status: 201,
		headers: { location: `/conversions/${id}`, 'x-restli-id': id, 'x-linkedin-id': id },
		body: entity(call, rule),
	};
}

function readAssociation({ params }: Call): (objective: string) => boolean {
	const { autoAssociationType = 'NONE' } = params;
	const wanted = AUTO_ASSOCIATION[String(autoAssociationType)];
	if (wanted) return wanted;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'autoAssociationType');
}

function faultsOf({ version = '' }: Call, rule: Partial<ConversionRule>) {
	const isLong = [rule.postClickAttributionWindowSize, rule.viewThroughAttributionWindowSize].includes(
		LONGEST_WINDOW_DAYS,
	);
	const mayBeLong = rule.type === undefined || rule.type.includes('QUALIFIED_LEAD');
	const isTooNew = rule.type !== undefined && version < (SINCE[rule.type] ?? '');
	return [
		...(isTooNew ? [wrong('/type', rule.type)] : []),
		...(isLong && !mayBeLong ? [wrong('/postClickAttributionWindowSize', LONGEST_WINDOW_DAYS)] : []),
		...(rule.valueType === 'FIXED' && !rule.value ? [wrong('/valueType', 'FIXED')] : []),
	];
}

/** `campaigns` replaces the whole list. */
function update(call: Call): Answer {
	const rule = found(call, 'creatives');
	const { set, remove } = readPatch(call.body);
	const closed = [...remove, ...['associatedCampaigns', 'id', 'account'].filter((name) => name in set)];
	if (closed.length > 0) throw inputRefused(closed.map((name) => notAllowed(`/${name}`)));
	const { campaigns, ...change } = readEntity(changes, set, (one) =>
		faultsOf(call, { type: rule.type, ...one }),
	);
	Object.assign(rule, change, { lastModified: call.clock.now() });
	if (campaigns) {
		const store = call.state.ads.conversions;
		const urn = conversionUrn(rule.id);
		for (const { campaign } of store.associationsOf(urn)) store.separate(campaign, urn);
		for (const campaign of campaigns) store.associate(campaign, urn);
	}
	return { status: 204 };
}

function entity(call: Call, rule: ConversionRule): Record<string, unknown> {
	const associatedCampaigns = call.state.ads.conversions.associationsOf(conversionUrn(rule.id));
	return { ...rule, associatedCampaigns, campaigns: associatedCampaigns.map(({ campaign }) => campaign) };
}
