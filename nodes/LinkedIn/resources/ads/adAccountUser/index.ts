import { resource } from '../../operation';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';
import { update } from './update';

export const adAccountUser = resource({
	value: 'adAccountUser',
	name: 'Ad Account User',
	description: 'People and their roles on an ad account',
	operations: [getMany, add, update, remove],
});
