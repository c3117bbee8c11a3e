import { denied, invalidValue, missingParameter, notFound, wrongUrnType } from '../errors';
import { requireRole } from '../access';
import { batchAnswer, listAnswer, readIds } from '../paging';
import type { Answer, Call, Resource } from '../resource';
import type { Member } from '../model';
import type { RestliValue } from '../restli';

/** /rest/people: other people by the id that they have in this app (docs.people). */
export const people: Resource = {
	path: '/rest/people',
	permission: 'people',
	methods: {
		// No scope gives it, but a product of the app (docs/behaviour.md#people).
		GET: { scopes: [], handle: (call) => ({ status: 200, body: person(call, call.key) }) },
		BATCH_GET: { scopes: [], handle: several },
	},
};

/** /rest/vanityUrl: who has a profile address, as the admin of a page (docs.mentionSearch). */
export const vanityUrl: Resource = {
	path: '/rest/vanityUrl',
	permission: 'partnerApiVanityUrl',
	finders: {
		vanityUrlAsOrganization: {
			scopes: ['r_organization_followers'],
			params: ['vanityUrl', 'organization'],
			handle: byAddress,
		},
	},
};

function person(call: Call, key: RestliValue | undefined): Record<string, unknown> {
	const { id } = Object(key) as { id?: unknown };
	if (typeof id !== 'string' || Object.keys(Object(key) as object).join() !== 'id') {
		throw invalidValue('id', JSON.stringify(key));
	}
	if (!call.app.products.includes('communityManagement')) {
		throw denied(`Not enough permissions to access: GET /people/(id:${id})`);
	}
	const found = [...call.state.members.values()].find(({ personId }) => personId === id);
	if (!found) throw notFound();
	return shown(found, call.state.hiddenPeople);
}

function several(call: Call): Answer {
	const answer = batchAnswer(readIds(call.params), (key) => person(call, key));
	const renamed = (part: object) =>
		Object.fromEntries(Object.entries(part).map(([key, one]) => [keyIn(call.state.peopleKeys, key), one]));
	const parts = Object.entries(answer.body as Record<string, object>);
	return { ...answer, body: Object.fromEntries(parts.map(([name, part]) => [name, renamed(part)])) };
}

/** @param key as requested: `(id:yrZCpj2ZYQ)` */
function keyIn(form: Call['state']['peopleKeys'], key: string): string {
	const id = key.slice('(id:'.length, -1);
	return { complex: key, assigned: `id=${id}`, bare: id, urn: `urn:li:person:${id}` }[form];
}

/** The member's own language is the only one (docs.people). */
const localized = (text: string) => ({
	localized: { it_IT: text },
	preferredLocale: { country: 'IT', language: 'it' },
});

function shown(member: Member, hidden: Call['state']['hiddenPeople']): Record<string, unknown> {
	if (member.isHidden) return { id: hidden === 'private' ? 'private' : member.personId };
	return {
		id: member.personId,
		localizedFirstName: member.firstName,
		localizedLastName: member.lastName,
		localizedHeadline: member.headline,
		vanityName: member.vanityName,
		firstName: localized(member.firstName),
		lastName: localized(member.lastName),
		headline: localized(member.headline),
		...(member.picture && {
			profilePicture: { displayImage: `urn:li:digitalmediaAsset:${member.picture}` },
		}),
	};
}

const ADDRESS = /^https:\/\/www\.linkedin\.com\/in\/([^/]+)\/?$/;

function byAddress(call: Call): Answer {
	const organization = required(call, 'organization');
	const address = required(call, 'vanityUrl');
	if (!/^urn:li:organization:\d+$/.test(organization)) {
		throw wrongUrnType('organization', organization, 'organization');
	}
	requireRole(call, organization, 'findFollowers');
	const name = ADDRESS.exec(address)?.[1];
	const found = [...call.state.members.values()].find(({ vanityName }) => vanityName === name);
	const { addressesFind, addressMiss, followers } = call.state;
	const isReached = found && (addressesFind === 'anyone' || followers.of(organization).includes(found.key));
	if (!isReached && addressMiss === 'notFound') throw notFound();
	return listAnswer(isReached ? [{ member: found.urn }] : [], {});
}

/** This finder's own words (docs/behaviour.md#people). */
function required(call: Call, name: string): string {
	const value = call.params[name];
	if (typeof value !== 'string' || value === '') throw missingParameter(name);
	return value;
}
