import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { operation, type Call } from '../../define';
import { DOCS } from '../../docs';
import { locator, locatorValue, plainText } from '../../fields';
import { twinOf } from '../../../transport/refusal';
import type { Reply } from '../../../transport';
import { outcomeUnknown } from '../../../transport/errors';
import { InputError } from '../../../transport/inputError';
import { decodeId } from '../../../transport/restli/decode';
import { postUrl } from '../../../transport/restli/urn';
import { fromLittleText } from '../../../transport/text/littleText';
import { actorOf, type Actor } from '../actor';
import { articleFields, articleOf } from './article';
import { commentaryOf, mentionsField, textField, type MentionsValue } from './commentary';
import { writeFirstComment } from './firstComment';
import { resharedPost, reshareFields } from './reshare';
import { targetEntitiesOf, targetingField, type TargetingValue } from './targeting';
import { recoverPost } from './twin';

type ContentType = 'text' | 'article' | 'reshare';

interface AdditionalFields {
	disableReshare?: boolean;
	firstComment?: string;
	mentions?: MentionsValue;
	onDuplicate?: 'return' | 'fail';
	targeting?: TargetingValue;
	visibility?: 'PUBLIC' | 'CONNECTIONS' | 'LOGGED_IN';
}

const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Disable Reshare',
			name: 'disableReshare',
			type: 'boolean',
			default: false,
			description: 'Whether to keep others from resharing the post',
		},
		{
			displayName: 'First Comment',
			name: 'firstComment',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. The link: https://example.com',
			description: 'A comment to write under the post at once, by the same author. Plain text.',
		},
		mentionsField,
		{
			displayName: 'On Duplicate',
			name: 'onDuplicate',
			type: 'options',
			default: 'return',
			description:
				'What to do when the author published the same text within the last minutes, which LinkedIn refuses',
			options: [
				{ name: 'Fail', value: 'fail', description: 'Fail with the URN of the existing post' },
				{
					name: 'Return the Existing Post',
					value: 'return',
					description: 'Succeed with the existing post, marked as deduplicated',
				},
			],
		},
		targetingField,
		{
			displayName: 'Visibility',
			name: 'visibility',
			type: 'options',
			default: 'PUBLIC',
			description: 'Who sees the post',
			options: [
				{ name: 'Anyone', value: 'PUBLIC' },
				{ name: 'Anyone Signed In', value: 'LOGGED_IN' },
				{ name: 'Connections Only', value: 'CONNECTIONS', description: 'Only for posts as a member' },
			],
		},
	],
};

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create a post',
	description:
		'Publish a post as the member or as a company page: text, a link with title and image, or a reshare',
	docs: DOCS.posts,
	access: 'write',
	scopes: { member: ['w_member_social'], page: ['w_organization_social'] },
	role: 'ADMINISTRATOR, CONTENT_ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER',
	routing: { restliMethod: 'CREATE', path: '/rest/posts' },
	fields: [
		{
			displayName:
				"LinkedIn's API publishes at once: it cannot schedule a post, and the picture or link of a post cannot be changed later. Use a Schedule Trigger to post at a set time.",
			name: 'createNotice',
			type: 'notice',
			default: '',
		},
		locator({
			displayName: 'Author',
			name: 'author',
			description: 'Who publishes: the member behind this connection, or a page it may post for',
			searchListMethod: 'searchAuthors',
			defaultsToMe: true,
		}),
		{
			displayName: 'Content Type',
			name: 'contentType',
			type: 'options',
			default: 'text',
			options: [
				{ name: 'Article', value: 'article', description: 'A link with title, description and image' },
				{ name: 'Reshare', value: 'reshare', description: 'Another post, with or without words of your own' },
				{ name: 'Text', value: 'text' },
			],
		},
		textField,
		...articleFields,
		...reshareFields,
		additionalFields,
	],
	async execute(call) {
		const contentType = call.parameter<ContentType>('contentType', 'text');
		const extra = call.parameter<AdditionalFields>('additionalFields', {});
		const commentary = commentaryOf(call.parameter('text', ''), extra.mentions, contentType === 'reshare');
		const comment = plainText(extra.firstComment, 'First Comment');
		const targetEntities = targetEntitiesOf(extra.targeting);
		const content = contentType === 'article' ? { content: articleOf(call) } : {};
		checkAudience(locatorValue(call, 'author', 'Author'), extra, targetEntities);

		const author = await actorOf(call, 'author');
		const reshare = contentType === 'reshare' ? { reshareContext: { parent: await resharedPost(call) } } : {};
		checkAudience(author.urn, extra, targetEntities);
		const body = {
			author: author.urn,
			commentary,
			visibility: extra.visibility ?? 'PUBLIC',
			distribution: { feedDistribution: 'MAIN_FEED', targetEntities, thirdPartyDistributionChannels: [] },
			...content,
			...reshare,
			lifecycleState: 'PUBLISHED',
			isReshareDisabledByAuthor: extra.disableReshare ?? false,
		};
		const made = await publish(call, author, body, extra.onDuplicate ?? 'return');
		const firstComment =
			comment.trim() !== '' && made.isNew ? await writeFirstComment(call, made.urn, author, comment) : null;
		const identity = { urn: made.urn, url: postUrl(made.urn), deduplicated: made.deduplicated };
		if (!call.simplify) return [{ ...body, ...identity, firstComment }];
		return [
			{
				...identity,
				author: author.urn,
				text: fromLittleText(commentary),
				visibility: body.visibility,
				contentType,
				firstComment,
			},
		];
	},
});

/** LinkedIn names the new post in a header, and its older resources in the body too. */
function createdUrn(call: Call, reply: Reply<unknown>): string {
	const id = reply.headers['x-restli-id'] ?? (reply.body as { id?: unknown } | undefined)?.id;
	if (typeof id === 'string' && id !== '') return decodeId(id);
	throw outcomeUnknown(`${call.routing.restliMethod} ${call.routing.path}`, reply.headers['x-li-uuid']);
}

/** @throws InputError for what LinkedIn offers only to members or only to pages */
function checkAudience(author: string, extra: AdditionalFields, targetEntities: IDataObject[]): void {
	const isMember = author.toLowerCase() === 'me' || author.startsWith('urn:li:person:');
	if (isMember && targetEntities.length > 0) {
		throw new InputError(
			'Targeting',
			'Only posts of a page can be targeted',
			'Remove Targeting, or choose a page as Author.',
		);
	}
	if (!isMember && extra.visibility === 'CONNECTIONS') {
		throw new InputError('Visibility', 'A page has no connections', 'Choose Anyone, or post as a member.');
	}
}

/**
 * One post, even where an answer is lost or LinkedIn knows the text already.
 * @returns `isNew` is false only for a post that stood before this call
 */
async function publish(
	call: Call,
	author: Actor,
	body: IDataObject,
	onDuplicate: 'return' | 'fail',
): Promise<{ urn: string; deduplicated: boolean; isNew: boolean }> {
	const recover = recoverPost(call.linkedin, author, String(body.commentary), Date.now());
	const result = await call.linkedin.attempt<unknown>({ ...call.routing, body }, recover);
	if (result.ok) {
		const urn = createdUrn(call, result.reply);
		return { urn, deduplicated: result.reply.deduplicated ?? false, isNew: true };
	}
	const twin = twinOf({ status: result.error.details.status, message: result.error.message });
	if (twin && onDuplicate === 'return') return { urn: twin, deduplicated: true, isNew: false };
	throw result.error;
}
