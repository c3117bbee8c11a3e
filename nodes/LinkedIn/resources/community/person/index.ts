import { resource } from '../../operation';
import { get } from './get';
import { getByAddress } from './getByAddress';

export const person = resource({
	value: 'person',
	name: 'Person',
	description: 'Other people: who commented, reacted or follows, by ID or profile URL',
	operations: [getByAddress, get],
});
