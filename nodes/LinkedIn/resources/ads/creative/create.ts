import { operation } from '../../define';
import { DOCS } from '../../docs';
import type { Reply } from '../../../transport';
import { createdId } from '../created';
import { accountField, campaignField, oneOf, sponsoredIdentity } from '../fields';
import { choiceOf, collectionOf, textOf } from '../given';
import { ADS_WRITE, CREATIVE_MANAGER } from '../scopes';
import { CONTENT_TYPES, contentFields, contentOf } from './content';
import { leadFormFields, leadFormOf } from './leadForm';

const STATUSES = ['ACTIVE', 'DRAFT', 'PAUSED'] as const;

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create a creative',
	description:
		"Make an ad in a campaign from a post, with a new post, or from LinkedIn's own form; a draft unless Status says otherwise. LinkedIn reviews it once it leaves the draft.",
	docs: DOCS.creatives,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: CREATIVE_MANAGER,
	routing: { restliMethod: 'CREATE', path: '/rest/adAccounts/{account}/creatives' },
	fields: [
		accountField,
		campaignField,
		...contentFields,
		{
			displayName: 'Status',
			name: 'intendedStatus',
			type: 'options',
			default: 'DRAFT',
			description: 'The status as far as the creative decides it; its campaign has to be active too',
			options: [
				{
					name: 'Active',
					value: 'ACTIVE',
					description: 'Serves after the review while its campaign is active, and that spends money',
				},
				{ name: 'Draft', value: 'DRAFT', description: 'Nothing serves, nothing is reviewed' },
				{ name: 'Paused', value: 'PAUSED', description: 'Reviewed, but nothing serves' },
			],
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...leadFormFields,
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description: 'The name in Campaign Manager; members never see it',
				},
			],
		},
	],
	async execute(call) {
		const account = oneOf(call, 'account');
		const campaign = oneOf(call, 'campaign').urn;
		const given = (name: string) => call.parameter<unknown>(name, '');
		const type = choiceOf(given('contentType'), 'Content Type', CONTENT_TYPES) ?? 'post';
		const intendedStatus = choiceOf(given('intendedStatus'), 'Status', STATUSES) ?? 'DRAFT';
		const more = collectionOf(call, 'additionalFields', 'Additional Fields');
		const leadgenCallToAction = leadFormOf(more);
		const made = await contentOf(call, type, account.urn);
		const creative = {
			campaign,
			intendedStatus,
			...(more.name === undefined || more.name === '' ? {} : { name: textOf(more.name, 'Name') }),
			...(leadgenCallToAction ? { leadgenCallToAction } : {}),
		};
		const keys = { account: account.id };
		const reply =
			'content' in made
				? await call.linkedin.request<unknown>({
						...call.routing,
						keys,
						body: { ...creative, content: made.content },
					})
				: await call.linkedin.request<unknown>({
						restliMethod: 'ACTION',
						path: call.routing.path,
						keys,
						query: { action: 'createInline' },
						body: { creative: { ...creative, inlineContent: { post: made.post } } },
					});
		const id = createdId(asCreated(reply)).replace(/^.*:/, '');
		return [
			{
				...sponsoredIdentity('creative', id, account.id),
				created: true,
				status: intendedStatus,
				campaign,
				post: 'content' in made ? (made.content.reference ?? null) : null,
			},
		];
	},
});

/** An ACTION may name what it made in its value: as text, or as a record with the creative. */
function asCreated(reply: Reply<unknown>): Reply<unknown> {
	const value = (reply.body as { value?: unknown } | undefined)?.value;
	if (value === undefined || value === null) return reply;
	const record = value as { creative?: unknown; id?: unknown };
	return { ...reply, body: { id: typeof value === 'object' ? (record.creative ?? record.id) : value } };
}
