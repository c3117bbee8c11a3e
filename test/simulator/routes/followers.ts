import { invalidValue, missingField, notFound, wrongUrnType } from '../errors';
import { requireRole } from '../access';
import { listAnswer, PAGING } from '../paging';
import { requireText } from '../dispatch';
import type { Answer, Call, Resource } from '../resource';

/** All current versions refuse older spellings (docs/behaviour.md#number-of-followers). */
const EDGE_TYPE = 'COMPANY_FOLLOWED_BY_MEMBER';

/** /rest/networkSizes/{organization}: how many people follow a page (docs.organizations). */
export const networkSizes: Resource = {
	path: '/rest/networkSizes',
	permission: 'partnerApiNetworkSizes',
	methods: {
		GET: {
			scopes: ['rw_organization_admin', 'r_organization_admin'],
			params: ['edgeType'],
			handle: size,
		},
	},
};

/** /rest/peopleTypeahead?q=organizationFollowers: followers by the beginning of a name (docs.mentionSearch). */
export const peopleTypeahead: Resource = {
	path: '/rest/peopleTypeahead',
	permission: 'partnerApiPeopleTypeahead',
	finders: {
		organizationFollowers: {
			scopes: ['r_organization_followers'],
			params: ['keywords', 'organization', ...PAGING],
			handle: findFollowers,
		},
	},
};

function size(call: Call): Answer {
	const { key } = call;
	if (typeof key !== 'string' || !/^urn:li:organization:\d+$/.test(key)) {
		throw wrongUrnType('organization', String(key), 'organization');
	}
	const { edgeType } = call.params;
	if (edgeType === undefined) throw missingField('edgeType');
	if (edgeType !== EDGE_TYPE) throw invalidValue('edgeType', JSON.stringify(edgeType));
	if (!call.state.organizations.has(key.split(':')[3])) throw notFound();
	return { status: 200, body: { firstDegreeSize: call.state.followers.total(key) } };
}

/** However many match (docs.mentionSearch). */
const MOST_FOLLOWERS = 10;

/** Anyone with a name of which one word begins with one of the keywords, in upper or lower case. */
function findFollowers(call: Call): Answer {
	const organization = requireText(call.params, 'organization');
	const keywords = requireText(call.params, 'keywords');
	if (!/^urn:li:organization:\d+$/.test(organization)) {
		throw wrongUrnType('organization', organization, 'organization');
	}
	requireRole(call, organization, 'findFollowers');
	const wanted = keywords.toLowerCase().split(/\s+/).filter(Boolean);
	const found = call.state.followers
		.of(organization)
		.map((member) => call.state.member(member))
		.filter((member) => {
			const words = `${member.firstName} ${member.lastName}`.toLowerCase().split(/\s+/);
			return wanted.every((part) => words.some((word) => word.startsWith(part)));
		})
		.map((member) => ({
			member: member.urn,
			firstName: member.firstName,
			lastName: member.lastName,
			headline: member.headline,
			...(member.picture && { photo: `urn:li:image:${member.picture}` }),
		}))
		.slice(0, MOST_FOLLOWERS);
	return listAnswer(found, call.params);
}
