import type { INodeProperties } from 'n8n-workflow';

import { operation } from '../../define';
import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields';
import { accountField, oneOf } from '../fields';
import { choiceOf, choicesOf, collectionOf, linesOf } from '../given';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { anyOf, searchItems } from '../search';
import { presentGroup } from './entity';

const STATUSES = [
	'ACTIVE',
	'ARCHIVED',
	'CANCELED',
	'DRAFT',
	'PAUSED',
	'PENDING_DELETION',
	'REMOVED',
] as const;
/** LinkedIn wants a criterion; where nothing is chosen, all that are not deleted. */
const NOT_DELETED = STATUSES.slice(0, 5);

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Names',
			name: 'names',
			type: 'string',
			default: '',
			placeholder: 'e.g. Spring launch',
			description: 'Whole names, one a line; a list from an expression may hold commas',
			typeOptions: { rows: 2 },
		},
		{
			displayName: 'Order',
			name: 'sortOrder',
			type: 'options',
			default: 'DESCENDING',
			description: 'The order by number, which is that of creation',
			options: [
				{ name: 'Newest First', value: 'DESCENDING' },
				{ name: 'Oldest First', value: 'ASCENDING' },
			],
		},
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			default: ['ACTIVE'],
			description: 'Any of these; without it all that are not deleted',
			options: [
				{ name: 'Active', value: 'ACTIVE' },
				{ name: 'Archived', value: 'ARCHIVED' },
				{ name: 'Canceled', value: 'CANCELED' },
				{ name: 'Draft', value: 'DRAFT' },
				{ name: 'Paused', value: 'PAUSED' },
				{ name: 'Pending Deletion', value: 'PENDING_DELETION' },
				{ name: 'Removed', value: 'REMOVED' },
			],
		},
	],
};

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many campaign groups',
	description: 'List the campaign groups of an ad account, a thousand with each call',
	docs: DOCS.campaignGroups,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'FINDER', path: '/rest/adAccounts/{account}/adCampaignGroups' },
	fields: [accountField, ...listFields, filters],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const limit = limitOf(call);
		const given = collectionOf(call, 'filters', 'Filters');
		const statuses = choicesOf(given.statuses, 'Statuses', STATUSES);
		const name = anyOf(linesOf(given.names, 'Names'));
		const search = {
			status: { values: statuses.length > 0 ? statuses : [...NOT_DELETED] },
			...(name ? { name } : {}),
		};
		const sortOrder = choiceOf(given.sortOrder, 'Order', ['ASCENDING', 'DESCENDING']);
		return await searchItems(
			call.linkedin,
			{ ...call.routing, keys: { account }, query: { q: 'search', search, sortOrder } },
			limit,
			(group) => presentGroup(group, account, '', call.simplify),
		);
	},
});
