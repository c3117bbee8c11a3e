import { resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';

export const leadResponse = resource({
	value: 'leadResponse',
	name: 'Lead',
	description: 'Responses to lead forms, from ads and organic',
	operations: [getMany, get],
});
