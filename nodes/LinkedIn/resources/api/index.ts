import { resource } from '../operation';
import { callApi } from './call';

export const api = resource({
	value: 'api',
	name: 'API Call',
	description: 'Any other call of the LinkedIn API, with version, encoding, paging and errors taken care of',
	operations: [callApi],
});
