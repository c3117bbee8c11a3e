import { resource } from '../../operation';
import { get } from './get';
import { setCommentsState } from './setCommentsState';

export const engagement = resource({
	value: 'engagement',
	name: 'Post Engagement',
	description: 'Counts of comments and reactions, and whether a post takes comments',
	operations: [get, setCommentsState],
});
