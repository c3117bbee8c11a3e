/**
 * The subscriptions at LinkedIn: of a member to what happens on a page, and to the leads of an owner.
 * @see docs.notifications docs.leads
 */
import { z } from 'zod';

import { ownerRecord, parseOwner } from '../../resources/ads/leadForm/owner';
import { optionalText, readEntity } from '../../transport/answers/readEntity';
import { isNotOffered, LinkedInError } from '../../transport/errors/errors';
import { settled } from '../../transport/flow/settled';
import type { LinkedInClient, RestliRequest } from '../../transport/types';
import type { Subscription } from './core/state';
import { isSameAddress } from './core/subscription';
import type { PushSettings } from './settings';

const EVENT_TYPE = 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS';
const LISTED_A_PAGE = 100;
/** In 1973, or as seconds in the year 5138. */
const LEAST_MS = 1e11;

/** One kind of subscription. All of its functions throw LinkedInError. */
export interface Channel {
	/** LinkedIn's subscription that matters to us: the only one there can be, or the one that sends to us. */
	standing(source: string): Promise<Subscription | undefined>;
	/** Creates or renews it. */
	subscribe(source: string): Promise<Subscription>;
	/** Succeeds if it no longer exists. */
	remove(source: string, standing: Subscription): Promise<void>;
}

/** Who subscribes to page activity; nothing for leads. */
export type Subscriber = Pick<Subscription, 'application' | 'user'>;

/** As whom the settings subscribe. @param me URN of the connected member */
export function subscriberOf(settings: PushSettings, me: string | undefined): Subscriber {
	return settings.subject === 'leads' ? {} : { application: settings.application, user: me };
}

/** @param address where LinkedIn is to send what happens */
export function channelOf(
	linkedin: LinkedInClient,
	{ application, user }: Subscriber,
	address: string,
): Channel {
	if (application === undefined) return leadChannel(linkedin, address);
	return pageChannel(linkedin, { application, user: user ?? '' }, address);
}

const subscription = z.object({ webhook: z.string(), expiresAt: z.number().optional() });

/** The unit isn't documented: seconds if it's too small for milliseconds. */
const inMs = (time: number | undefined) => (time !== undefined && time < LEAST_MS ? 1_000 * time : time);

function pageChannel(linkedin: LinkedInClient, subscriber: Required<Subscriber>, address: string): Channel {
	const { application, user } = subscriber;
	const at = (entity: string): Pick<RestliRequest, 'path' | 'keys'> => ({
		path: '/rest/eventSubscriptions/{key}',
		keys: { key: { developerApplication: application, user, entity, eventType: EVENT_TYPE } },
	});
	return {
		async standing(source) {
			const body = await unlessMissing(linkedin, { restliMethod: 'GET', ...at(source) });
			const read = readEntity(subscription, body);
			return read && { ...subscriber, address: read.webhook, expiresAtMs: inMs(read.expiresAt) };
		},
		async subscribe(source) {
			const put: RestliRequest = { restliMethod: 'UPDATE', ...at(source), body: { webhook: address } };
			const reply = await linkedin.request<unknown>(put);
			const { expiresAt } = readEntity(subscription, reply.body) ?? {};
			return { ...subscriber, address, expiresAtMs: inMs(expiresAt) };
		},
		async remove(source) {
			await unlessMissing(linkedin, { restliMethod: 'DELETE', ...at(source) });
		},
	};
}

const leadSubscription = z.object({
	id: z.union([z.number(), z.string()]).transform(String),
	webhook: z.string(),
	versionedForm: optionalText,
	associatedEntity: z.unknown(),
});

function leadChannel(linkedin: LinkedInClient, address: string): Channel {
	const path = '/rest/leadNotifications';
	const ofSource = (source: string) => {
		const [owner, leadType] = source.split(' ');
		return { owner: ownerRecord(parseOwner(owner, 'Owners')), leadType };
	};
	return {
		async standing(source) {
			const { owner, leadType } = ofSource(source);
			const query = { q: 'criteria', owner: { value: owner }, leadType: { leadType } };
			const request: RestliRequest = { restliMethod: 'FINDER', path, query };
			for await (const page of linkedin.pages<unknown>(request, {
				pageSize: LISTED_A_PAGE,
				missingIsEmpty: true,
			})) {
				for (const element of page) {
					const read = readEntity(leadSubscription, element);
					// One for a single form or campaign doesn't send all.
					const isNarrow = read?.versionedForm !== undefined || Boolean(read?.associatedEntity);
					if (read && !isNarrow && isSameAddress(read.webhook, address))
						return { address: read.webhook, id: read.id };
				}
			}
			return undefined;
		},
		async subscribe(source) {
			const { owner, leadType } = ofSource(source);
			const body = { webhook: address, owner, leadType };
			const reply = await linkedin.request<unknown>({ restliMethod: 'CREATE', path, body });
			const id = reply.headers['x-restli-id'] ?? readEntity(leadSubscription, reply.body)?.id;
			return { address, id };
		},
		async remove(_source, { id }) {
			if (id === undefined) return;
			await unlessMissing(linkedin, { restliMethod: 'DELETE', path: `${path}/{id}`, keys: { id } });
		},
	};
}

/** @returns the body; undefined after a 404 of LinkedIn's, which doesn't mean that the app lacks the resource */
async function unlessMissing(linkedin: LinkedInClient, request: RestliRequest): Promise<unknown> {
	const asked = await settled(async () => await linkedin.request<unknown>(request));
	if (asked.ok) return asked.value.body;
	const { failure } = asked;
	const isMissing =
		failure instanceof LinkedInError && failure.details.status === 404 && !isNotOffered(failure);
	if (isMissing) return undefined;
	throw failure;
}
