import type { Simulator } from '../../../../../simulator';

export const CLEO = 'urn:li:person:cLeO55wQz0';
export const BOB = 'urn:li:person:Bob-4kd_91x';
export const PORTRAIT = 'C5603AQGu16obsGZENQ';

/** A person with all that LinkedIn may show. */
export const cleo = {
	urn: CLEO,
	url: 'https://www.linkedin.com/in/cleo-example',
	id: 'cLeO55wQz0',
	name: 'Cleo Lindqvist',
	firstName: 'Cleo',
	lastName: 'Lindqvist',
	headline: 'Reads and comments',
	vanityName: 'cleo-example',
	picture: null,
	pictureUrn: null,
	hidden: false,
};

export const bob = {
	...cleo,
	urn: BOB,
	url: 'https://www.linkedin.com/in/bob-example',
	id: 'Bob-4kd_91x',
	name: 'Bob Marsh',
	firstName: 'Bob',
	lastName: 'Marsh',
	headline: 'Has no page',
	vanityName: 'bob-example',
};

/** A person that shows nothing. */
export const hidden = {
	...cleo,
	url: null,
	name: null,
	firstName: null,
	lastName: null,
	headline: null,
	vanityName: null,
	hidden: true,
};

/** One whom LinkedIn doesn't show in a batch. */
export const notFound = (urn: string, status: number, reason: string) => ({
	urn,
	url: null,
	found: false,
	status,
	reason,
});

export const hide = ({ state }: Simulator) => {
	state.member('cleo').isHidden = true;
	return {};
};

/** Gives a member a picture, which has an address. */
export const portrait = ({ state }: Simulator, key = 'cleo', id = PORTRAIT) => {
	const member = state.member(key);
	member.picture = id;
	state.media.add({ kind: 'image', owner: member.urn, id });
	return {};
};

export const follow = ({ state }: Simulator) => {
	for (const member of ['bob', 'cleo']) state.followers.add(member, 'urn:li:organization:2414183');
	return {};
};

export const single = (id: string) => ({
	method: 'GET' as const,
	url: `/rest/people/(id:${id})`,
	restliMethod: 'GET',
	version: '202609',
});

export const batch = (...ids: string[]) => ({
	method: 'GET' as const,
	url: `/rest/people?ids=List(${ids.map((id) => `(id:${id})`).join(',')})`,
	restliMethod: 'BATCH_GET',
	version: '202609',
});

export const pictures = (...ids: string[]) => ({
	method: 'GET' as const,
	url: `/rest/images?fields=downloadUrl&ids=List(${ids.map((id) => `urn%3Ali%3Aimage%3A${id}`).join(',')})`,
	restliMethod: 'BATCH_GET',
	version: '202609',
});

export const byAddress = (name: string, page = '2414183') => ({
	method: 'GET' as const,
	url: `/rest/vanityUrl?q=vanityUrlAsOrganization&vanityUrl=https%3A%2F%2Fwww.linkedin.com%2Fin%2F${name}&organization=urn%3Ali%3Aorganization%3A${page}`,
	restliMethod: 'FINDER',
	version: '202609',
});

export const roles = {
	method: 'GET' as const,
	url: '/rest/organizationAcls?q=roleAssignee&state=APPROVED&start=0&count=100',
	restliMethod: 'FINDER',
	version: '202609',
};
