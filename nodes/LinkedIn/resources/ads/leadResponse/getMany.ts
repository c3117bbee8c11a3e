import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Unreadable } from '../../../transport/answers/elements';
import type { Entity } from '../../../transport/answers/readEntity';
import { InputError } from '../../../transport/errors/inputError';
import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { operation, type Call } from '../../operation';
import { refsOf } from '../fields/fields';
import { filtersField } from '../fields/filters';
import { formsLocator, LEAD_SCOPES, ownerField, ownerOf, PAGE_ROLE } from '../leadForm/owner';
import { leadPages } from '../leadForm/pages';
import { ANY_ROLE } from '../scopes';
import { choiceOf, choicesOf, collectionOf } from '../values/readParameters';
import { scheduleOf } from '../values/schedule';
import { withForms } from './forms';
import { formOf, presentLead, readLead } from './item';
import { LEAD_TYPES, leadRequest, typesOf } from './read';

const DAY_MS = 86_400_000;
/** LinkedIn keeps leads for a year. */
const KEPT_DAYS = 365;

export const leadTypesField: INodeProperties = {
	displayName: 'Lead Types',
	name: 'leadTypes',
	type: 'multiOptions',
	default: [],
	description: 'Any of these; if not set, all that the owner can have, with one call each',
	options: [
		{ name: 'Event', value: 'EVENT', description: 'Organic, from an event of the page' },
		{ name: 'Page', value: 'COMPANY', description: 'Organic, from a form on the page' },
		{ name: 'Product', value: 'ORGANIZATION_PRODUCT', description: 'Organic, from a product of the page' },
		{ name: 'Sponsored', value: 'SPONSORED', description: 'From ads; owned by the ad account' },
	],
};

const filters = filtersField([
	formsLocator({
		description: 'The form in any version, or several IDs separated by commas. Applied by the node.',
		isOptional: true,
	}),
	leadTypesField,
	{
		displayName: 'Submitted After',
		name: 'start',
		type: 'dateTime',
		default: '',
		description: '365 days ago if empty, which is how long LinkedIn keeps leads',
	},
	{
		displayName: 'Submitted Before',
		name: 'end',
		type: 'dateTime',
		default: '',
		description: 'Now if empty',
	},
	{
		displayName: 'Test Leads',
		name: 'testLeads',
		type: 'options',
		default: 'no',
		description: 'Whether to include, leave out or list only leads that were sent to test a form',
		options: [
			{ name: 'Also', value: 'also' },
			{ name: 'No', value: 'no' },
			{ name: 'Only', value: 'only' },
		],
	},
]);

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many leads',
	description:
		'List the leads of an ad account or a Company Page with their answers by question, up to 365 days back',
	builderHint: 'To act on new leads, use n8n-nodes-linkedin-suite.linkedInAdsTrigger instead.',
	docs: DOCS.leads,
	access: 'read',
	scopes: { any: LEAD_SCOPES },
	role: PAGE_ROLE,
	accountRole: ANY_ROLE,
	whenEmpty:
		'No leads were submitted in this time, or none match the filters. Test leads are listed only with the filter Test Leads.',
	routing: { restliMethod: 'FINDER', path: '/rest/leadFormResponses' },
	fields: [ownerField, ...listFields, filters],
	async execute(call) {
		const owner = ownerOf(call);
		const limit = limitOf(call);
		const given = collectionOf(call, 'filters', 'Filters');
		const types = typesOf(owner, choicesOf(given.leadTypes, 'Lead Types', LEAD_TYPES));
		if (types.length === 0) {
			throw new InputError(
				'Lead Types',
				`${owner.urn} can't have leads of these types`,
				'Ad accounts have Sponsored leads; pages have Event, Page and Product leads.',
			);
		}
		const forms = new Set(refsOf('leadForm', given.leadForms, 'Lead Forms').map(({ id }) => id));
		const test = choiceOf(given.testLeads, 'Test Leads', ['also', 'no', 'only']) ?? 'no';
		const span = spanOf(call, given);
		const fitting = (body: Entity): Entity | undefined | Unreadable => {
			const lead = readLead(body);
			if (call.simplify && lead.id === undefined) return new Unreadable('one has no id');
			if (test === 'no' && lead.testLead === true) return undefined;
			return forms.size === 0 || forms.has(formOf(lead)?.id ?? '') ? body : undefined;
		};
		const found: Entity[] = [];
		for (const leadType of types) {
			const request = leadRequest({ owner, leadType, ...span, testOnly: test === 'only' });
			for await (const leads of leadPages(call.linkedin, request)) {
				found.push(...call.linkedin.elements.read(leads, fitting));
				if (found.length >= limit) break;
			}
			if (found.length >= limit) break;
		}
		return await present(call, found.slice(0, limit));
	},
});

/** @throws InputError for an end that is not after the start, and for a start that is too early or in the future */
function spanOf(call: Call, given: Record<string, unknown>): { startMs: number; endMs: number } {
	const labels = { start: 'Submitted After', end: 'Submitted Before' };
	const nowMs = Date.now();
	const oldestMs = nowMs - KEPT_DAYS * DAY_MS;
	const wanted = scheduleOf(given.start, given.end, call.timezone, labels);
	// A year ago, evaluated by an expression a moment ago, is late enough.
	if (wanted.start !== undefined && wanted.start < oldestMs - DAY_MS) {
		throw new InputError(
			labels.start,
			`${labels.start} is more than ${KEPT_DAYS} days ago`,
			`LinkedIn keeps leads for ${KEPT_DAYS} days. Leave it empty for all of them.`,
		);
	}
	const startMs = Math.max(wanted.start ?? oldestMs, oldestMs);
	const endMs = wanted.end ?? nowMs;
	if (endMs > startMs) return { startMs, endMs };
	if (wanted.end === undefined) {
		throw new InputError(labels.start, `${labels.start} is in the future`, 'Choose a time in the past.');
	}
	throw new InputError(
		labels.end,
		`${labels.end} is more than ${KEPT_DAYS} days ago`,
		`LinkedIn keeps leads for ${KEPT_DAYS} days. Choose a later end.`,
	);
}

async function present({ linkedin, simplify }: Call, leads: Entity[]): Promise<IDataObject[]> {
	const whole = simplify ? await withForms(linkedin, leads) : leads;
	return whole.map((lead) => presentLead(lead, simplify));
}
