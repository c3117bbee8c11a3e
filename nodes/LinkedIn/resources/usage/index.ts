import { resource } from '../operation';
import { get } from './get';

export const usage = resource({
	value: 'usage',
	name: 'My Usage',
	description: 'The calls that this n8n process made to LinkedIn, and what is left of known limits',
	operations: [get],
});
