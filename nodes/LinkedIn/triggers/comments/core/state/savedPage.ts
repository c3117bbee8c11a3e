/** A watched page as a line of text: its members, and then its posts. */
import type { EventName } from '../../../events/core/event';
import { packHashes, unpackHashes } from '../../../polling/core/hashes';
import type { Health } from '../../../polling/core/health';
import { readPlace, readReactions, writePlace, writeReactions } from './feedCursor';
import { readPost, writePost } from './savedPost';
import {
	inFullSeconds,
	inMs,
	inSeconds,
	joined,
	long,
	marked,
	readMarked,
	short,
	withoutGaps,
} from './shorthand';
import type { Plan, Refusals, WatchedPage } from './state';

const PLANS: Record<Plan, string> = { feed: 'F', counts: 'C', rotation: 'R' };
const REFUSALS: Record<keyof Refusals, string> = { feed: 'F', batch: 'B', comments: 'C', page: 'P' };
const EVENTS: Record<EventName, string> = {
	newComment: 'C',
	commentEdited: 'E',
	newMention: 'M',
	newReaction: 'R',
	newShare: 'S',
	newPost: 'P',
};

/**
 * Cursors are kept exactly, because they decide what is new. Other times are rounded up to seconds, except for the next
 * poll, which must not come too late.
 * @param fromMs when the trigger was first activated: a time that's the same as the one before it is left out
 */
export function writePage(page: WatchedPage, fromMs: number): string {
	const { from, floor, feed } = page;
	const members = joined(
		[
			page.told ? packHashes(page.told) : '',
			page.posted ? packHashes(page.posted) : '',
			unless(from, fromMs),
			unless(floor, from),
			unless(feed, from),
			inFullSeconds(page.dueAt),
			...[page.listedAt, page.glancedAt, page.countedAt, page.sharesAt].map(inSeconds),
			page.since ? writeSince(page.since, from) : '',
			page.plan ? PLANS[page.plan] : '',
			writeRecord(REFUSALS, page.refused, inSeconds),
			writeRecord(PLANS, page.health, writeHealth),
			page.feedPlace ? writePlace(page.feedPlace) : '',
			short(page.feedComplete),
			page.reactions ? writeReactions(page.reactions) : '',
			page.hasUnlisted ? '1' : '',
		],
		'|',
	);
	const posts = Object.entries(page.posts).map(([key, post]) => writePost(key, post));
	return [members, ...posts].join(';');
}

export function readPage(line: string, fromMs: number): WatchedPage {
	const [members, ...posts] = line.split(';');
	const [
		told,
		posted,
		from,
		floor,
		feed,
		dueAt,
		listedAt,
		glancedAt,
		countedAt,
		sharesAt,
		since,
		plan,
		refused,
		health,
		feedPlace,
		feedComplete,
		reactions,
		hasUnlisted,
	] = members.split('|');
	const fromOfPage = long(from) ?? fromMs;
	return withoutGaps({
		from: fromOfPage,
		floor: long(floor) ?? fromOfPage,
		feed: long(feed) ?? fromOfPage,
		dueAt: inMs(dueAt),
		listedAt: inMs(listedAt),
		glancedAt: inMs(glancedAt),
		countedAt: inMs(countedAt),
		sharesAt: inMs(sharesAt),
		since: since ? readSince(since, fromOfPage) : undefined,
		plan: (Object.keys(PLANS) as Plan[]).find((one) => PLANS[one] === plan),
		refused: readRecord(REFUSALS, refused, inMs),
		health: readRecord(PLANS, health, readHealth),
		feedPlace: feedPlace ? readPlace(feedPlace) : undefined,
		feedComplete: long(feedComplete),
		reactions: reactions ? readReactions(reactions) : undefined,
		hasUnlisted: hasUnlisted ? true : undefined,
		told: told ? unpackHashes(told) : undefined,
		posted: posted ? unpackHashes(posted) : undefined,
		posts: Object.fromEntries(posts.map(readPost)),
	});
}

const unless = (ms: number, before: number) => (ms === before ? '' : short(ms));

/** Usually all events but new posts have been chosen at the same time. */
function writeSince(since: NonNullable<WatchedPage['since']>, fromMs: number): string {
	let before = fromMs;
	return writeRecord(EVENTS, since, (ms) => {
		const text = unless(ms, before);
		before = ms;
		return text;
	});
}

function readSince(text: string, fromMs: number): WatchedPage['since'] {
	let before = fromMs;
	return readRecord(EVENTS, text, (ms) => (before = long(ms) ?? before));
}

function writeHealth({ failures, sinceMs, tryAtMs, tries, closedUntilMs }: Health): string {
	const pieces = [
		short(failures),
		inSeconds(sinceMs),
		inSeconds(tryAtMs),
		short(tries),
		inSeconds(closedUntilMs),
	];
	return joined(pieces, '.');
}

function readHealth(text: string): Health {
	const [failures, sinceMs, tryAtMs, tries, closedUntilMs] = text.split('.');
	return withoutGaps({
		failures: long(failures) ?? 0,
		sinceMs: inMs(sinceMs) ?? 0,
		tryAtMs: inMs(tryAtMs),
		tries: long(tries),
		closedUntilMs: inMs(closedUntilMs),
	});
}

/** The members that exist, each after the letter of its key. */
function writeRecord<K extends string, V>(
	letters: Record<K, string>,
	record: Partial<Record<K, V>>,
	write: (value: V) => string,
): string {
	return marked(
		(Object.keys(letters) as K[]).map((key) => {
			const value = record[key];
			return [letters[key], value === undefined ? undefined : write(value)];
		}),
	);
}

function readRecord<K extends string, V>(
	letters: Record<K, string>,
	text: string | undefined,
	read: (text: string) => V | undefined,
): Partial<Record<K, V>> {
	const values = readMarked(text);
	const keys = (Object.keys(letters) as K[]).filter((key) => values.has(letters[key]));
	return Object.fromEntries(keys.map((key) => [key, read(values.get(letters[key]) ?? '')])) as never;
}
