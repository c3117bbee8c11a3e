import { resource } from '../../operation';
import { getFollowerStatistics } from './getFollowerStatistics';
import { getMemberFollowers } from './getMemberFollowers';
import { getMemberPostStatistics } from './getMemberPostStatistics';
import { getPageStatistics } from './getPageStatistics';
import { getShareStatistics } from './getShareStatistics';
import { getVideoStatistics } from './getVideoStatistics';

export const analytics = resource({
	value: 'analytics',
	name: 'Page and Post Analytics',
	description: 'Statistics of pages, their followers, posts and videos, and of your own posts',
	operations: [
		getShareStatistics,
		getFollowerStatistics,
		getPageStatistics,
		getMemberPostStatistics,
		getMemberFollowers,
		getVideoStatistics,
	],
});
