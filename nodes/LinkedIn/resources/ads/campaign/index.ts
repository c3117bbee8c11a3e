import { resource } from '../../operation';
import { create } from './create';
import { deleteCampaign } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const campaign = resource({
	value: 'campaign',
	name: 'Campaign',
	description: 'Objective, budget, schedule, bid and targeting of ads',
	operations: [getMany, get, create, update, deleteCampaign],
});
