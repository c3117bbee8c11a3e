import { resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';

export const leadForm = resource({
	value: 'leadForm',
	name: 'Lead Form',
	description: 'Forms that members fill in below an ad or on a page',
	operations: [getMany, get],
});
