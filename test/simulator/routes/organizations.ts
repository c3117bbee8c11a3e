import { denied, invalidValue, notFound, wrongUrnType } from '../errors';
import { batchAnswer, listAnswer, PAGING, readIds } from '../paging';
import { requireText } from '../dispatch';
import type { Call, Method, Resource } from '../resource';
import type { Organization } from '../model';
import type { RestliValue } from '../restli';

const SCOPES = ['rw_organization_admin', 'r_organization_admin'];

type Which = (organization: Organization) => boolean;
const isAny: Which = () => true;
const isBrand: Which = ({ type }) => type === 'BRAND';

const reads = (which: Which, read: typeof administered): { GET: Method; BATCH_GET: Method } => ({
	GET: {
		scopes: SCOPES,
		handle: (call) => ({ status: 200, body: read(call, existing(call, call.key, which)) }),
	},
	BATCH_GET: {
		scopes: SCOPES,
		handle: (call) => batchAnswer(readIds(call.params), (id) => read(call, existing(call, id, which))),
	},
});

/** /rest/organizations: pages as their administrators see them (docs.organizations). */
export const organizations: Resource = {
	path: '/rest/organizations',
	permission: 'partnerApiOrganizations',
	methods: reads(isAny, administered),
	finders: {
		vanityName: {
			scopes: SCOPES,
			params: ['vanityName', ...PAGING],
			handle: (call) => {
				const vanityName = requireText(call.params, 'vanityName');
				const found = [...call.state.organizations.values()].filter((one) => one.vanityName === vanityName);
				return listAnswer(
					found.map((one) => (administers(call, one) ? whole(one) : reduced(one))),
					call.params,
					{ total: true },
				);
			},
		},
		parentOrganization: {
			scopes: SCOPES,
			params: ['parent', ...PAGING],
			handle: (call) => {
				const parent = requireText(call.params, 'parent');
				if (!/^urn:li:organization:\d+$/.test(parent)) throw wrongUrnType('parent', parent, 'organization');
				const found = [...call.state.organizations.values()].filter((one) => one.parent === parent);
				return listAnswer(found.map(reduced), call.params, { total: true });
			},
		},
	},
};

/** /rest/organizationBrands: the same for showcase pages (docs.organizations). */
export const organizationBrands: Resource = {
	path: '/rest/organizationBrands',
	permission: 'partnerApiOrganizationBrands',
	methods: reads(isBrand, administered),
};

/** /rest/organizationsLookup: fewer fields, for everybody (docs.organizations). */
export const organizationsLookup: Resource = {
	path: '/rest/organizationsLookup',
	permission: 'partnerApiOrganizationsLookup',
	methods: { BATCH_GET: reads(isAny, (_call, found) => reduced(found)).BATCH_GET },
};

/** /rest/organizationBrandsLookup: fewer fields of showcase pages (docs.organizations). */
export const organizationBrandsLookup: Resource = {
	path: '/rest/organizationBrandsLookup',
	permission: 'partnerApiOrganizationBrandsLookup',
	methods: { BATCH_GET: reads(isBrand, (_call, found) => reduced(found)).BATCH_GET },
};

/** Keys are numbers here, not URNs. @throws ApiError 400, 404 */
function existing(call: Call, id: RestliValue | undefined, which: Which): Organization {
	if (typeof id !== 'string' || !/^\d+$/.test(id)) throw invalidValue('id', JSON.stringify(id));
	const found = call.state.organizations.get(id);
	if (!found || !which(found)) throw notFound();
	return found;
}

const administers = (call: Call, organization: Organization) =>
	call.member !== undefined &&
	call.state.approvedRoles(call.member.key, organization.urn).includes('ADMINISTRATOR');

/** Others are refused or get fewer fields (both were seen). */
function administered(call: Call, found: Organization): Record<string, unknown> {
	if (administers(call, found)) return whole(found);
	if (call.state.organizationsForOthers === 'reduced') return reduced(found);
	throw denied(
		`Viewer don't have permission to the ADMIN_ONLY VisibilityReduction for urn:li:organization:${found.id}`,
	);
}

const LOCALE = { country: 'US', language: 'en' };
const localized = (text: string) => ({ localized: { en_US: text }, preferredLocale: LOCALE });

function whole(found: Organization): Record<string, unknown> {
	const { website, description, specialties = [], industries = [] } = found;
	return {
		...reduced(found),
		$URN: found.type === 'BRAND' ? `urn:li:organizationBrand:${found.id}` : found.urn,
		defaultLocale: LOCALE,
		alternativeNames: [],
		specialties: specialties.map(localized),
		localizedSpecialties: specialties,
		industries,
		groups: [],
		versionTag: '1',
		autoCreated: false,
		...(website ? { website: localized(website), localizedWebsite: website } : {}),
		...(description ? { description: localized(description), localizedDescription: description } : {}),
		...(found.staffCountRange ? { staffCountRange: found.staffCountRange } : {}),
		...(found.foundedYear ? { foundedOn: { year: found.foundedYear } } : {}),
		...(found.logo ? { logoV2: { original: found.logo, cropped: found.logo } } : {}),
		...(found.parent ? { parentRelationship: { relationshipStatus: 'ACTIVE', parent: found.parent } } : {}),
	};
}

/** What everybody can see of a page. */
function reduced(organization: Organization): Record<string, unknown> {
	return {
		id: Number(organization.id),
		localizedName: organization.name,
		name: localized(organization.name),
		vanityName: organization.vanityName,
		primaryOrganizationType: organization.type,
		locations: [],
	};
}
