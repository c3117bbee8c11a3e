import type { IDataObject } from 'n8n-workflow';

import { foundIn, type BatchResult } from '../../../transport/answers/batch';
import { batchItemOf, neededEntity } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, oneOf, severalOf, sponsoredIdentity } from '../fields/fields';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { presentConversion } from './entity';
import { conversionsField } from './fields';

/** LinkedIn's message for a rule that doesn't exist or that this connection can't see. */
const MISSING = [400, 403, 404];

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a conversion',
	description: 'Get one or more conversion rules, with one call each',
	docs: DOCS.conversions,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/conversions/{id}' },
	fields: [accountField, conversionsField],
	async execute(call) {
		const account = oneOf(call, 'account');
		const refs = severalOf(call, 'conversion');
		const items: IDataObject[] = [];
		for (const { id } of refs) {
			const result = await call.linkedin.attempt<unknown>({
				...call.routing,
				keys: { id },
				query: { account: account.urn },
			});
			const status = result.ok ? result.reply.status : (result.error.details.status ?? 0);
			if (!result.ok && (refs.length === 1 || !MISSING.includes(status))) throw result.error;
			const found: BatchResult = result.ok
				? foundIn(result.reply.body, status)
				: { ok: false, status, reason: result.error.message };
			if (refs.length === 1 && result.ok) neededEntity(result.reply.body, call.routing);
			const { urn, url } = sponsoredIdentity('conversion', id, account.id);
			items.push(
				batchItemOf({ urn, url }, found, (body) => presentConversion(body, account.id, id, call.simplify)),
			);
		}
		return items;
	},
});
