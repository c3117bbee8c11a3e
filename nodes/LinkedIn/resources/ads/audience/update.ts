import { patch } from '../../../transport/restli/patch';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { checkChange, newNameIn, updateFieldsField, updatesIn } from '../fields/updateFields';
import { CAMPAIGN_MANAGER } from '../scopes';
import { choiceOf } from '../values/readParameters';
import { AUDIENCE_SCOPES, audienceField, audienceOf } from './fields';

const ACCESS_POLICIES = ['PRIVATE', 'PUBLIC'] as const;

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update an audience',
	description: 'Change the name or access policy of an audience. LinkedIn allows no other changes.',
	docs: DOCS.audiences,
	access: 'write',
	scopes: AUDIENCE_SCOPES,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/dmpSegments/{id}' },
	fields: [
		audienceField,
		updateFieldsField([
			{
				displayName: 'Access Policy',
				name: 'accessPolicy',
				type: 'options',
				default: 'PRIVATE',
				description: "Who can use it. LinkedIn doesn't document the values and shows only private audiences.",
				options: [
					{ name: 'Private', value: 'PRIVATE' },
					{ name: 'Public', value: 'PUBLIC' },
				],
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				description: 'The name in Campaign Manager',
			},
		]),
	],
	async execute(call) {
		const id = audienceOf(call);
		const given = updatesIn(call);
		const change = patch({
			name: newNameIn(given),
			accessPolicy: choiceOf(given.accessPolicy, 'Access Policy', ACCESS_POLICIES),
		});
		checkChange(change);
		await call.linkedin.request<unknown>({ ...call.routing, keys: { id }, body: { ...change } });
		return [{ id, updated: true }];
	},
});
