import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { listItems } from '../../listItems';
import { operation } from '../../operation';
import { accountField, oneOf } from '../fields/fields';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { choiceOf } from '../values/readParameters';
import { presentUser } from './fields';

/** LinkedIn documents no maximum; its other lists accept 100. */
const USERS_A_PAGE = 100;

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many users of ad accounts',
	description:
		"List the users of an ad account and their roles, or your own role on each account. A member who doesn't manage an account sees only their own role.",
	docs: DOCS.adAccountUsers,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'FINDER', path: '/rest/adAccountUsers' },
	fields: [
		{
			displayName: 'List Roles Of',
			name: 'usersOf',
			type: 'options',
			default: 'account',
			description: 'Whose roles to list',
			options: [
				{ name: 'An Ad Account', value: 'account', description: 'All its users' },
				{ name: 'Me', value: 'me', description: 'Your role on each ad account' },
			],
		},
		{ ...accountField, displayOptions: { show: { usersOf: ['account'] } } },
		...listFields,
	],
	async execute(call) {
		const limit = limitOf(call);
		const of =
			choiceOf(call.parameter<unknown>('usersOf', 'account'), 'List Roles Of', ['account', 'me']) ??
			'account';
		// A single URN: of a list, LinkedIn uses only the first.
		const query =
			of === 'me' ? { q: 'authenticatedUser' } : { q: 'accounts', accounts: oneOf(call, 'account').urn };
		const paging = { pageSize: USERS_A_PAGE, limit };
		const pages = call.linkedin.pages<unknown>({ ...call.routing, query }, paging);
		return await listItems(call.linkedin, pages, (user) => presentUser(user, call.simplify));
	},
});
