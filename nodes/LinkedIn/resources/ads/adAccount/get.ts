import { Unreadable } from '../../../transport/answers/elements';
import type { Entity } from '../../../transport/answers/readEntity';
import { batchItemOf, fetchEntity } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, severalOf, sponsoredIdentity } from '../fields/fields';
import { adEntityIdOf, LARGEST_PAGE } from '../requests/search';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { presentAccount } from './entity';

/** The ad accounts that an operation works on; Delete, which takes one, has the same field. */
export const accountsField = {
	...accountField,
	description: 'The ad account. Get and Update accept several IDs, separated by commas.',
};

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get an ad account',
	description:
		"Get one or more ad accounts: currency, status, page, and why ads aren't served. Several need only one call.",
	docs: DOCS.adAccounts,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/adAccounts/{id}' },
	fields: [accountsField],
	async execute(call) {
		const refs = severalOf(call, 'account');
		if (refs.length === 1) {
			const request = { ...call.routing, keys: { id: refs[0].id } };
			return [presentAccount(await fetchEntity(call.linkedin, request), refs[0].id, call.simplify)];
		}
		// LinkedIn has no BATCH_GET for ad accounts, but its search finder accepts their numbers.
		const found = new Map<string, Entity>();
		const request = {
			restliMethod: 'FINDER' as const,
			path: '/rest/adAccounts',
			query: { q: 'search', search: { id: { values: refs.map(({ id }) => id) } } },
		};
		for await (const elements of call.linkedin.pages<unknown>(request, {
			pageSize: LARGEST_PAGE,
			by: 'token',
		})) {
			const accounts = call.linkedin.elements.read(elements, (element) => {
				const id = adEntityIdOf(element);
				return id === undefined ? new Unreadable('one has no id') : { id, element };
			});
			for (const { id, element } of accounts) found.set(id, element);
		}
		return refs.map(({ id }) => {
			const { urn, url } = sponsoredIdentity('account', id, id);
			const value = found.get(id);
			const reason = "The ad account doesn't exist, or this connection has no role on it";
			return batchItemOf(
				{ urn, url },
				value ? { ok: true, value } : { ok: false, status: 404, reason },
				(entity) => presentAccount(entity, id, call.simplify),
			);
		});
	},
});
