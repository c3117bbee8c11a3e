import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { locator } from '../../fields/locator';
import { operation } from '../../operation';
import { entriesOf } from '../../values/plainText';
import { filtersField, namesFilter, statusesFilter, statusesOf, testFilter, testOf } from '../fields/filters';
import { anyOf, criteria, searchItems } from '../requests/search';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { choiceOf, collectionOf, linesOf } from '../values/readParameters';
import { presentAccount } from './entity';
import { pageUrn } from './page';

const PAGES = 'Pages';
const TEST = 'Test Accounts';
const STATUSES = ['ACTIVE', 'CANCELED', 'DRAFT', 'PENDING_DELETION', 'REMOVED'];

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many ad accounts',
	description: 'List the ad accounts on which the connected member has a role',
	docs: DOCS.adAccounts,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	whenEmpty:
		'The connected member has no role on an ad account, or nothing matches the filters. Test accounts are listed only with the filter Test Accounts.',
	routing: { restliMethod: 'FINDER', path: '/rest/adAccounts' },
	fields: [
		...listFields,
		filtersField([
			namesFilter,
			locator({
				displayName: PAGES,
				name: 'pages',
				description: 'The page that the accounts advertise for, or several IDs separated by commas',
				searchListMethod: 'searchPages',
				examples: {
					url: 'https://www.linkedin.com/company/2414183',
					id: '2414183 or urn:li:organization:2414183',
				},
				isOptional: true,
			}),
			statusesFilter(STATUSES),
			testFilter(TEST, 'test accounts'),
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				default: 'BUSINESS',
				description: 'Type of the accounts',
				options: [
					{ name: 'Business', value: 'BUSINESS' },
					{ name: 'Enterprise', value: 'ENTERPRISE' },
				],
			},
		]),
	],
	async execute(call) {
		const limit = limitOf(call);
		const filters = collectionOf(call, 'filters', 'Filters');
		const test = testOf(filters, TEST);
		const type = choiceOf(filters.type, 'Type', ['BUSINESS', 'ENTERPRISE']);
		const search = criteria({
			status: anyOf(statusesOf(filters, STATUSES)),
			name: anyOf(linesOf(filters.names, 'Names')),
			reference: anyOf(entriesOf(filters.pages, PAGES).map((page) => pageUrn(page, PAGES))),
			type: anyOf(type === undefined ? [] : [type]),
			test,
		});
		return await searchItems(
			call,
			{ ...call.routing, query: { q: 'search', search } },
			limit,
			(account, id) => presentAccount(account, id, call.simplify),
		);
	},
});
