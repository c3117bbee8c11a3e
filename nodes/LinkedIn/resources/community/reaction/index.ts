import { resource } from '../../operation';
import { create } from './create';
import { deleteReaction } from './delete';
import { get } from './get';
import { getMany } from './getMany';

export const reaction = resource({
	value: 'reaction',
	name: 'Reaction',
	description: 'Like, Celebrate, Support, Love, Insightful and Funny on posts and comments',
	operations: [create, getMany, get, deleteReaction],
});
