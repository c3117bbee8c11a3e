import { resource } from '../../operation';
import { create } from './create';
import { deleteAccount } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const adAccount = resource({
	value: 'adAccount',
	name: 'Ad Account',
	description: 'Campaign Manager accounts, which hold budgets, campaigns and leads',
	operations: [getMany, get, create, update, deleteAccount],
});
