import { resource } from '../../operation';
import { profile } from '../../profile';
import { findFollowers } from './findFollowers';
import { getOpenIdConfiguration } from './getOpenIdConfiguration';

/** What every node has, and what belongs to pages and members alone. */
export const communityProfile = resource({
	...profile,
	operations: [...profile.operations, findFollowers, getOpenIdConfiguration],
});
