import { resource } from '../../operation';
import { addMembers } from './addMembers';
import { create } from './create';
import { deleteAudience } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const audience = resource({
	value: 'audience',
	name: 'Audience (Matched)',
	description: 'Segments of contacts or companies for targeting. Apps must apply for this product.',
	operations: [addMembers, getMany, get, create, update, deleteAudience],
});
