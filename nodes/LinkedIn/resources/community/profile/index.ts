import { resource } from '../../operation';
import { profile } from '../../profile';
import { findFollowers } from './findFollowers';
import { getOpenIdConfiguration } from './getOpenIdConfiguration';

/** What every node has, and what only applies to pages and members. */
export const communityProfile = resource({
	...profile,
	operations: [...profile.operations, findFollowers, getOpenIdConfiguration],
});
