import type { Entity } from '../../../transport/answers/readEntity';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import { oneOrMany, requiredEntries } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { LEAD_SCOPES, PAGE_ROLE } from '../leadForm/owner';
import { ANY_ROLE } from '../scopes';
import { withForms } from './forms';
import { presentLead } from './item';
import { LEAD_FIELDS } from './read';

const RESPONSES = 'Leads';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a lead',
	description:
		'Get one or more leads by ID with their answers by question (multiple choices also as a list); several need only one call',
	docs: DOCS.leads,
	access: 'read',
	scopes: { any: LEAD_SCOPES },
	role: PAGE_ROLE,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/leadFormResponses/{id}' },
	fields: [
		{
			displayName: RESPONSES,
			name: 'leads',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 249592fc-d272-44ba-a7db-c2bdce579507-6',
			description: 'IDs or URNs of leads, separated by commas',
		},
	],
	async execute(call) {
		const given = requiredEntries(
			call.parameter<unknown>('leads', ''),
			RESPONSES,
			'249592fc-d272-44ba-a7db-c2bdce579507-6',
		);
		const ids = [...new Set(given.map((one) => plainUrn(one).replace(/^urn:li:leadGenFormResponse:/i, '')))];
		const query = { fields: LEAD_FIELDS };
		const bodies: Entity[] = [];
		const items = await oneOrMany(
			call,
			ids.map((id) => ({ urn: `urn:li:leadGenFormResponse:${id}`, url: null, id })),
			{
				batch: { path: '/rest/leadFormResponses', query },
				single: (id) => ({ ...call.routing, keys: { id }, query }),
			},
			(body) => ({ place: bodies.push(body) - 1 }),
		);
		const leads = call.simplify ? await withForms(call.linkedin, bodies) : bodies;
		return items.map((item) =>
			typeof item.place === 'number' ? presentLead(leads[item.place], call.simplify) : item,
		);
	},
});
