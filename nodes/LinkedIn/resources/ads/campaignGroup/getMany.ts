import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { operation } from '../../operation';
import { accountField, oneOf } from '../fields/fields';
import {
	filtersField,
	namesFilter,
	orderFilter,
	orderOf,
	statusesFilter,
	statusesOrAll,
} from '../fields/filters';
import { anyOf, criteria, searchItems } from '../requests/search';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { collectionOf, linesOf } from '../values/readParameters';
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

const filters = filtersField([
	namesFilter,
	orderFilter,
	statusesFilter(STATUSES, 'Any of these; if not set, all except deleted ones'),
]);

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many campaign groups',
	description: 'List the campaign groups of an ad account, 1,000 per call',
	docs: DOCS.campaignGroups,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	whenEmpty: 'The ad account has no campaign groups, or none match the filters.',
	routing: { restliMethod: 'FINDER', path: '/rest/adAccounts/{account}/adCampaignGroups' },
	fields: [accountField, ...listFields, filters],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const limit = limitOf(call);
		const given = collectionOf(call, 'filters', 'Filters');
		const search = criteria({
			status: anyOf(statusesOrAll(given, STATUSES)),
			name: anyOf(linesOf(given.names, 'Names')),
		});
		const sortOrder = orderOf(given);
		return await searchItems(
			call,
			{ ...call.routing, keys: { account }, query: { q: 'search', search, sortOrder } },
			limit,
			(group, id) => presentGroup(group, account, id, call.simplify),
		);
	},
});
