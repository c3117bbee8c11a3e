/** A watched post as a line of text. */
import { packHashes, unpackHashes } from '../../../polling/core/hashes';
import { inMs, inSeconds, joined, long, longUrn, short, shortUrn, withoutGaps } from './shorthand';
import type { WatchedPost } from './state';

const pair = (counts: [number, number] | undefined) => counts?.map(short).join('.') ?? '';

function readPair(text: string | undefined): [number, number] | undefined {
	const [all, topLevel] = (text ?? '').split('.').map(long);
	return all === undefined || topLevel === undefined ? undefined : [all, topLevel];
}

/**
 * Times are rounded up to seconds; only those which decide what is new (`until`, `wholeUntil`, the first counts) are kept
 * exactly.
 * @param key of the post in `posts`
 */
export function writePost(key: string, post: WatchedPost): string {
	return joined(
		[
			shortUrn(key),
			short(post.until),
			post.seen ? packHashes(post.seen) : '',
			post.activity ? shortUrn(post.activity) : '',
			pair(post.counted),
			pair(post.moved),
			short(post.wholeUntil),
			...[post.commentedAt, post.madeAt, post.readAt, post.wholeAt, post.shortSince, post.unreadableAt].map(
				inSeconds,
			),
			`${post.wanted ? 'w' : ''}${post.isPublic === undefined ? '' : post.isPublic ? 'p' : 'n'}`,
			short(post.reacted),
			inSeconds(post.reactedAt),
			short(post.shared),
			inSeconds(post.sharedAt),
			short(post.reactedFrom),
			short(post.sharedFrom),
		],
		'|',
	);
}

export function readPost(line: string): [key: string, post: WatchedPost] {
	const [
		key,
		until,
		seen,
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
		reacted,
		reactedAt,
		shared,
		sharedAt,
		reactedFrom,
		sharedFrom,
	] = line.split('|');
	const post: WatchedPost = {
		until: long(until) ?? 0,
		activity: activity ? longUrn(activity) : undefined,
		counted: readPair(counted),
		moved: readPair(moved),
		wholeUntil: long(wholeUntil),
		commentedAt: inMs(commentedAt),
		madeAt: inMs(madeAt),
		readAt: inMs(readAt),
		wholeAt: inMs(wholeAt),
		shortSince: inMs(shortSince),
		unreadableAt: inMs(unreadableAt),
		wanted: marks?.includes('w') || undefined,
		isPublic: marks?.includes('p') || (marks?.includes('n') ? false : undefined),
		seen: seen ? unpackHashes(seen) : undefined,
		reacted: long(reacted),
		reactedAt: inMs(reactedAt),
		shared: long(shared),
		sharedAt: inMs(sharedAt),
		reactedFrom: long(reactedFrom),
		sharedFrom: long(sharedFrom),
	};
	return [longUrn(key), withoutGaps(post)];
}
