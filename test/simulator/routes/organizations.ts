import { denied, invalidValue, notFound } from '../errors';
import { batchAnswer, listAnswer, PAGING, readIds } from '../paging';
import { requireText } from '../dispatch';
import type { Call, Resource } from '../resource';
import type { Organization } from '../model';
import type { RestliValue } from '../restli';

const SCOPES = ['rw_organization_admin', 'r_organization_admin'];

/** /rest/organizations: pages as their administrators see them. Contract §9.1, §9.2. */
export const organizations: Resource = {
	path: '/rest/organizations',
	permission: 'partnerApiOrganizations',
	methods: {
		GET: { scopes: SCOPES, handle: (call) => ({ status: 200, body: administered(call, call.key) }) },
		BATCH_GET: {
			scopes: SCOPES,
			handle: (call) => batchAnswer(readIds(call.params), (id) => administered(call, id)),
		},
	},
	finders: {
		vanityName: {
			scopes: SCOPES,
			params: ['vanityName', ...PAGING],
			handle: (call) => {
				const vanityName = requireText(call.params, 'vanityName');
				const found = [...call.state.organizations.values()].filter((one) => one.vanityName === vanityName);
				return listAnswer(found.map(reduced), call.params, { total: true });
			},
		},
	},
};

/** /rest/organizationsLookup: the reduced set, for everybody. Contract §9.2. */
export const organizationsLookup: Resource = {
	path: '/rest/organizationsLookup',
	permission: 'partnerApiOrganizationsLookup',
	methods: {
		BATCH_GET: {
			scopes: SCOPES,
			handle: (call) =>
				batchAnswer(readIds(call.params), (id) => {
					const found = call.state.organizations.get(numericId(id));
					if (!found) throw notFound();
					return reduced(found);
				}),
		},
	},
};

/** Keys are numbers here, not URNs. */
function numericId(id: RestliValue | undefined): string {
	if (typeof id !== 'string' || !/^\d+$/.test(id)) throw invalidValue('id', JSON.stringify(id));
	return id;
}

function administered(call: Call, key: RestliValue | undefined): Record<string, unknown> {
	const found = call.state.organizations.get(numericId(key));
	if (!found) throw notFound();
	const roles = call.member ? call.state.approvedRoles(call.member.key, found.urn) : [];
	if (!roles.includes('ADMINISTRATOR')) {
		throw denied(
			`Viewer don't have permission to the ADMIN_ONLY VisibilityReduction for urn:li:organization:${found.id}`,
		);
	}
	return {
		...reduced(found),
		$URN: found.type === 'BRAND' ? `urn:li:organizationBrand:${found.id}` : found.urn,
		defaultLocale: { country: 'US', language: 'en' },
		alternativeNames: [],
		specialties: [],
		localizedSpecialties: [],
		industries: [],
		groups: [],
		versionTag: '1',
		autoCreated: false,
	};
}

function reduced(organization: Organization): Record<string, unknown> {
	return {
		id: Number(organization.id),
		localizedName: organization.name,
		name: {
			localized: { en_US: organization.name },
			preferredLocale: { country: 'US', language: 'en' },
		},
		vanityName: organization.vanityName,
		primaryOrganizationType: organization.type,
		locations: [],
	};
}
