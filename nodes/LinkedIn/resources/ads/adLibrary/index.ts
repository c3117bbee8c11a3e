import { resource } from '../../operation';
import { searchAds } from './searchAds';
import { searchJobs } from './searchJobs';

export const adLibrary = resource({
	value: 'adLibrary',
	name: 'Ad Library',
	description: 'Ads and promoted jobs of any company on LinkedIn',
	operations: [searchAds, searchJobs],
});
