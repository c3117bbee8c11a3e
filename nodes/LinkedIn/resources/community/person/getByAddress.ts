import { settled } from '../../../transport/flow/settled';
import { LinkedInError } from '../../../transport/errors/errors';
import { PRODUCTS } from '../../../transport/linkedin/products';
import { parseProfile } from '../../../transport/restli/urns/actor';
import { fetchEntity } from '../../batchGet';
import { DOCS } from '../../docs';
import { organizationUrnOf, pageValueOf } from '../../fields/actor';
import { locator } from '../../fields/locator';
import { operation } from '../../operation';
import { plainText } from '../../values/plainText';
import { readAll } from '../../values/problems';
import { withPictures } from '../media/pictures';
import { PEOPLE, personKey, PICTURE, presentPerson } from './entity';
import { LOOK_UP_ROLE, LOOK_UP_SCOPES, pageForLookUp, personAt, WHY_NOBODY } from './lookUp';

const ADDRESS = 'Profile URL';
const PAGE = 'Page';

export const getByAddress = operation({
	value: 'getByAddress',
	name: 'Get by Profile URL',
	action: 'Get a person by profile URL',
	description:
		"Find a person by their LinkedIn profile URL (linkedin.com/in/…), as the admin of a page, e.g. to mention them. LinkedIn may find only followers of the page; if it finds nobody, the item says why. The ID works only with this connection's app, and LinkedIn forbids storing data of other members.",
	docs: DOCS.mentionSearch,
	access: 'read',
	scopes: { any: LOOK_UP_SCOPES },
	product: PRODUCTS.communityManagement.name,
	role: LOOK_UP_ROLE,
	routing: { restliMethod: 'FINDER', path: '/rest/vanityUrl' },
	fields: [
		{
			displayName: ADDRESS,
			name: 'profileUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://www.linkedin.com/in/ada-okafor',
			description: 'The address of the profile, or the last part of it',
		},
		locator({
			displayName: PAGE,
			name: 'page',
			description: 'As whose admin to look; if empty, the first page where your role allows it',
			searchListMethod: 'searchPages',
			isOptional: true,
		}),
	],
	async execute(call) {
		const { linkedin, simplify } = call;
		const { profile, given } = readAll({
			profile: () => parseProfile(plainText(call.parameter<unknown>('profileUrl', ''), ADDRESS), ADDRESS),
			given: () => pageValueOf(call, 'page', PAGE),
		});
		const page =
			given === '' ? await pageForLookUp(linkedin, ADDRESS) : await organizationUrnOf(call, PAGE, given);
		const { url } = profile;
		const urn = await personAt(linkedin, profile, page);
		if (urn === undefined) {
			const reason = `LinkedIn finds nobody there as an admin of ${page}. ${WHY_NOBODY}`;
			return [{ urn: null, url, found: false, status: 404, reason }];
		}
		const read = await settled(() => fetchEntity(linkedin, PEOPLE.single(personKey(urn))));
		if (!read.ok) {
			if (!(read.failure instanceof LinkedInError)) throw read.failure;
			// The URN is what was asked for, and it's enough to mention them.
			linkedin.elements.say(`LinkedIn didn't show more than the URN: ${read.failure.message}.`);
		}
		const item = presentPerson(read.ok ? read.value : {}, urn, simplify, url);
		if (!simplify) return [item];
		return read.ok ? await withPictures(linkedin, [item], PICTURE) : [{ ...item, hidden: null }];
	},
});
