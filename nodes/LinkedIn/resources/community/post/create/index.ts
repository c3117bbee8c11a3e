import { InputError } from '../../../../transport/errors/inputError';
import { postUrl } from '../../../../transport/restli/urns/url';
import { fromLittleText } from '../../../../transport/text/littleText';
import { DOCS } from '../../../docs';
import { actorOf } from '../../../fields/actor';
import { locator, locatorValue } from '../../../fields/locator';
import { operation } from '../../../operation';
import { callToActionOf } from '../../../posts/callToAction';
import { continuedCommentaryOf, profilesIn, textField, withTypedProfiles } from '../../../posts/commentary';
import { plainText } from '../../../values/plainText';
import { readAllInTurn } from '../../../values/problems';
import { NOBODY_YET, type KnownPeople } from '../../mentions';
import { allowLookUp, lookUpMentioned } from '../../person/mentioned';
import { writeFirstComment } from '../firstComment';
import { targetEntitiesOf } from '../targeting';
import { additionalFields, audienceProblems, typedText, type AdditionalFields } from './additional';
import { article } from './article';
import { carousel } from './carousel';
import type { ContentKind, MadeContent } from './contentType';
import { checkMayContinue, publishWhole } from '../continuation';
import { document } from './document';
import { existing } from './existing';
import { describeExisting } from './existingPost';
import { image } from './image';
import { planOf } from './plan';
import { poll } from './poll';
import { publish } from './publish';
import { reshare } from './reshare';
import { text } from './text';
import { video } from './video';

