import { apiError, badRequest, invalidValue, notFound } from '../errors';
import { tooLong, unpermittedFields, wrongUrnType } from '../errors';
import { isOrganization, requireActor, requirePostReader } from '../access';
import { batchAnswer, listAnswer, PAGING, readIds } from '../paging';
import { parseLittleText, readForm, shownText } from '../littleText';
import { checkNewPost, lifecycleOf, livePost, requireAdAccount } from './newPost';
import { AD_TYPES, newPost, postChanges } from './postSchema';
import { readBody, readPatch } from '../body';
import { requireText } from '../dispatch';
import type { Answer, Call, Resource } from '../resource';
import type { NewPost } from './postSchema';
import type { Post } from '../model';
import type { Query, RestliValue } from '../restli';
import type { State } from '../state';

const MAX_COMMENTARY_CHARACTERS = 3000;
const DUPLICATE_WINDOW_MS = 10 * 60 * 1000;
const WRITE_SCOPES = { person: 'w_member_social', organization: 'w_organization_social' };
const WRITE = Object.values(WRITE_SCOPES);
const READ = ['r_organization_social', 'r_member_social'];
/** /rest/posts (docs.posts). */
export const posts: Resource = {
	path: '/rest/posts',
	permission: 'partnerApiPosts',
	methods: {
		CREATE: { scopes: WRITE, handle: create },
		GET: {
			scopes: READ,
			params: ['viewContext'],
			handle: (call) => ({ status: 200, body: entity(call.state, readablePost(call, call.key)) }),
		},
		BATCH_GET: {
			scopes: READ,
			params: ['viewContext'],
			handle: (call) => {
				checkViewContext(call.params);
				return batchAnswer(readIds(call.params), (id) => entity(call.state, readablePost(call, id)), false);
			},
		},
		PARTIAL_UPDATE: { scopes: WRITE, handle: update },
		DELETE: { scopes: WRITE, handle: remove },
	},
	finders: {
		author: {
			scopes: READ,
			params: ['author', 'sortBy', 'isDsc', 'viewContext', ...PAGING],
			handle: findByAuthor,
		},
		dscAdAccount: {
			scopes: ['r_organization_social'],
			params: ['dscAdAccount', 'dscAdTypes', ...PAGING],
			handle: findOfAdAccount,
		},
	},
};

/** 201, empty body, the URN in x-restli-id. */
function create(call: Call): Answer {
	const body = readBody(newPost, call.body);
	requireActor(call, body.author, WRITE_SCOPES, 'post');
	checkNewPost(call, body);
	const text = checkCommentary(body.commentary);
	const parts = call.state.understand(body.commentary);
	const twin = twinOf(call, body.author, text);
	if (twin) {
		throw apiError(422, 'UNPROCESSABLE_ENTITY', `Content is a duplicate of ${twin.urn}`);
	}
	const parent = body.reshareContext && livePost(call.state, body.reshareContext.parent);
	const { targetEntities = [], ...distribution } = body.distribution;
	const post = call.state.savePost({
		author: body.author,
		parts,
		visibility: body.visibility,
		type: isUgcPost(body) ? 'ugcPost' : 'share',
		details: {
			commentsFrom: call.clock.now() + call.state.commentRaceMs,
			isReshareDisabledByAuthor: body.isReshareDisabledByAuthor ?? false,
			distribution: {
				thirdPartyDistributionChannels: [],
				...distribution,
				...(targetEntities.length > 0 ? { targetEntities } : {}),
			},
			...(body.content ? { content: body.content } : {}),
			...(body.adContext ? { adContext: body.adContext } : {}),
			...(body.contentCallToActionLabel ? { contentCallToActionLabel: body.contentCallToActionLabel } : {}),
			...(body.contentLandingPage ? { contentLandingPage: body.contentLandingPage } : {}),
			...(parent
				? { reshareContext: { parent: parent.urn, root: parent.reshareContext?.root ?? parent.urn } }
				: {}),
		},
	});
	return { status: 201, headers: { 'x-restli-id': post.urn } };
}

