import { badRequest, invalidValue, wrongUrnType } from '../errors';
import { requireRole } from '../access';
import { listAnswer, PAGING } from '../paging';
import { requireText } from '../dispatch';
import { ROLE_STATES, ROLES } from '../model';
import type { Answer, Call, Resource } from '../resource';
import type { RoleAssignment } from '../model';

const SCOPES = ['rw_organization_admin', 'r_organization_admin'];

/** /rest/organizationAcls: who may do what on which page (docs.organizationAccess). */
export const organizationAcls: Resource = {
	path: '/rest/organizationAcls',
	permission: 'partnerApiOrganizationAcls',
	finders: {
		roleAssignee: {
			scopes: SCOPES,
			params: ['role', 'state', ...PAGING],
			handle: (call) => find(call, (one) => one.member === call.member?.key),
		},
		organization: {
			scopes: SCOPES,
			params: ['organization', 'role', 'state', ...PAGING],
			handle: (call) => {
				const organization = requireText(call.params, 'organization');
				const id = /^urn:li:organization:(\d+)$/.exec(organization)?.[1];
				if (id === undefined) throw wrongUrnType('organization', organization, 'organization');
				requireRole(call, organization, 'administer');
				return find(call, (one) => one.organization === id);
			},
		},
	},
};

/** Without `state` every state is returned, including revoked roles. */
function find(call: Call, belongs: (one: RoleAssignment) => boolean): Answer {
	if (call.protocol !== '2.0.0') throw badRequest('This resource needs X-Restli-Protocol-Version: 2.0.0');
	const { role, state } = call.params;
	if (role !== undefined && !(ROLES as readonly unknown[]).includes(role)) throw invalidValue('role', role);
	if (state !== undefined && !(ROLE_STATES as readonly unknown[]).includes(state)) {
		throw invalidValue('state', state);
	}
	const found = call.state.roles
		.filter((one) => belongs(one) && (role ?? one.role) === one.role && (state ?? one.state) === one.state)
		.map((one) => ({
			role: one.role,
			state: one.state,
			roleAssignee: call.state.member(one.member).urn,
			organization: call.state.organization(one.organization).urn,
		}));
	return listAnswer(found, call.params, { total: true });
}
