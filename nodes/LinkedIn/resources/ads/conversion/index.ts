import { resource } from '../../operation';
import { associateCampaign } from './associateCampaign';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const conversion = resource({
	value: 'conversion',
	name: 'Conversion',
	description: 'Rules for what counts as a conversion, and for which campaigns',
	operations: [getMany, get, create, update, associateCampaign],
});
