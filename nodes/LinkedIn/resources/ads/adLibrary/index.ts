import { resource } from '../../operation';
import { searchAds } from './searchAds';
import { searchJobs } from './searchJobs';

export const adLibrary = resource({
	value: 'adLibrary',
	name: 'Ad Library',
	description: 'What any company advertises on LinkedIn: its ads, and the jobs it pays to show',
	operations: [searchAds, searchJobs],
});
