/**
 * Whose leads are read: what the credential can access, one list for each kind of owner, and from when each is watched.
 */
import type { Position } from '../../../transport/answers/pageReply';
import type { Fault } from '../../polling/core/answer';
import { isRefusal, WAIT } from '../../polling/core/asking';
import type { LeadSources } from './sources';
import { newStream, ownerKindOf, type LeadState, type OwnerKind } from './state';

const MOST_EMPTY_PAGES = 3;

/** A list that is being read; what was already read is kept until the next poll. */
export interface OwnerListing {
	begunAtMs: number;
	position: Position | undefined;
	/** Requested positions, as text. */
	asked: Set<string>;
	/** Empty pages in a row that have a next one. */
	empty: number;
	owners: Set<string>;
}

export interface ListWork {
	kind: OwnerKind;
	state: LeadState;
	listings: Map<OwnerKind, OwnerListing>;
	streamsOf: (owner: string) => string[];
	sources: LeadSources;
	now: () => number;
	mayAsk: () => boolean;
	say: (sentence: string) => void;
}

/** Asks for one page of a list. */
export async function listOn(work: ListWork): Promise<'more' | 'done' | { fault: Fault }> {
	const { kind, listings, now, say, sources, state } = work;
	if (!work.mayAsk()) return { fault: WAIT };
	const listing = listings.get(kind) ?? begin(now());
	listings.set(kind, listing);
	listing.asked.add(JSON.stringify(listing.position));
	const answer = await sources.owners(kind, listing.position);
	if (!answer.ok) {
		if (answer.fault.kind === 'wait') return answer;
		// The next list starts from the beginning; until then the owners of the last one are read.
		listings.delete(kind);
		say(`Not all ad accounts and pages could be listed. ${answer.fault.message}`);
		// A refused list counts as empty, so a role that is given later is watched from here on.
		if (isRefusal(answer.fault)) noteAsked(state, kind, listing.begunAtMs);
		return answer;
	}
	const { next, owners, size } = answer.value;
	for (const owner of owners) listing.owners.add(owner);
	listing.empty = size === 0 ? listing.empty + 1 : 0;
	const isEndless = next && (listing.asked.has(JSON.stringify(next)) || listing.empty >= MOST_EMPTY_PAGES);
	if (next && !isEndless) {
		listing.position = next;
		return 'more';
	}
	listings.delete(kind);
	if (isEndless) say(`LinkedIn's list of ${kind}s doesn't end; those found so far are watched.`);
	noteListed(work, listing, !isEndless);
	return 'done';
}

const begin = (nowMs: number): OwnerListing => ({
	begunAtMs: nowMs,
	position: undefined,
	asked: new Set(),
	empty: 0,
	owners: new Set(),
});

/**
 * An owner that wasn't in the last list is watched from that list on, because it may have been gained right after it.
 */
function noteListed({ kind, state, streamsOf }: ListWork, listing: OwnerListing, isWhole: boolean): void {
	const fromMs = state.lists.get(kind)?.from ?? listing.begunAtMs;
	const keys = [...listing.owners].flatMap(streamsOf);
	for (const key of keys) watch(state, key, fromMs);
	if (isWhole) {
		const listed = new Set(listing.owners);
		for (const [key, stream] of state.streams) {
			if (ownerKindOf(key) === kind && !listed.has(ownerOf(key))) stream.goneAt ??= listing.begunAtMs;
		}
	}
	noteAsked(state, kind, listing.begunAtMs);
}

function noteAsked({ lists }: LeadState, kind: OwnerKind, atMs: number): void {
	lists.set(kind, { from: atMs, at: atMs });
}

/** One that was watched before continues where it stopped. */
export function watch(state: LeadState, key: string, fromMs: number): void {
	const stream = state.streams.get(key);
	if (stream) delete stream.goneAt;
	else state.streams.set(key, newStream(fromMs, state.secret));
}

/** Streams of all owners that the credential can access, as far as is known. */
export function reachedKeys(
	state: LeadState,
	kinds: OwnerKind[],
	streamsOf: (owner: string) => string[],
): string[] {
	const owners = new Set<string>();
	for (const [key, { goneAt }] of state.streams) {
		if (goneAt === undefined && kinds.some((kind) => kind === ownerKindOf(key))) owners.add(ownerOf(key));
	}
	return [...owners].flatMap(streamsOf);
}

const ownerOf = (key: string) => key.slice(0, key.indexOf(' '));
