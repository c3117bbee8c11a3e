import { resource } from '../../operation';
import { get } from './get';
import { getAdministrators } from './getAdministrators';
import { getByVanityName } from './getByVanityName';
import { getChildPages } from './getChildPages';
import { getFollowerCount } from './getFollowerCount';
import { getMany } from './getMany';
import { lookUpOrganization } from './lookUp';

export const organization = resource({
	value: 'organization',
	name: 'Company Page',
	description: 'Company and Showcase Pages this connection can access',
	operations: [
		getMany,
		get,
		getFollowerCount,
		getByVanityName,
		lookUpOrganization,
		getChildPages,
		getAdministrators,
	],
});
