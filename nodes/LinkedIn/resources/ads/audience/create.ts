import { createOnce } from '../../../transport/answers/creation';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { plainText } from '../../values/plainText';
import { readAll } from '../../values/problems';
import { accountField, oneOf } from '../fields/fields';
import { CAMPAIGN_MANAGER } from '../scopes';
import { choiceOf, textOf } from '../values/readParameters';
import { AUDIENCE_SCOPES } from './fields';

const TYPES = ['COMPANY', 'USER'] as const;

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create an audience',
	description:
		'Create an audience of contacts or companies; fill it with Add Members. It needs at least 300 matched members, and building takes up to 48 hours. Any app can apply for this product; LinkedIn decides.',
	docs: DOCS.audiences,
	access: 'write',
	scopes: AUDIENCE_SCOPES,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'CREATE', path: '/rest/dmpSegments' },
	fields: [
		accountField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. CRM contacts',
			description: 'The name in Campaign Manager',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			default: 'USER',
			description: 'Type of its members',
			options: [
				{ name: 'Companies', value: 'COMPANY' },
				{ name: 'Contacts', value: 'USER' },
			],
		},
		{
			displayName: 'Source Platform',
			name: 'sourcePlatform',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. MY_CRM',
			description: 'Name that LinkedIn gave your app when approving it for this product',
		},
		{
			displayName: 'Source Segment ID',
			name: 'sourceSegmentId',
			type: 'string',
			default: '',
			description: 'ID of the segment in your own system, to find it again',
		},
	],
	async execute(call) {
		const { account, name, type, sourcePlatform, sourceSegmentId } = readAll({
			account: () => oneOf(call, 'account'),
			name: () => textOf(call.parameter('name', ''), 'Name'),
			type: () => choiceOf(call.parameter('type', 'USER'), 'Type', TYPES) ?? 'USER',
			sourcePlatform: () => textOf(call.parameter('sourcePlatform', ''), 'Source Platform'),
			sourceSegmentId: () => plainText(call.parameter('sourceSegmentId', ''), 'Source Segment ID').trim(),
		});
		const { id, notice } = await createOnce(call.linkedin, {
			...call.routing,
			body: {
				name,
				sourcePlatform,
				...(sourceSegmentId && { sourceSegmentId }),
				account: account.urn,
				accessPolicy: 'PRIVATE',
				type,
				destinations: [{ destination: 'LINKEDIN' }],
			},
		});
		const more = notice === undefined ? {} : { notice };
		return [{ id, created: true, name, type, account: account.urn, ...more }];
	},
});
