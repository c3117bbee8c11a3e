import { resource } from '../../define';
import { checkAccess } from './checkAccess';
import { get } from './get';

export const profile = resource({
	value: 'profile',
	name: 'My Profile and Access',
	description: 'Who this connection belongs to, and what it may do',
	operations: [checkAccess, get],
});
