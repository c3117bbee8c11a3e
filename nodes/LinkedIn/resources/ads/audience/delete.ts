import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { CAMPAIGN_MANAGER } from '../scopes';
import { AUDIENCE_SCOPES, audienceField, audienceOf } from './fields';

export const deleteAudience = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete an audience',
	description: 'Permanently delete an audience and its members',
	docs: DOCS.audiences,
	access: 'full',
	scopes: AUDIENCE_SCOPES,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'DELETE', path: '/rest/dmpSegments/{id}' },
	fields: [audienceField],
	async execute(call) {
		const id = audienceOf(call);
		await call.linkedin.request<unknown>({ ...call.routing, keys: { id } });
		return [{ id, deleted: true }];
	},
});
