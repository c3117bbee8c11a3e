import { shownText } from './littleText';
import type { Media } from './media';
import type { NewPost } from './routes/postSchema';
import type { Post } from './model';
import type { State } from './state';

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

/** A post's content besides its text, as a reader of the feed sees it; '' for a text-only post. */
export function contentHtml(state: State, post: Post): string {
	const content = (post.content ?? {}) as NonNullable<NewPost['content']>;
	if (content.media?.id.startsWith('urn:li:image:')) {
		return `<div class="images">${image(state, content.media.id, content.media.altText)}</div>`;
	}
	if (content.media) return fileTile(state, content.media.id, content.media.title);
	if (content.multiImage) {
		const { images } = content.multiImage;
		return `<div class="images">${images.map(({ id, altText }) => image(state, id, altText)).join('')}</div>`;
	}
	if (content.article) return articleCard(state, content.article);
	if (content.poll) return poll(content.poll);
	return post.reshareContext ? reshareCard(state, post.reshareContext.parent) : '';
}

/** An image from its uploaded bytes; a tile with its name until they're there. */
export function image(state: State, urn: string, altText = ''): string {
	const media = state.media.find(urn);
	if (!media || state.media.status(media) !== 'AVAILABLE')
		return tile('Image', statusWords(state, media), urn);
	return `<img src="${mediaPath(urn)}" alt="${escapeHtml(altText)}">`;
}

/** Where the feed page serves an image, or the thumbnail of a video. */
export const mediaPath = (urn: string) => `/feed/media/${encodeURIComponent(urn)}`;

function fileTile(state: State, urn: string, title = ''): string {
	const media = state.media.find(urn);
	const kind = urn.startsWith('urn:li:video:') ? 'Video' : 'Document';
	const hasThumbnail = media && state.media.slots(media, 'thumbnail')[0]?.received;
	const hasCaptions = media && state.media.slots(media, 'captions')[0]?.received;
	const thumbnail = hasThumbnail ? `<img src="${mediaPath(urn)}" alt="">` : '';
	const more = `${statusWords(state, media)}${hasCaptions ? ', with captions' : ''}`;
	return tile(kind, more, title || urn, thumbnail);
}

const tile = (kind: string, more: string, name: string, picture = '') =>
	`<div class="tile">${picture}<p><strong>${escapeHtml(name)}</strong></p><p class="note">${kind}, ${escapeHtml(more)}</p></div>`;

function statusWords(state: State, media: Media | undefined): string {
	if (!media) return 'not uploaded';
	const status = state.media.status(media);
	if (status === 'WAITING_UPLOAD') return 'not uploaded';
	if (status === 'PROCESSING') return 'still processing';
	if (status === 'PROCESSING_FAILED') return 'processing failed';
	const size = media.file?.size ?? 0;
	return size < 1024 * 1024 ? `${Math.ceil(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

function articleCard(state: State, article: NonNullable<NonNullable<NewPost['content']>['article']>): string {
	const { source, title, description, thumbnail, thumbnailAltText } = article;
	return `<a class="tile" href="${escapeHtml(source)}" rel="noreferrer">
${thumbnail ? image(state, thumbnail, thumbnailAltText) : ''}
<p><strong>${escapeHtml(title)}</strong></p>
${description ? `<p>${escapeHtml(description)}</p>` : ''}
<p class="note">${escapeHtml(new URL(source).host)}</p>
</a>`;
}

const DURATION_WORDS = {
	ONE_DAY: '1 day',
	THREE_DAYS: '3 days',
	SEVEN_DAYS: '1 week',
	FOURTEEN_DAYS: '2 weeks',
};

function poll({ question, options, settings }: NonNullable<NonNullable<NewPost['content']>['poll']>): string {
	return `<div class="tile">
<p><strong>${escapeHtml(question)}</strong></p>
<ul>${options.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>
<p class="note">Poll, open for ${DURATION_WORDS[settings.duration]}</p>
</div>`;
}

function reshareCard(state: State, parentUrn: string): string {
	const parent = state.findPost(parentUrn);
	if (!parent || parent.isDeleted) return tile('Reshare', 'no longer there', parentUrn);
	return `<blockquote class="tile">
<p><strong>${escapeHtml(state.nameOf(parent.author))}</strong></p>
<p class="text">${escapeHtml(shownText(parent.parts))}</p>
${contentHtml(state, parent)}
</blockquote>`;
}
