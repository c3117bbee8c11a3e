import { fetchEntity } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { ANY_ROLE } from '../scopes';
import { AUDIENCE_SCOPES, audienceField, audienceOf, presentAudience } from './fields';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get an audience',
	description:
		'Get an audience: status, size, how many entries of the last seven days LinkedIn matched, and the URN for targeting',
	docs: DOCS.audiences,
	access: 'read',
	scopes: AUDIENCE_SCOPES,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/dmpSegments/{id}' },
	fields: [audienceField],
	async execute(call) {
		const id = audienceOf(call);
		const audience = await fetchEntity(call.linkedin, { ...call.routing, keys: { id } });
		return [presentAudience(audience, id, call.simplify)];
	},
});
