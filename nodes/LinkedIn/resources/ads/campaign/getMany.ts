import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { operation } from '../../operation';
import { accountField, campaignGroupField, filterBy, oneOf, refsOf } from '../fields/fields';
import {
	filtersField,
	namesFilter,
	orderFilter,
	orderOf,
	statusesFilter,
	statusesOrAll,
	testFilter,
	testOf,
} from '../fields/filters';
import { anyOf, criteria, searchItems } from '../requests/search';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { choicesOf, collectionOf, linesOf } from '../values/readParameters';
import { presentCampaign } from './entity';
import { campaignTypeField, TYPES } from './fields';

const STATUSES = [
	'ACTIVE',
	'ARCHIVED',
	'CANCELED',
	'COMPLETED',
	'DRAFT',
	'PAUSED',
	'PENDING_DELETION',
	'REMOVED',
] as const;

const TEST = 'Test Campaigns';

const filters = filtersField([
	filterBy(campaignGroupField, 'campaignGroups', 'The campaign group, or several IDs separated by commas'),
	namesFilter,
	orderFilter,
	statusesFilter(STATUSES, 'Any of these; if not set, all except deleted ones'),
	testFilter(TEST, 'campaigns of test accounts'),
	{
		displayName: 'Types',
		name: 'types',
		type: 'multiOptions',
		default: ['SPONSORED_UPDATES'],
		description: 'Any of these',
		options: campaignTypeField.options,
	},
]);

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'List the campaigns of an ad account, 1,000 per call',
	docs: DOCS.campaigns,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	whenEmpty: 'The ad account has no campaigns, or none match the filters.',
	routing: { restliMethod: 'FINDER', path: '/rest/adAccounts/{account}/adCampaigns' },
	fields: [accountField, ...listFields, filters],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const limit = limitOf(call);
		const given = collectionOf(call, 'filters', 'Filters');
		const test = testOf(given, TEST);
		const search = criteria({
			campaignGroup: anyOf(refsOf('campaignGroup', given.campaignGroups, 'Campaign Groups').map(urnOf)),
			status: anyOf(statusesOrAll(given, STATUSES)),
			type: anyOf(choicesOf(given.types, 'Types', TYPES)),
			name: anyOf(linesOf(given.names, 'Names')),
			test,
		});
		const sortOrder = orderOf(given);
		return await searchItems(
			call,
			{ ...call.routing, keys: { account }, query: { q: 'search', search, sortOrder } },
			limit,
			(campaign, id) => presentCampaign(campaign, account, id, call.simplify),
		);
	},
});

const urnOf = ({ urn }: { urn: string }) => urn;
