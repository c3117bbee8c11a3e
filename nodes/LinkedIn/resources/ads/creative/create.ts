import { createOnce } from '../../../transport/answers/creation';
import type { RestliRequest } from '../../../transport/types';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { plainText } from '../../values/plainText';
import { readAll } from '../../values/problems';
import { accountField, campaignField, oneOf } from '../fields/fields';
import { accessOfStatus, allowStatus } from '../requests/accessOfStatus';
import { checkCampaign } from '../requests/checkBudgets';
import { madeOf, sponsoredId } from '../requests/created';
import { creating } from '../requests/plan';
import { ADS_WRITE, CREATIVE_MANAGER } from '../scopes';
import { choiceOf, collectionOf } from '../values/readParameters';
import { CONTENT_TYPES, contentFields, readContent } from './content';
import { leadFormFields, leadFormOf } from './leadForm';

const STATUSES = ['ACTIVE', 'DRAFT', 'PAUSED'] as const;

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create a creative',
	description:
		"Create an ad in a campaign from an existing post, a new post or LinkedIn's own format, as a draft by default. LinkedIn reviews it once it's no longer a draft.",
	docs: DOCS.creatives,
	access: 'full',
	accessOf: (parameter) => accessOfStatus(parameter, undefined, 'intendedStatus'),
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
			description: 'Status of the creative itself. To serve it, its campaign must be active too.',
			options: [
				{
					name: 'Active',
					value: 'ACTIVE',
					description: 'Serves and spends money once approved, while its campaign is active',
				},
				{ name: 'Draft', value: 'DRAFT', description: 'Not served and not reviewed' },
				{ name: 'Paused', value: 'PAUSED', description: 'Reviewed but not served' },
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
		const given = (name: string) => call.parameter<unknown>(name, '');
		const more = () => collectionOf(call, 'additionalFields', 'Additional Fields');
		const { account, campaign, content, intendedStatus, leadgenCallToAction, name } = readAll({
			account: () => oneOf(call, 'account'),
			campaign: () => oneOf(call, 'campaign'),
			content: () =>
				readContent(call, choiceOf(given('contentType'), 'Content Type', CONTENT_TYPES) ?? 'post'),
			intendedStatus: () => choiceOf(given('intendedStatus'), 'Status', STATUSES) ?? 'DRAFT',
			leadgenCallToAction: () => leadFormOf(more()),
			name: () => plainText(more().name, 'Name').trim(),
		});
		allowStatus(call.linkedin, intendedStatus);
		call.plan(() => ({ steps: [creating('creative', intendedStatus, name)], calls: 1 }));
		if (intendedStatus === 'ACTIVE') await checkCampaign(call.linkedin, account.id, campaign);
		const made = await content(account.urn);
		const creative = {
			campaign: campaign.urn,
			intendedStatus,
			...(name && { name }),
			...(leadgenCallToAction ? { leadgenCallToAction } : {}),
		};
		const keys = { account: account.id };
		const request: RestliRequest =
			'content' in made
				? { ...call.routing, keys, body: { ...creative, content: made.content } }
				: {
						restliMethod: 'ACTION',
						path: call.routing.path,
						keys,
						query: { action: 'createInline' },
						partsMayLag: /could not find entity/i,
						body: { creative: { ...creative, inlineContent: { post: made.post } } },
					};
		const written = await createOnce(call.linkedin, request, { idIn: idOfCreative, asId: sponsoredId });
		const { identity, notice } = madeOf(written, 'creative', account.id);
		return [
			{
				...identity,
				status: intendedStatus,
				campaign: campaign.urn,
				post: 'content' in made ? (made.content.reference ?? null) : null,
				...notice,
			},
		];
	},
});

/** The value of an ACTION response may contain what it created: as text, or as a record with the creative. */
function idOfCreative(body: unknown): unknown {
	const { value, id } = (body ?? {}) as { value?: unknown; id?: unknown };
	if (value === undefined || value === null) return id;
	const record = value as { creative?: unknown; id?: unknown };
	return typeof value === 'object' ? (record.creative ?? record.id) : value;
}
