import { resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';

export const leadResponse = resource({
	value: 'leadResponse',
	name: 'Lead',
	description: 'What members sent with lead forms, of ads and organic',
	operations: [getMany, get],
});
