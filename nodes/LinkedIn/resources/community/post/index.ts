import { resource } from '../../operation';
import { create } from './create';
import { deletePost } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const post = resource({
	value: 'post',
	name: 'Post',
	description: 'Posts of the connected member or their Company Pages',
	operations: [create, getMany, get, update, deletePost],
});
