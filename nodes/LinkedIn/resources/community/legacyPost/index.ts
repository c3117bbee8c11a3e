import { resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';

export const legacyPost = resource({
	value: 'legacyPost',
	name: 'Old Post (UGC)',
	description: 'Posts as the older ugcPosts resource shows them; for everything else use Post',
	operations: [getMany, get],
});
