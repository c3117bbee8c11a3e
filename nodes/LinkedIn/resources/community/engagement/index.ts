import { resource } from '../../operation';
import { get } from './get';
import { setCommentsState } from './setCommentsState';

export const engagement = resource({
	value: 'engagement',
	name: 'Post Engagement',
	description: 'Comment and reaction counts, and whether commenting is open',
	operations: [get, setCommentsState],
});
