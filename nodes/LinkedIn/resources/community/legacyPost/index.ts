import { resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';

export const legacyPost = resource({
	value: 'legacyPost',
	name: 'Old Post (UGC)',
	description: 'Posts from the older ugcPosts API; for everything else, use Post',
	operations: [getMany, get],
});
