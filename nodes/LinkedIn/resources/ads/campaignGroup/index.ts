import { resource } from '../../operation';
import { create } from './create';
import { deleteGroup } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const campaignGroup = resource({
	value: 'campaignGroup',
	name: 'Campaign Group',
	description: 'Campaigns that share a schedule and a budget',
	operations: [getMany, get, create, update, deleteGroup],
});
