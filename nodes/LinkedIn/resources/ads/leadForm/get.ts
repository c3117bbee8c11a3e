import type { INodeProperties } from 'n8n-workflow';

import { oneOrMany, requiredEntries } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { refsOf } from '../fields/fields';
import { ANY_ROLE } from '../scopes';
import { presentForm } from './entity';
import { formsLocator, LEAD_SCOPES, PAGE_ROLE } from './owner';

const FORMS = 'Lead Forms';

export const formsField: INodeProperties = formsLocator({
	description: 'The lead form, or several numbers or URNs separated by commas',
});

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a lead form',
	description: 'Get one or more lead forms with their questions; several need only one call',
	docs: DOCS.leads,
	access: 'read',
	scopes: { any: [...LEAD_SCOPES, 'r_ads', 'rw_ads'] },
	role: PAGE_ROLE,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/leadForms/{id}' },
	fields: [formsField],
	async execute(call) {
		const given = requiredEntries(call.parameter<unknown>('leadForms', ''), FORMS, '7234246');
		return await oneOrMany(
			call,
			refsOf('leadForm', given, FORMS).map(({ urn, id }) => ({ urn, url: null, id })),
			{
				batch: { path: '/rest/leadForms' },
				single: (id) => ({ ...call.routing, keys: { id } }),
			},
			(body, { id }) => presentForm(body, String(id), call.simplify),
		);
	},
});
