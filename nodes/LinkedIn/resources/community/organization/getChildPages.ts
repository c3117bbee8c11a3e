import type { IDataObject } from 'n8n-workflow';

import { Unreadable } from '../../../transport/answers/elements';
import type { Entity } from '../../../transport/answers/readEntity';
import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { listItems, rawItem, UNNAMED } from '../../listItems';
import { operation } from '../../operation';
import { presentPublicPage, readOrganization } from './entity';
import { organizationField, organizationOf, PAGE_SCOPES } from './fields';

/** LinkedIn doesn't document a maximum for this list; its other lists accept 100. */
const CHILDREN_A_PAGE = 100;

export const getChildPages = operation({
	value: 'getChildPages',
	name: 'Get Child Pages',
	action: 'Get the child pages of a company page',
	description: 'List the Showcase Pages below a Company Page: name, URL name, type and locations',
	docs: DOCS.organizations,
	access: 'read',
	scopes: { any: PAGE_SCOPES },
	whenEmpty: "The page has no child pages, or this connection can't see them.",
	routing: { restliMethod: 'FINDER', path: '/rest/organizations' },
	fields: [organizationField, ...listFields],
	async execute(call) {
		const limit = limitOf(call);
		const parent = await organizationOf(call);
		const request = { ...call.routing, query: { q: 'parentOrganization', parent } };
		const present = (element: Entity): IDataObject | Unreadable => {
			const { id } = readOrganization(element);
			if (id !== undefined) return presentPublicPage(element, String(id), call.simplify);
			return call.simplify ? new Unreadable('one has no number') : rawItem(element, UNNAMED);
		};
		const paging = { pageSize: CHILDREN_A_PAGE, limit };
		return await listItems(call.linkedin, call.linkedin.pages<unknown>(request, paging), present);
	},
});
