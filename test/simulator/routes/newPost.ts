import { apiError, blankField, denied, invalidValue, missingField } from '../errors';
import { isOrganization } from '../access';
import type { Call } from '../resource';
import type { Media } from '../media';
import type { NewPost } from './postSchema';
import type { Post } from '../model';
import type { State } from '../state';

/** Combinations of fields that a new post requires or forbids (docs.posts). @throws ApiError 400, 403 */
export function checkNewPost(call: Call, body: NewPost): void {
	const { state } = call;
	const kinds = Object.keys(body.content ?? {});
	if (body.content && kinds.length !== 1) throw invalidValue('content', kinds.join(' and ') || 'nothing');
	checkMedia(body);
	checkAudience(body);
	checkSponsoring(call, body);
	if (body.commentary === '' && !body.content && !body.reshareContext) throw blankField('commentary');
	if (body.reshareContext) {
		if (body.content) throw invalidValue('content', 'anything beside reshareContext');
		const parent = livePost(state, body.reshareContext.parent);
		if (!parent) throw apiError(400, 'INVALID_URN_ID', 'The URN ID provided is invalid');
		if (parent.isReshareDisabledByAuthor)
			throw denied(`Resharing of ${parent.urn} is disabled by its author`);
	}
	for (const { field, urn } of mediaOf(body.content)) checkAsset(state, body.author, field, urn);
}

export function livePost(state: State, key: string): Post | undefined {
	const post = state.findPost(key);
	return post?.isDeleted ? undefined : post;
}

function checkMedia({ content, contentCallToActionLabel, contentLandingPage }: NewPost): void {
	const media = content?.media;
	if (!media) return;
	const isImage = media.id.startsWith('urn:li:image:');
	if (media.id.startsWith('urn:li:document:') && !media.title) throw missingField('content/media/title');
	if (!isImage && media.altText !== undefined) throw invalidValue('content/media/altText', media.altText);
	if (contentCallToActionLabel && !contentLandingPage) throw missingField('contentLandingPage');
}

function checkAudience({ author, visibility, distribution }: NewPost): void {
	if (visibility === 'CONTAINER') throw missingField('container');
	if (isOrganization(author) && visibility === 'CONNECTIONS') throw invalidValue('visibility', visibility);
	if (!isOrganization(author) && (distribution.targetEntities ?? []).length > 0) {
		throw invalidValue('distribution/targetEntities', 'an audience for a member post');
	}
}

/** A post outside the feed belongs to one of the caller's ad accounts; multi-image and poll are organic only. */
function checkSponsoring(call: Call, { adContext, content, distribution }: NewPost): void {
	if (distribution.feedDistribution === 'MAIN_FEED') {
		if (adContext) throw invalidValue('distribution/feedDistribution', 'MAIN_FEED beside adContext');
		return;
	}
	if (!adContext) throw missingField('adContext');
	const organic = content?.poll ? 'poll' : content?.multiImage ? 'multiImage' : undefined;
	if (organic) throw invalidValue(`content/${organic}`, 'a sponsored post');
	requireAdAccount(call, adContext.dscAdAccount);
}

/** @throws ApiError 403 unless the caller has a role on the ad account */
export function requireAdAccount(call: Call, account: string): void {
	const id = account.replace('urn:li:sponsoredAccount:', '');
	if (!call.state.ads.accounts.roleOf(id, call.member?.key)) {
		throw denied(`Member does not have the required role on ${account} to perform this operation`);
	}
}

/** Every uploaded file in the content, with the field that contains it. */
export function mediaOf(content: NewPost['content']): Array<{ field: string; urn: string }> {
	const thumbnail = content?.article?.thumbnail;
	return [
		...(content?.media ? [{ field: 'content/media/id', urn: content.media.id }] : []),
		...(thumbnail ? [{ field: 'content/article/thumbnail', urn: thumbnail }] : []),
		...(content?.multiImage?.images ?? []).map(({ id }, at) => ({
			field: `content/multiImage/images/${at}/id`,
			urn: id,
		})),
	];
}

/**
 * Uploaded, not failed, and of the author. Files that are still PROCESSING are accepted, and the post later fails with
 * them (docs/behaviour.md#media-that-isnt-ready), unless a setting refuses them.
 * @throws ApiError 400
 */
export function checkAsset(state: State, author: string, field: string, urn: string): Media {
	const media = state.media.find(urn);
	if (!media) {
		const code = urn.startsWith('urn:li:image:') ? 'INVALID_IMAGE_ID' : 'INVALID_URN_ID';
		throw apiError(400, code, `${field} ${urn} does not exist`);
	}
	if (media.owner !== author) {
		throw apiError(
			400,
			'INVALID_VALUE_FOR_FIELD',
			`${field} can't be set to ${urn}: its owner is not ${author}`,
		);
	}
	const status = state.media.status(media);
	if (status === 'WAITING_UPLOAD' || (status === 'PROCESSING' && state.refuseProcessingMedia)) {
		throw apiError(400, 'MEDIA_ASSET_WAITING_UPLOAD', 'Media asset is waiting upload');
	}
	if (status === 'PROCESSING_FAILED') {
		throw apiError(400, 'MEDIA_ASSET_PROCESSING_FAILED', 'Media asset failed processing');
	}
	return media;
}

/** A post becomes visible once all its files are AVAILABLE, and fails with them. */
export function lifecycleOf(state: State, post: Post): string {
	const statuses = mediaOf(post.content as NewPost['content']).map(({ urn }) => {
		const media = state.media.find(urn);
		return media && state.media.status(media);
	});
	if (statuses.includes('PROCESSING_FAILED')) return 'PUBLISH_FAILED';
	return statuses.includes('PROCESSING') ? 'PUBLISH_REQUESTED' : 'PUBLISHED';
}
