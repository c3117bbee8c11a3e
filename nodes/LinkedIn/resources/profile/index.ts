import { resource } from '../operation';
import { checkAccess } from './checkAccess';
import { get } from './get';

export const profile = resource({
	value: 'profile',
	name: 'My Profile and Access',
	description: 'The connected member, and what this connection can do',
	operations: [checkAccess, get],
});
