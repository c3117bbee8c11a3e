import { resource } from '../../define';
import { checkAccess } from './checkAccess';
import { findFollowers } from './findFollowers';
import { get } from './get';
import { getOpenIdConfiguration } from './getOpenIdConfiguration';

export const profile = resource({
	value: 'profile',
	name: 'My Profile and Access',
	description: 'Who this connection belongs to, and what it may do',
	operations: [checkAccess, get, findFollowers, getOpenIdConfiguration],
});