/** The text as it will be shown, cut where LinkedIn cuts it. @throws ApiError 400 over 3,000 characters */
export function checkCommentary(commentary: string): string {
	const { parts, cut } = parseLittleText(commentary);
	const text = shownText(parts);
	if (text.length + cut.length > MAX_COMMENTARY_CHARACTERS) {
		throw tooLong('commentary', text.length + cut.length, MAX_COMMENTARY_CHARACTERS);
	}
	return text;
}

function twinOf(call: Call, author: string, text: string): Post | undefined {
	if (text === '') return undefined;
	const since = call.clock.now() - DUPLICATE_WINDOW_MS;
	return call.state.posts(author).find((post) => post.createdAt > since && shownText(post.parts) === text);
}

/** The URN type of a post depends on its content by an unknown rule, so callers must not guess. */
export function isUgcPost(body: NewPost): boolean {
	const media = body.content?.media?.id ?? '';
	return Boolean(body.content?.poll ?? body.content?.multiImage) || /^urn:li:(video|document):/.test(media);
}

/** A post as it's read. */
export function entity(state: State, post: Post): Record<string, unknown> {
	return {
		id: post.urn,
		author: post.author,
		commentary: readForm(post.parts),
		visibility: post.visibility,
		distribution: post.distribution,
		lifecycleState: lifecycleOf(state, post),
		lifecycleStateInfo: { isEditedByAuthor: post.isEdited },
		isReshareDisabledByAuthor: post.isReshareDisabledByAuthor,
		createdAt: post.createdAt,
		publishedAt: post.createdAt,
		lastModifiedAt: post.lastModifiedAt,
		...(post.content ? { content: post.content } : {}),
		...(post.adContext ? { adContext: { ...post.adContext, isDsc: true } } : {}),
		...(post.reshareContext ? { reshareContext: post.reshareContext } : {}),
		...(post.contentCallToActionLabel ? { contentCallToActionLabel: post.contentCallToActionLabel } : {}),
		...(post.contentLandingPage ? { contentLandingPage: post.contentLandingPage } : {}),
	};
}

/** Keys of this resource are share and ugcPost URNs; an activity isn't found. */
function postOf(state: State, key: RestliValue | undefined): Post {
	if (typeof key !== 'string') throw wrongUrnType('post', JSON.stringify(key), 'share or ugcPost');
	if (/^urn:li:activity:\d+$/.test(key)) throw notFound();
	if (!/^urn:li:(share|ugcPost):\d+$/.test(key)) throw wrongUrnType('post', key, 'share or ugcPost');
	const post = state.findPost(key);
	if (!post) throw notFound();
	return post;
}

function readablePost(call: Call, key: RestliValue | undefined): Post {
	checkViewContext(call.params);
	const post = postOf(call.state, key);
	if (post.isDeleted) throw notFound();
	requirePostReader(call, post.author);
	if (!isOrganization(post.author) && post.author !== call.member?.urn) throw notFound();
	return post;
}

function checkViewContext(params: Query): void {
	if (params.viewContext !== undefined && !['READER', 'AUTHOR'].includes(params.viewContext as string)) {
		throw invalidValue('viewContext', params.viewContext);
	}
}

