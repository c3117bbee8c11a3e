import type { INodeProperties } from 'n8n-workflow';

import { createOnce } from '../../../transport/answers/creation';
import { InputError } from '../../../transport/errors/inputError';
import { DOCS } from '../../docs';
import { organizationUrnOf, pageValueOf } from '../../fields/actor';
import { locator } from '../../fields/locator';
import { operation, type Call } from '../../operation';
import { readAll } from '../../values/problems';
import { accessOfStatus, allowStatus } from '../requests/accessOfStatus';
import { madeOf, sponsoredId } from '../requests/created';
import { creating } from '../requests/plan';
import { ADS_WRITE } from '../scopes';
import { choiceOf, collectionOf, flagOf, textOf } from '../values/readParameters';
import { notificationFields, notificationsOf } from './notifications';

export const accountPageField: INodeProperties = locator({
	displayName: 'Page',
	name: 'reference',
	description: 'The Company Page that the account advertises for',
	searchListMethod: 'searchPages',
	examples: { url: 'https://www.linkedin.com/company/2414183', id: '2414183 or urn:li:organization:2414183' },
});

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create an ad account',
	description:
		'Create an ad account for a page, with a default campaign group. On the Development tier, an app can create only one test account.',
	docs: DOCS.adAccounts,
	access: 'full',
	accessOf: (parameter) => accessOfStatus(parameter, 'additionalFields', 'status'),
	scopes: ADS_WRITE,
	accountRole: 'none: the member becomes its billing admin',
	routing: { restliMethod: 'CREATE', path: '/rest/adAccounts' },
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Acme Ads',
			description: 'The name in Campaign Manager',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			required: true,
			default: 'USD',
			placeholder: 'e.g. EUR',
			description: 'Three-letter ISO 4217 code. All budgets and bids of the account use it.',
		},
		accountPageField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...notificationFields,
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					default: 'DRAFT',
					description: 'Neither status spends anything until the account has ads',
					options: [
						{ name: 'Active', value: 'ACTIVE' },
						{ name: 'Draft', value: 'DRAFT' },
					],
				},
				{
					displayName: 'Test Account',
					name: 'test',
					type: 'boolean',
					default: true,
					description:
						"Whether this is a test account, whose ads never serve and cost nothing. LinkedIn allows one per app. Can't be changed later.",
				},
			],
		},
	],
	async execute(call) {
		const { notifications, page, ...given } = fieldsOf(call);
		const { name, currency, test, status } = given;
		allowStatus(call.linkedin, status);
		call.plan(() => ({
			steps: [creating(test ? 'test ad account' : 'ad account', status ?? 'DRAFT', name)],
			calls: 1,
		}));
		const reference = page === '' ? undefined : await organizationUrnOf(call, 'Page', page);
		const request = {
			...call.routing,
			body: {
				name,
				currency,
				type: 'BUSINESS',
				...(reference ? { reference } : {}),
				...(status ? { status } : {}),
				...(test ? { test } : {}),
				...notifications,
			},
		};
		const made = madeOf(await createOnce(call.linkedin, request, { asId: sponsoredId }), 'account');
		return [{ ...made.identity, name, currency, test, ...made.notice }];
	},
});

/** @throws InputError for an invalid code */
function currencyCode(value: unknown): string {
	const code = textOf(value, 'Currency').toUpperCase();
	if (/^[A-Z]{3}$/.test(code)) return code;
	throw new InputError(
		'Currency',
		`"${code}" is not a currency`,
		'Enter a three-letter code, e.g. USD, EUR or GBP.',
	);
}

/** The checked values of the fields. @throws InputError, InputErrors */
function fieldsOf(call: Call) {
	const given = () => collectionOf(call, 'additionalFields', 'Additional Fields');
	return readAll(
		{
			name: () => textOf(call.parameter('name', ''), 'Name'),
			currency: () => currencyCode(call.parameter('currency', '')),
			page: () => pageValueOf(call, 'reference', 'Page'),
			test: () => flagOf(given().test, 'Test Account') ?? false,
			status: () => choiceOf(given().status, 'Status', ['ACTIVE', 'DRAFT']),
			notifications: () => notificationsOf(given()),
		},
		({ test }) =>
			test === false && call.linkedin.connection.tier === 'development' ? [onlyTestAccounts()] : [],
	);
}

function onlyTestAccounts(): InputError {
	return new InputError(
		'Test Account',
		'Apps on the Development tier can create only test accounts',
		'Turn on Test Account, or create the account in Campaign Manager and map it to your app in the developer portal.',
	);
}
