/**
 * The state as saved in n8n's static data: one JSON column for the whole workflow, written with every emission, so
 * posts are kept as short lines of text.
 */
import { packHashes, unpackHashes } from '../../../polling/core/hashes';
import type { TriggerState, WatchedPage, WatchedPost } from './state';

type SavedPage = Omit<WatchedPage, 'posts' | 'told'> & { posts: Record<string, string>; told?: string };

/** What static data contains. */
export type SavedState = Omit<TriggerState, 'pages'> & {
	pages: Record<string, SavedPage>;
};

/**
 * Reads the state from static data: a copy, so that nothing changes there before the poll is over.
 * @returns undefined if there is none, or if it isn't ours
 */
export function readState(saved: unknown): TriggerState | undefined {
	const state = saved as SavedState | undefined;
	if (state?.format !== 2 || typeof state.pages !== 'object') return undefined;
	const { pages, ...rest } = JSON.parse(JSON.stringify(state)) as SavedState;
	return {
		...rest,
		pages: mapped(pages, readPage),
	};
}

/** The form in which the state is saved. */
export function savedForm({ pages, ...rest }: TriggerState): SavedState {
	return {
		...rest,
		pages: mapped(pages, writePage),
	};
}

function readPage({ told, ...page }: SavedPage): WatchedPage {
	const posts = mapped(page.posts, readPost, longUrn);
	return { ...page, posts, ...(told ? { told: unpackHashes(told) } : {}) };
}

function writePage({ told, ...page }: WatchedPage): SavedPage {
	const posts = mapped(page.posts, writePost, shortUrn);
	return { ...page, posts, ...(told ? { told: packHashes(told) } : {}) };
}

function mapped<T, U>(
	record: Record<string, T>,
	value: (of: T) => U,
	key = (of: string) => of,
): Record<string, U> {
	return Object.fromEntries(Object.entries(record).map(([name, of]) => [key(name), value(of)]));
}

const KINDS: Array<[short: string, long: string]> = [
	['s', 'urn:li:share:'],
	['u', 'urn:li:ugcPost:'],
	['a', 'urn:li:activity:'],
];

function shortUrn(urn: string): string {
	const kind = KINDS.find(([, long]) => urn.startsWith(long));
	return kind ? kind[0] + urn.slice(kind[1].length) : urn;
}

function longUrn(short: string): string {
	const kind = KINDS.find(([letter]) => short.startsWith(letter));
	return kind && /^\d/.test(short.slice(1)) ? kind[1] + short.slice(1) : short;
}

const SECOND_MS = 1000;
const inSeconds = (ms: number | undefined) =>
	ms === undefined ? '' : Math.ceil(ms / SECOND_MS).toString(36);
const inMs = (text: string | undefined) => (text ? parseInt(text, 36) * SECOND_MS : undefined);
const inNumber = (text: string | undefined) => (text ? parseInt(text, 36) : undefined);
const pair = (counts: [number, number] | undefined) =>
	counts?.map((count) => count.toString(36)).join('.') ?? '';
const readPair = (text: string | undefined): [number, number] | undefined => {
	const [all, topLevel] = (text ?? '').split('.').map((count) => parseInt(count, 36));
	return Number.isNaN(all) || topLevel === undefined ? undefined : [all, topLevel];
};

/** Times are rounded up to seconds; only `until`, which decides what is new, is kept exactly. */
function writePost(post: WatchedPost): string {
	return [
		post.until.toString(36),
		post.activity ? shortUrn(post.activity) : '',
		pair(post.counted),
		pair(post.moved),
		post.wholeUntil?.toString(36) ?? '',
		...[post.commentedAt, post.madeAt, post.readAt, post.wholeAt, post.shortSince, post.unreadableAt].map(
			inSeconds,
		),
		`${post.wanted ? 'w' : ''}${post.isPublic ? 'p' : ''}`,
		post.seen ? packHashes(post.seen) : '',
		...inCounts(post),
	].join('|');
}

/** Left out where the trigger watches comments only. */
function inCounts({ reacted, reactedAt, shared, sharedAt }: WatchedPost): string[] {
	const counts = [
		reacted?.toString(36) ?? '',
		inSeconds(reactedAt),
		shared?.toString(36) ?? '',
		inSeconds(sharedAt),
	];
	return counts.some(Boolean) ? counts : [];
}

function readPost(line: string): WatchedPost {
	const [
		until,
		activity,
		counted,
		moved,
		wholeUntil,
		commentedAt,
		madeAt,
		readAt,
		wholeAt,
		shortSince,
		unreadableAt,
		marks,
		seen,
		reacted,
		reactedAt,
		shared,
		sharedAt,
	] = line.split('|');
	const post: WatchedPost = {
		until: parseInt(until, 36) || 0,
		activity: activity ? longUrn(activity) : undefined,
		counted: readPair(counted),
		moved: readPair(moved),
		wholeUntil: wholeUntil ? parseInt(wholeUntil, 36) : undefined,
		commentedAt: inMs(commentedAt),
		madeAt: inMs(madeAt),
		readAt: inMs(readAt),
		wholeAt: inMs(wholeAt),
		shortSince: inMs(shortSince),
		unreadableAt: inMs(unreadableAt),
		wanted: marks?.includes('w') || undefined,
		isPublic: marks?.includes('p') || undefined,
		seen: seen ? unpackHashes(seen) : undefined,
		reacted: inNumber(reacted),
		reactedAt: inMs(reactedAt),
		shared: inNumber(shared),
		sharedAt: inMs(sharedAt),
	};
	return withoutGaps(post);
}

function withoutGaps(post: WatchedPost): WatchedPost {
	return Object.fromEntries(Object.entries(post).filter(([, value]) => value !== undefined)) as never;
}