/** Newest first; pages may be short although more follow. */
function findByAuthor(call: Call): Answer {
	const author = requireText(call.params, 'author');
	if (!/^urn:li:(person|organization):./.test(author)) {
		throw wrongUrnType('author', author, 'person or organization');
	}
	const sortBy = call.params.sortBy ?? 'LAST_MODIFIED';
	if (sortBy !== 'LAST_MODIFIED' && sortBy !== 'CREATED') throw invalidValue('sortBy', sortBy);
	const { isDsc } = call.params;
	if (isDsc !== undefined && isDsc !== 'true' && isDsc !== 'false') throw invalidValue('isDsc', isDsc);
	checkViewContext(call.params);
	requirePostReader(call, author);
	if (!isOrganization(author) && author !== call.member?.urn) throw notFound();
	const order = sortBy === 'CREATED' ? 'createdAt' : 'lastModifiedAt';
	const found = call.state
		.posts()
		.filter(
			(post) => post.author === author && (isDsc ?? String(isDscPost(post))) === String(isDscPost(post)),
		)
		.sort((a, b) => b[order] - a[order])
		.map((post) => entity(call.state, post));
	const link = (start: number, count: number) =>
		`/rest/posts?q=author&author=${encodeURIComponent(author)}&sortBy=${sortBy}&start=${start}&count=${count}`;
	if (!call.state.shortPostPages) return listAnswer(found, call.params, { total: true, link });
	return shortPage(found, call.params, link);
}

const isDscPost = (post: Post) => post.adContext !== undefined;

/** The posts created for an ad account, newest first. */
function findOfAdAccount(call: Call): Answer {
	const account = requireText(call.params, 'dscAdAccount');
	if (!/^urn:li:sponsoredAccount:\d+$/.test(account)) {
		throw wrongUrnType('dscAdAccount', account, 'sponsoredAccount');
	}
	const types = call.params.dscAdTypes ?? [...AD_TYPES];
	if (!Array.isArray(types)) throw badRequest('The parameter "dscAdTypes" is a list');
	const wrong = types.find((type) => !(AD_TYPES as readonly unknown[]).includes(type));
	if (wrong !== undefined) throw invalidValue('dscAdTypes', JSON.stringify(wrong));
	requireAdAccount(call, account);
	const found = call.state
		.posts()
		.filter(({ adContext }) => adContext?.dscAdAccount === account && types.includes(adContext.dscAdType))
		.map((post) => entity(call.state, post));
	return listAnswer(found, call.params);
}

/** After every second post there is one that LinkedIn filters out of its page. */
function shortPage(found: unknown[], params: Query, link: (start: number, count: number) => string): Answer {
	const filtered = Symbol('filtered');
	const slots = found.flatMap((post, at) => (at % 2 === 1 ? [post, filtered] : [post]));
	const page = listAnswer(slots, params, { link });
	const body = page.body as { paging: unknown; elements: unknown[] };
	return { ...page, body: { ...body, elements: body.elements.filter((one) => one !== filtered) } };
}

const UPDATABLE = ['commentary', 'contentCallToActionLabel', 'contentLandingPage', 'lifecycleState'];
function update(call: Call): Answer {
	const { set, remove: removed } = readPatch(call.body);
	const wrong = removed.filter((field) => !UPDATABLE.slice(1, 3).includes(field));
	if (wrong.length > 0) throw unpermittedFields(wrong.map((field) => `/${field}`));
	const change = Object.keys(set).length > 0 ? readBody(postChanges, set) : {};
	const post = postOf(call.state, call.key);
	if (post.isDeleted) throw notFound();
	requireActor(call, post.author, WRITE_SCOPES, 'post');
	if (change.commentary !== undefined) {
		checkCommentary(change.commentary);
		post.parts = call.state.understand(change.commentary);
	}
	if (change.contentCallToActionLabel) post.contentCallToActionLabel = change.contentCallToActionLabel;
	if (change.contentLandingPage) post.contentLandingPage = change.contentLandingPage;
	if (removed.includes('contentCallToActionLabel')) delete post.contentCallToActionLabel;
	if (removed.includes('contentLandingPage')) delete post.contentLandingPage;
	post.isEdited = true;
	post.lastModifiedAt = call.clock.now();
	return { status: 204 };
}

/** 204, also for a post that was already deleted. */
function remove(call: Call): Answer {
	const post = postOf(call.state, call.key);
	requireActor(call, post.author, WRITE_SCOPES, 'post');
	call.state.deletePost(post.urn);
	return { status: 204 };
}
