import { resource } from '../../operation';
import { create } from './create';
import { deleteComment } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { reply } from './reply';
import { update } from './update';

export const comment = resource({
	value: 'comment',
	name: 'Comment',
	description: 'Comments on posts, and replies to comments',
	operations: [create, reply, getMany, get, update, deleteComment],
});
