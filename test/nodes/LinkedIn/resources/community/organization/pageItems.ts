/** The output for the pages of the simulator's world, if their public fields were read (docs.organizations). */
export const acmePublic = {
	urn: 'urn:li:organization:2414183',
	url: 'https://www.linkedin.com/company/2414183',
	id: '2414183',
	name: 'Acme Corp',
	vanityName: 'acme-corp',
	type: 'NONE',
	locations: [],
};
/** The same for someone who can see all fields. */
export const acme = {
	...acmePublic,
	description: null,
	website: null,
	organizationType: null,
	staffCountRange: null,
	industries: [],
	specialties: [],
	foundedYear: null,
	parent: null,
	logo: null,
	logoUrn: null,
};

export const globexPublic = {
	...acmePublic,
	urn: 'urn:li:organization:5583111',
	url: 'https://www.linkedin.com/company/5583111',
	id: '5583111',
	name: 'Globex & Söhne (Labs)',
	vanityName: 'globex-labs',
};

/** A page that LinkedIn doesn't show. */
export const missing = (id: string, status: number, reason: string) => ({
	urn: `urn:li:organization:${id}`,
	url: `https://www.linkedin.com/company/${id}`,
	found: false,
	status,
	reason,
});

export const page = (value: string, mode = 'id') => ({ __rl: true, mode, value });

export const byVanityName = (name: string) => ({
	method: 'GET' as const,
	url: `/rest/organizations?q=vanityName&vanityName=${name}`,
	restliMethod: 'FINDER',
});

/** LinkedIn's message to members who don't administer the page. */
export const hiddenFrom = (id: string) =>
	`Viewer don't have permission to the ADMIN_ONLY VisibilityReduction for urn:li:organization:${id}`;
