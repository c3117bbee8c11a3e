import type { IDataObject } from 'n8n-workflow';

import { Unreadable } from '../../../transport/answers/elements';
import { lookUp } from '../../../transport/answers/lookUp';
import type { Entity } from '../../../transport/answers/readEntity';
import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { listItems, rawItem, UNNAMED } from '../../listItems';
import { operation } from '../../operation';
import { ACLS_A_PAGE, readAccessControl } from '../../pages';
import { plainText } from '../../values/plainText';
import { organizationField, organizationOf, PAGE_SCOPES } from './fields';

/** LinkedIn's other spelling of a role. */
const SAME_ROLE: Record<string, string> = { CONTENT_ADMIN: 'CONTENT_ADMINISTRATOR' };

export const getAdministrators = operation({
	value: 'getAdministrators',
	name: 'Get Administrators',
	action: 'Get the administrators of a company page',
	description: 'List who has which role on a Company Page, by default its admins',
	docs: DOCS.organizationAccess,
	access: 'read',
	scopes: { any: PAGE_SCOPES },
	role: 'ADMINISTRATOR',
	routing: { restliMethod: 'FINDER', path: '/rest/organizationAcls' },
	fields: [
		organizationField,
		{
			displayName: 'Role',
			name: 'role',
			type: 'options',
			default: 'ADMINISTRATOR',
			description: 'The role to list',
			options: [
				{ name: 'Administrator', value: 'ADMINISTRATOR' },
				{ name: 'Analyst', value: 'ANALYST' },
				{ name: 'Any', value: 'any' },
				{ name: 'Content Administrator', value: 'CONTENT_ADMINISTRATOR' },
				{ name: 'Curator', value: 'CURATOR' },
				{ name: 'Lead Capture Administrator', value: 'LEAD_CAPTURE_ADMINISTRATOR' },
				{ name: 'Lead Gen Forms Manager', value: 'LEAD_GEN_FORMS_MANAGER' },
				{ name: 'Recruiting Poster', value: 'RECRUITING_POSTER' },
				{ name: 'Sponsored Content Poster', value: 'DIRECT_SPONSORED_CONTENT_POSTER' },
			],
		},
		...listFields,
	],
	async execute(call) {
		const limit = limitOf(call);
		const role = plainText(call.parameter<unknown>('role', 'ADMINISTRATOR'), 'Role').trim();
		const organization = await organizationOf(call);
		// A role that LinkedIn spells in two ways is filtered here.
		const isAsked = role !== 'any' && !Object.values(SAME_ROLE).includes(role);
		const request = {
			...call.routing,
			query: { q: 'organization', organization, role: isAsked ? role : undefined, state: 'APPROVED' },
		};
		const present = (element: Entity): IDataObject | undefined | Unreadable => {
			const acl = readAccessControl(element);
			if (acl instanceof Unreadable) return call.simplify ? acl : rawItem(element, UNNAMED);
			if (role !== 'any' && (lookUp(SAME_ROLE, acl.role) ?? acl.role) !== role) return undefined;
			const urn = acl.roleAssignee ?? null;
			if (!call.simplify) return rawItem(element, { urn, url: null });
			if (acl.roleAssignee === undefined) return new Unreadable("one doesn't say who has the role");
			return { organization: acl.urn ?? organization, role: acl.role, state: acl.state ?? null, urn };
		};
		const paging = { pageSize: ACLS_A_PAGE, limit: isAsked || role === 'any' ? limit : undefined };
		return await listItems(call.linkedin, call.linkedin.pages<unknown>(request, paging), present, limit);
	},
});
