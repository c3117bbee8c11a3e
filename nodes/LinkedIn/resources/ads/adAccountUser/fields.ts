/** Users of an ad account and their roles. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { isoTime } from '../../../transport/answers/isoTime';
import { optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { InputError } from '../../../transport/errors/inputError';
import { parsePerson } from '../../../transport/restli/urns/actor';
import { campaignManagerUrl } from '../../../transport/restli/urns/sponsored';
import { rawItem } from '../../listItems';
import type { Call } from '../../operation';
import { plainText } from '../../values/plainText';
import { auditStamps } from '../values/auditStamps';
import { choiceOf } from '../values/readParameters';

const ROLES = [
	'ACCOUNT_BILLING_ADMIN',
	'ACCOUNT_MANAGER',
	'CAMPAIGN_MANAGER',
	'CREATIVE_MANAGER',
	'VIEWER',
] as const;

export const userField: INodeProperties = {
	displayName: 'User',
	name: 'user',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. urn:li:person:yrZCpj2ZYQ',
	description:
		"URN of the person, or the ID that LinkedIn gave this app. LinkedIn doesn't accept email addresses here.",
};

export const roleField: INodeProperties = {
	displayName: 'Role',
	name: 'role',
	type: 'options',
	default: 'VIEWER',
	description: 'What the person can do',
	options: [
		{
			name: 'Account Billing Admin',
			value: 'ACCOUNT_BILLING_ADMIN',
			description: 'Billing; one per account',
		},
		{ name: 'Account Manager', value: 'ACCOUNT_MANAGER', description: 'Account data and users' },
		{ name: 'Campaign Manager', value: 'CAMPAIGN_MANAGER', description: 'Campaigns and ads' },
		{ name: 'Creative Manager', value: 'CREATIVE_MANAGER', description: 'Ads' },
		{ name: 'Viewer', value: 'VIEWER', description: 'Read-only' },
	],
};

/** URN of the person. @throws InputError */
export function userOf(call: Call): string {
	return parsePerson(plainText(call.parameter<unknown>('user', ''), 'User'), 'User').urn;
}

/** @throws InputError if it is missing or unknown */
export function roleOf(call: Call): string {
	const role = choiceOf(call.parameter<unknown>('role', ''), 'Role', ROLES);
	if (role !== undefined) return role;
	throw new InputError('Role', 'No Role is selected', `Choose one of ${ROLES.join(', ')}.`);
}

const entity = z
	.object({
		account: optionalText,
		user: optionalText,
		role: optionalText,
		changeAuditStamps: auditStamps,
	})
	.passthrough();

/** The common part of items about a user of an account. */
export function userIdentity(account: string, user: string): IDataObject {
	return { urn: user, url: campaignManagerUrl(account.replace(/^.*:/, '')), account, user };
}

/** @param simplify stable keys, with null for missing values; otherwise LinkedIn's entity with urn and url */
export function presentUser(body: Entity, simplify: boolean): IDataObject | Unreadable {
	const { account, user, ...found } = readEntity(entity, body) ?? {};
	const url = account === undefined ? null : campaignManagerUrl(account.replace(/^.*:/, ''));
	if (!simplify) return rawItem(body, { urn: user ?? null, url });
	if (user === undefined) return new Unreadable('one does not say who it is');
	return {
		urn: user,
		url,
		account: account ?? null,
		user,
		role: found.role ?? null,
		createdAt: isoTime(found.changeAuditStamps?.created?.time),
	};
}
