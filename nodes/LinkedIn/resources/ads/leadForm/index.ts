import { resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';

export const leadForm = resource({
	value: 'leadForm',
	name: 'Lead Form',
	description: 'Lead Gen Forms that members fill in on an ad or a page',
	operations: [getMany, get],
});
