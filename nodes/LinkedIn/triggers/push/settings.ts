/** The trigger's settings, read and checked before any call. */
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { LEAD_SCOPES, PAGE_ROLE, parseOwner } from '../../resources/ads/leadForm/owner';
import { readLead } from '../../resources/ads/leadResponse/item';
import { LEAD_TYPES, type LeadType } from '../../resources/ads/leadResponse/read';
import { ANY_ROLE } from '../../resources/ads/scopes';
import { choicesOf } from '../../resources/ads/values/readParameters';
import { entriesOf, plainText } from '../../resources/values/plainText';
import type { Entity } from '../../transport/answers/readEntity';
import { InputError } from '../../transport/errors/inputError';
import { needsIn } from '../../transport/policy/areas';
import { parseOrganization } from '../../transport/restli/urns/actor';
import { canonicalUrn } from '../../transport/restli/urns/urn';
import { PUSHED, type EventName } from '../events/core/event';
import { streamsOf } from '../leads/leadSources';
import type { LeadNotice } from './core/delivery';

/** Each is checked from time to time with a call of its own. */
const MOST_SOURCES = 100;

export interface PageSettings {
	subject: 'pageActivity';
	/** URNs of pages. */
	sources: string[];
	events: EventName[];
	/** URN of the LinkedIn app. */
	application: string;
	includeOwn: boolean;
}

export interface LeadSettings {
	subject: 'leads';
	/** Owner and type, as streamsOf gives them. */
	sources: string[];
	types: LeadType[];
	includeTestLeads: boolean;
}

export type PushSettings = PageSettings | LeadSettings;

type Parameters = Pick<IHookFunctions | IWebhookFunctions, 'getNodeParameter'>;

/** What the trigger needs of the credential. */
export const neededFor = ({ subject }: PushSettings) =>
	subject === 'leads'
		? ({
				purpose: 'On New Lead',
				needs: needsIn('leads', 'read'),
				scopes: { any: LEAD_SCOPES },
				role: PAGE_ROLE,
				accountRole: ANY_ROLE,
			} as const)
		: ({
				purpose: 'On Page Activity',
				needs: needsIn('comments', 'read'),
				scopes: { any: ['rw_organization_admin'] },
				role: 'ADMINISTRATOR',
			} as const);

/** @throws InputError */
export function readSettings(context: Parameters): PushSettings {
	const settings =
		context.getNodeParameter('subject', 'pageActivity') === 'leads' ? ofLeads(context) : ofPages(context);
	if (settings.sources.length <= MOST_SOURCES) return settings;
	throw new InputError(
		settings.subject === 'leads' ? 'Owners' : 'Pages',
		`${settings.sources.length} subscriptions would be needed, but a trigger can have only ${MOST_SOURCES}`,
		'Spread them over several triggers.',
	);
}

function ofPages(context: Parameters): PageSettings {
	const pages = entriesOf(context.getNodeParameter('pages', []), 'Pages').map(pageUrn);
	if (pages.length === 0) throw new InputError('Pages', 'No page is chosen', 'Choose at least one page.');
	const events = choicesOf(context.getNodeParameter('events', []), 'Trigger On', PUSHED);
	return {
		subject: 'pageActivity',
		sources: [...new Set(pages)],
		events: events.length > 0 ? events : ['newComment'],
		application: applicationUrn(plainText(context.getNodeParameter('applicationId', ''), 'Application ID')),
		includeOwn: context.getNodeParameter('includeOwn', false) === true,
	};
}

function ofLeads(context: Parameters): LeadSettings {
	const types = choicesOf(context.getNodeParameter('leadTypes', []), 'Lead Types', LEAD_TYPES);
	const owners = entriesOf(context.getNodeParameter('owners', ''), 'Owners');
	if (owners.length === 0) {
		throw new InputError('Owners', 'No owner is chosen', 'Choose an ad account or page from the list.');
	}
	const streams = owners.flatMap((owner) => streamsOf(parseOwner(owner, 'Owners').urn, types));
	if (streams.length === 0) {
		throw new InputError(
			'Lead Types',
			'None of the owners can have leads of these types',
			'Ad accounts have Sponsored leads; pages have Event, Page and Product leads.',
		);
	}
	const includeTestLeads = context.getNodeParameter('includeTestLeads', false) === true;
	return { subject: 'leads', sources: [...new Set(streams)], types, includeTestLeads };
}

const OWN_ACTIVITY = 'own';
const TEST_LEADS = 'test leads';

/** What is chosen that could be left out. */
export function kindsOf(settings: PushSettings): string[] {
	if (settings.subject === 'leads') return settings.includeTestLeads ? [TEST_LEADS] : [];
	return [...settings.events, ...(settings.includeOwn ? [OWN_ACTIVITY] : [])];
}

/** @param isOwn the page or the connected member did it */
export const kindsOfEvent = (event: EventName, isOwn: boolean): string[] => [
	event,
	...(isOwn ? [OWN_ACTIVITY] : []),
];

export const kindsOfLead = (entity: Entity): string[] =>
	readLead(entity).testLead === true ? [TEST_LEADS] : [];

/** Whether it may be a lead of a source, by what LinkedIn says of it before it's read. */
export function isFollowed({ owner, leadType }: LeadNotice, { sources }: LeadSettings): boolean {
	return owner === null || leadType === null || sources.includes(`${canonicalUrn(owner)} ${leadType}`);
}

/** Whether a lead starts the workflow, by what LinkedIn says of it. */
export function isWantedLead(entity: Entity, { sources, includeTestLeads }: LeadSettings): boolean {
	const { testLead, owner, leadType } = readLead(entity);
	if (testLead === true && !includeTestLeads) return false;
	const urn = owner?.sponsoredAccount ?? owner?.organization;
	if (typeof urn !== 'string' || leadType === undefined) return true;
	return sources.includes(`${canonicalUrn(urn)} ${leadType}`);
}

function pageUrn(given: string): string {
	const page = parseOrganization(given, 'Pages');
	if ('urn' in page) return page.urn;
	throw new InputError(
		'Pages',
		`"${given}" doesn't contain the number of the page`,
		'Choose the page from the list, or enter its number. Company Page: Get by Vanity Name finds it.',
	);
}

function applicationUrn(given: string): string {
	const number = /^(?:urn:li:developerApplication:)?(\d{1,19})$/i.exec(given.trim())?.[1];
	if (number !== undefined) return `urn:li:developerApplication:${number}`;
	throw new InputError(
		'Application ID',
		given.trim() === ''
			? 'Application ID is empty'
			: `"${given}" is not an application ID, which is the number of your LinkedIn app`,
		"Enter the number in your app's address in LinkedIn's developer portal, e.g. 77812345 in apps/77812345. It isn't the Client ID.",
	);
}
