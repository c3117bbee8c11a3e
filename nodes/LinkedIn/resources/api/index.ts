import { resource } from '../operation';
import { callApi } from './call';

export const api = resource({
	value: 'api',
	name: 'API Call',
	description: 'Any other LinkedIn API request, with version, encoding, pagination and errors handled',
	operations: [callApi],
});