/** In the order of the list, which n8n requires to be by name. */
const KINDS: ContentKind[] = [article, carousel, document, image, poll, reshare, text, existing, video];
const FIELDS_OF_KINDS = KINDS.flatMap(({ fields }) => fields);

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create a post',
	description:
		'Publish a post as yourself or a Company Page: text, images, a carousel of images, a video, a document, a link with title and image, a poll, a reshare or uploaded media',
	builderHint:
		'Set contentType, then only the fields for it. Files come from binary fields of the item or https addresses; no upload is needed before.',
	docs: DOCS.posts,
	access: 'write',
	scopes: { member: ['w_member_social'], page: ['w_organization_social'] },
	role: 'ADMINISTRATOR, CONTENT_ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER',
	routing: { restliMethod: 'CREATE', path: '/rest/posts' },
	fields: [
		{
			displayName:
				"LinkedIn's API publishes immediately. To post at a set time, use a Schedule Trigger. Images and links can't be changed after publishing.",
			name: 'createNotice',
			type: 'notice',
			default: '',
		},
		{
			...locator({
				displayName: 'Author',
				name: 'author',
				description: 'Who publishes: you, or a page you can post for',
				searchListMethod: 'searchAuthors',
				defaultsToMe: true,
			}),
			builderHint: { propertyHint: 'Keep the default unless the post is by a page' },
		},
		{
			displayName: 'Content Type',
			name: 'contentType',
			type: 'options',
			default: 'text',
			options: KINDS.map(({ name, value, description }) => ({ name, value, description })),
		},
		textField,
		...FIELDS_OF_KINDS.filter(({ type }) => type !== 'collection'),
		...FIELDS_OF_KINDS.filter(({ type }) => type === 'collection'),
		additionalFields,
	],
	async execute(call) {
		const contentType = plainText(call.parameter<unknown>('contentType', 'text'), 'Content Type');
		const kind = KINDS.find(({ value }) => value === contentType);
		if (!kind) throw unknownKind(contentType);
		const extra = call.parameter<AdditionalFields>('additionalFields', {});
		const given = call.parameter<unknown>('text', '');
		const write = (people: KnownPeople) => {
			const typed = typedText(withTypedProfiles(given, people), extra);
			const mayContinue = extra.longText === 'comments';
			return continuedCommentaryOf(typed, extra.mentions, {
				mayBeEmpty: !kind.needsText,
				mayContinue,
				people,
			});
		};
		const { checked, comment, targetEntities, callToAction, prepared } = await readAllInTurn(
			{
				author: () => locatorValue(call, 'author', 'Author'),
				checked: () => write(NOBODY_YET),
				comment: () => plainText(extra.firstComment, 'First Comment'),
				targetEntities: () => targetEntitiesOf(extra.targeting),
				callToAction: () => callToActionOf(extra, kind === article),
				prepared: async () => await kind.prepare(call),
			},
			({ author, targetEntities: targets = [] }) =>
				author === undefined ? [] : audienceProblems(author, extra, targets),
		);

		const hasComment = comment.trim() !== '';
		// A comment that isn't allowed would stop only after the post.
		if (hasComment || checked.rest.length > 0) call.linkedin.allow({ area: 'comments', access: 'write' });
		if (prepared.calls.uploads) call.linkedin.allow({ area: 'media', access: 'write' });

		const profiles = profilesIn(given, extra.mentions);
		allowLookUp(call.linkedin, profiles);

		const draft = {
			commentary: checked.commentary,
			visibility: extra.visibility ?? 'PUBLIC',
			distribution: { feedDistribution: 'MAIN_FEED', targetEntities, thirdPartyDistributionChannels: [] },
			lifecycleState: 'PUBLISHED',
			isReshareDisabledByAuthor: extra.disableReshare ?? false,
			...callToAction,
		};
		const planned = {
			contentType,
			body: draft,
			rest: checked.rest,
			firstComment: comment,
			prepared,
			profiles,
		};
		call.plan(() => planOf({ ...planned, author: null, made: call.linkedin.sent }));
		const author = await actorOf(call, 'author');
		const [problem] = audienceProblems(author.urn, extra, targetEntities);
		if (problem) throw problem;
		const toFindIt = call.linkedin.sent;
		call.plan(() => planOf({ ...planned, author: author.urn, made: toFindIt }));
		let written = checked;
		if (profiles.length > 0) {
			const page = author.as === 'page' ? author.urn : undefined;
			written = write(await lookUpMentioned(call.linkedin, profiles, page));
			draft.commentary = written.commentary;
			const made = call.linkedin.sent;
			call.plan(() => planOf({ ...planned, rest: written.rest, profiles: [], author: author.urn, made }));
		}
		const { rest } = written;
		if (rest.length > 0) checkMayContinue(call, author);
		let content: MadeContent = { body: {}, media: [] };
		const send = async () => {
			content = await prepared.make(author);
			const body = { author: author.urn, ...draft, ...content.body };
			return await publish(call, author, body, extra.onDuplicate ?? 'return');
		};
		const whole =
			rest.length > 0
				? await publishWhole(call, author, written, send)
				: { made: await send(), comments: null, isContinued: false };
		const { made, isContinued } = whole;
		const standing =
			made.urn === null || made.isNew
				? undefined
				: await describeExisting(call, author, made.urn, { contentType, hasComment, isContinued });
		const firstComment =
			hasComment && (made.isNew || isContinued)
				? await writeFirstComment(call, made.urn, author, comment)
				: null;
		const url = made.urn === null ? null : postUrl(made.urn);
		const notices = [standing?.notice, whole.notice, made.notice, prepared.notice, content.notice].filter(
			(text) => text !== undefined,
		);
		const notice = notices.length === 0 ? {} : { notice: notices.join(' ') };
		const { visibility, media } = standing ?? { visibility: draft.visibility, media: content.media };
		return [
			{
				...notice,
				text: fromLittleText(draft.commentary),
				contentType: standing ? standing.contentType : contentType,
				visibility,
				firstComment,
				...(rest.length > 0 && { continuedIn: whole.comments }),
				media,
				deduplicated: made.deduplicated,
				author: author.urn,
				urn: made.urn,
				url,
			},
		];
	},
});

function unknownKind(value: string): InputError {
	const known = KINDS.map((kind) => kind.value).join(', ');
	return new InputError('Content Type', `Unknown content type "${value}"`, `Use one of ${known}.`);
}
