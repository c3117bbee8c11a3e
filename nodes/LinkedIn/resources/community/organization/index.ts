import { resource } from '../../operation';
import { get } from './get';
import { getAdministrators } from './getAdministrators';
import { getByVanityName } from './getByVanityName';
import { getFollowerCount } from './getFollowerCount';
import { getMany } from './getMany';
import { lookUpOrganization } from './lookUp';

export const organization = resource({
	value: 'organization',
	name: 'Company Page',
	description: 'The company and showcase pages this connection works for',
	operations: [getMany, get, getFollowerCount, getByVanityName, lookUpOrganization, getAdministrators],
});
