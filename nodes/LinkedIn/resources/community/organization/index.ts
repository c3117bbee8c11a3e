import { resource } from '../../define';
import { getMany } from './getMany';

export const organization = resource({
	value: 'organization',
	name: 'Company Page',
	description: 'The company and showcase pages this connection works for',
	operations: [getMany],
});
