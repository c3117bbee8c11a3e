import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { listItems } from '../../listItems';
import { operation } from '../../operation';
import { accountField, oneOf } from '../fields/fields';
import { filtersField } from '../fields/filters';
import { withId } from '../requests/search';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { choiceOf, collectionOf, flagOf } from '../values/readParameters';
import { presentConversion } from './entity';
import { methodField, METHODS } from './fields';

const RULES_A_PAGE = 100;

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many conversions',
	description: 'List the conversion rules of an ad account. Filters are applied by the node.',
	docs: DOCS.conversions,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	whenEmpty: 'The ad account has no conversion rules, or none match the filters.',
	routing: { restliMethod: 'FINDER', path: '/rest/conversions' },
	fields: [
		accountField,
		...listFields,
		filtersField([
			{
				displayName: 'Enabled',
				name: 'enabled',
				type: 'boolean',
				default: true,
				description: 'Whether to list enabled or disabled rules',
			},
			methodField,
		]),
	],
	async execute(call) {
		const account = oneOf(call, 'account');
		const limit = limitOf(call);
		const given = collectionOf(call, 'filters', 'Filters');
		const method = choiceOf(given.conversionMethod, 'Method', METHODS);
		const enabled = flagOf(given.enabled, 'Enabled');
		const isAll = method === undefined && enabled === undefined;
		const paging = { pageSize: RULES_A_PAGE, limit: isAll ? limit : undefined };
		const request = { ...call.routing, query: { q: 'account', account: account.urn } };
		const present = withId(call, (rule, id) => {
			if (method !== undefined && rule.conversionMethod !== method) return undefined;
			if (enabled !== undefined && rule.enabled !== enabled) return undefined;
			return presentConversion(rule, account.id, id, call.simplify);
		});
		return await listItems(call.linkedin, call.linkedin.pages<unknown>(request, paging), present, limit);
	},
});
