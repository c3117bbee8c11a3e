import { z } from 'zod';
import {
	apiError,
	badRequest,
	denied,
	missingField,
	missingParameter,
	notFound,
	wrongUrnType,
} from '../errors';
import { requireRole } from '../access';
import {
	applicationUrn,
	EVENT_TYPES,
	type EventSubscription,
	type SubscriptionKey,
} from '../push/subscriptions';
import { listAnswer, PAGING } from '../paging';
import { readBody } from '../body';
import { requireText } from '../dispatch';
import { requireWebhook } from '../push/webhooks';
import type { Answer, Call, Resource } from '../resource';

const SCOPES = ['rw_organization_admin', 'r_organization_admin'];

const subscription = z.object({ webhook: z.string().min(1) }).strict();

/** What the URNs of a key are, in LinkedIn's order. */
const URNS = {
	developerApplication: /^urn:li:developerApplication:\d+$/,
	user: /^urn:li:person:.+$/,
	entity: /^urn:li:organization(Brand)?:\d+$/,
};

/** /rest/eventSubscriptions: which page's notifications go to which webhook (docs.notifications). */
export const eventSubscriptions: Resource = {
	path: '/rest/eventSubscriptions',
	permission: 'partnerApiEventSubscriptions',
	methods: {
		UPDATE: { scopes: ['rw_organization_admin'], handle: put },
		GET: { scopes: SCOPES, handle: (call) => ({ status: 200, body: entity(existing(call)) }) },
		DELETE: { scopes: ['rw_organization_admin'], handle: remove },
	},
	finders: {
		subscriberAndEventType: {
			scopes: SCOPES,
			params: ['eventType', ...PAGING],
			handle: find,
		},
	},
};

/** Only for an administrator of the page, and with an approved use of webhooks. */
function put(call: Call): Answer {
	const key = readKey(call);
	const { webhook } = readBody(subscription, call.body);
	if (!call.app.webhooks)
		throw denied('Not enough permissions to access: partnerApiEventSubscriptions.UPDATE');
	requireRole(call, key.entity, 'administer');
	requireWebhook(call, webhook);
	const { webhooks, eventSubscriptionMs: lastsMs, eventSubscriptionPutStatus: status } = call.state;
	webhooks.subscriptions.put(key, { app: call.app.clientId, webhook, lastsMs });
	return { status };
}

function remove(call: Call): Answer {
	call.state.webhooks.subscriptions.remove(existing(call));
	return { status: 204 };
}

function existing(call: Call): EventSubscription {
	const key = readKey(call);
	call.state.webhooks.outbox.removeUngranted();
	const found = call.state.webhooks.subscriptions.find(key);
	if (!found) throw notFound();
	return found;
}

/** Those of the caller. */
function find(call: Call): Answer {
	if (call.params.eventType === undefined) throw missingParameter('eventType');
	const eventType = requireText(call.params, 'eventType');
	requireSupported(eventType);
	call.state.webhooks.outbox.removeUngranted();
	const own = call.state.webhooks.subscriptions
		.all()
		.filter(
			(one) => one.app === call.app.clientId && one.user === call.member?.urn && one.eventType === eventType,
		);
	return listAnswer(own, call.params, { total: true, read: entity });
}

/** LinkedIn's own words, as far as they were seen. @throws ApiError 400 */
function requireSupported(eventType: string): void {
	if (EVENT_TYPES.includes(eventType)) return;
	throw apiError(
		400,
		'ILLEGAL_ARGUMENT',
		`Event [${eventType}] is not supported. Following events are supported [${EVENT_TYPES.join(', ')}]`,
	);
}

/** `(developerApplication:…,user:…,entity:…,eventType:…)` with whole URNs. @throws ApiError 400, 403 */
function readKey(call: Call): SubscriptionKey {
	const { key } = call;
	if (typeof key !== 'object' || Array.isArray(key)) {
		throw badRequest('A key of this resource is (developerApplication:…,user:…,entity:…,eventType:…)');
	}
	const { developerApplication, user, entity: page, eventType, ...others } = key;
	const given = { developerApplication, user, entity: page, eventType };
	const missing = Object.entries(given).find(([, value]) => typeof value !== 'string');
	if (missing) throw missingField(missing[0]);
	if (Object.keys(others).length > 0)
		throw badRequest(`Unknown in the key: ${Object.keys(others).join(', ')}`);
	const whole = given as unknown as SubscriptionKey;
	for (const [name, pattern] of Object.entries(URNS)) {
		const value = whole[name as keyof typeof URNS];
		if (!pattern.test(value)) throw wrongUrnType(name, value, name);
	}
	requireSupported(whole.eventType);
	if (whole.developerApplication !== applicationUrn(call.app.applicationId)) {
		throw denied(`${whole.developerApplication} is not the application of the token`);
	}
	if (whole.user !== call.member?.urn) throw denied(`${whole.user} is not the member of the token`);
	return whole;
}

const entity = ({ app: _app, createdAt: _createdAt, ...shown }: EventSubscription) => shown;
