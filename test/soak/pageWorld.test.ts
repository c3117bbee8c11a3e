import type { IDataObject } from 'n8n-workflow';

import { startSimulator, type Post, type Simulator } from '../simulator';
import type { CommentEvent, CommentWorld } from './commentWorld';
import { judge, TO_COME_OUT_MS, type Verdict } from './judge';
import { EVENTS, PageWorld, type PageWorldOptions } from './pageWorld';
import { randomFrom } from './random';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time';

/** The judge of everything besides comments has to notice each loss and each repetition. */

const START_MS = Date.UTC(2026, 9, 5);
const LATER_MS = START_MS + 3 * HOUR_MS;

let simulator: Simulator;
let nowMs: number;
let world: PageWorld;
let post: Post;
beforeEach(async () => {
	simulator = await startSimulator({ now: START_MS });
	simulator.state.addMember({ key: 'dora' });
	post = simulator.state.addPost({ author: '2414183', text: 'Ask us', createdAt: START_MS - HOUR_MS });
	begin({});
});
afterEach(async () => await simulator.close());

/** A world with many reactions, shares and mentions for three hours. */
function begin(options: Partial<PageWorldOptions>): void {
	const comment: CommentEvent = {
		id: '7',
		urn: 'urn:li:comment:(urn:li:activity:1,7)',
		post: post.urn,
		at: START_MS + MINUTE_MS,
		dueFrom: START_MS + MINUTE_MS,
		isWanted: true,
		isPromised: true,
		kind: 'comment',
	};
	const comments = {
		pages: ['2414183'],
		posts: () => simulator.state.posts('2414183'),
		somePost: () => post,
		edits: [{ comment, at: START_MS + 2 * MINUTE_MS }],
	} as unknown as CommentWorld;
	for (const reaction of simulator.state.reactions.of()) simulator.state.reactions.remove(reaction);
	nowMs = START_MS;
	world = new PageWorld(simulator, randomFrom(1), () => nowMs, comments, {
		events: EVENTS,
		reactionsADay: 700,
		reactionBurst: 0,
		isFed: true,
		isCounted: false,
		hasPosts: true,
		...options,
	});
	for (nowMs = START_MS; nowMs < LATER_MS; nowMs += MINUTE_MS) world.act();
	const createdAt = START_MS + HOUR_MS;
	simulator.state.addPost({ author: '2414183', text: 'News', createdAt });
}

const promised = () => world.all().filter(({ isWanted, isPromised }) => isWanted && isPromised);

/** The item of an event, by its id here. */
function itemOf(id: string, isNamed = true): IDataObject {
	const [kind, subject, at, actor] = id.split(' ');
	const occurredAt = new Date(Number(at ?? 0)).toISOString();
	if (kind === 'edit') return { event: 'commentEdited', occurredAt, post: {}, comment: { id: subject } };
	if (kind === 'mention') return { event: 'newMention', post: { urn: null, activity: subject } };
	if (kind === 'post') return { event: 'newPost', post: { urn: simulator.state.findPost(subject)?.urn } };
	if (kind === 'share') return { event: 'newShare', post: { urn: post.urn }, share: { urn: subject } };
	const by = { urn: isNamed ? actor : null };
	return { event: 'newReaction', occurredAt, post: { urn: subject, activity: null }, actor: by };
}

const count = (change: number) => ({ event: 'newReaction', post: { urn: post.urn }, change });

function judged(
	items: IDataObject[],
	atMs = LATER_MS,
): Pick<Verdict, 'lostCount' | 'repeated' | 'unexpected'> {
	const out = items.flatMap((item) => world.idsOf(item, atMs).map((id) => ({ id, at: atMs })));
	const all = { events: world.all(), out, from: START_MS, until: atMs + 99 * HOUR_MS };
	const { lostCount, repeated, unexpected } = judge({ ...all, allowedMs: 48 * HOUR_MS });
	return { lostCount, repeated, unexpected };
}

const RIGHT = { lostCount: 0, repeated: 0, unexpected: 0 };
const reactions = () => promised().filter(({ kind }) => kind === 'newReaction');
const others = () => promised().filter(({ kind }) => kind !== 'newReaction');
const items = (isNamed = true) => promised().map(({ id }) => itemOf(id, isNamed));

it('there is something of each kind', () => {
	expect(new Set(promised().map(({ kind }) => kind))).toEqual(
		new Set(['edit of a comment', 'newMention', 'newPost', 'newReaction', 'newShare']),
	);
	expect(reactions().length).toBeGreaterThan(20);
});

it.each<[string, () => IDataObject[], Partial<typeof RIGHT>]>([
	['everything', () => items(), {}],
	['everything, but nobody is named', () => items(false), {}],
	['everything but the first', () => items().slice(1), { lostCount: 1 }],
	['nothing', () => [], { lostCount: -1 }],
	['the edit twice', () => [...items(), itemOf(idLike('edit'))], { repeated: 1 }],
	['the share twice', () => [...items(), itemOf(idLike('share'))], { repeated: 1 }],
	['the mention twice', () => [...items(), itemOf(idLike('mention'))], { repeated: 1 }],
	['the post twice', () => [...items(), itemOf(idLike('post'))], { repeated: 1 }],
	['a reaction twice', () => [...items(), itemOf(idLike('reaction'))], { repeated: 1 }],
	['a reaction twice, unnamed', () => [...items(false), itemOf(idLike('reaction'), false)], { repeated: 1 }],
	[
		'a reaction of nobody',
		() => [...items(), itemOf(`reaction ${post.activity} ${START_MS - 1} x`)],
		{ unexpected: 1 },
	],
	[
		'one of nobody, unnamed',
		() => [...items(), itemOf(`reaction ${post.activity} ${START_MS - 1} x`, false)],
		{ unexpected: 1 },
	],
	['our own reaction', () => [...items(), itemOf(ownReaction())], { unexpected: 1 }],
	['counts', () => [...other(), count(3), count(reactions().length - 3)], {}],
	['counts with our own among them', () => [...other(), count(reactions().length + 1)], {}],
	['a count that lacks one', () => [...other(), count(reactions().length - 1)], { lostCount: 1 }],
	['a count after some were reported', () => [...other(), ...some(), count(2)], {}],
	[
		'a count of what was counted',
		() => [...other(), count(reactions().length), count(own() + 2)],
		{ repeated: 2 },
	],
	[
		'a count of another post',
		() => [...items(), { ...count(1), post: { urn: 'urn:li:share:1' } }],
		{ unexpected: 1 },
	],
])('%s', (_what, given, expected) => {
	const all = promised().length;
	const { lostCount, repeated, unexpected } = judged(given());
	expect(all).toBeGreaterThan(20);
	expect({ lostCount, repeated, unexpected }).toEqual({
		...RIGHT,
		...expected,
		...(expected.lostCount === -1 ? { lostCount: all } : {}),
	});
});

const some = () =>
	reactions()
		.slice(0, -2)
		.map(({ id }) => itemOf(id));
const other = () => others().map(({ id }) => itemOf(id));
const idLike = (kind: string) => String(promised().find(({ id }) => id.startsWith(`${kind} `))?.id);
const ours = () => world.all().filter(({ id, isWanted }) => id.startsWith('reaction ') && !isWanted);
const own = () => ours().length;
const ownReaction = () => ours()[0].id;

it('what was not chosen must not come out, and nothing of it is lost', () => {
	const all = items();
	begin({ events: ['newComment'] });
	expect([judged([]), judged([all[0]]).unexpected]).toEqual([RIGHT, 1]);
});

it.each<[string, Partial<PageWorldOptions>, string[]]>([
	['fed', {}, ['edit of a comment', 'newMention', 'newPost', 'newReaction', 'newShare']],
	['only counted', { isFed: false, isCounted: true, hasPosts: false }, ['newReaction']],
	['neither', { isFed: false }, ['newPost']],
])('promised where pages are %s', (_what, options, kinds) => {
	begin(options);
	expect([...new Set(promised().map(({ kind }) => kind))].sort()).toEqual(kinds);
});

it('a burst is as large as asked, on one public post, and not due while the feed is down', () => {
	begin({ reactionsADay: 0, reactionBurst: 500 });
	nowMs = START_MS + 72 * HOUR_MS;
	for (let minute = 0; minute < 20; minute += 1, nowMs += MINUTE_MS) world.act();
	expect(reactions()).toHaveLength(500);
	const unnamed = reactions().map(({ id }) => itemOf(id, false));
	expect(judged(unnamed, nowMs)).toEqual({ ...RIGHT, lostCount: others().length });
	const until = START_MS + 90 * HOUR_MS;
	const down = world.all([{ from: START_MS + 71 * HOUR_MS, until }]);
	expect(new Set(down.filter(({ kind }) => kind === 'newReaction').map(({ dueFrom }) => dueFrom))).toEqual(
		new Set([until]),
	);
});

it('what only the feed reports has the time of its failure on top, even if it happened before', () => {
	const feedDown = [{ from: nowMs + HOUR_MS, until: nowMs + 40 * HOUR_MS }];
	const closed = new Set(
		world
			.all(feedDown)
			.filter(({ unreadable }) => unreadable === feedDown)
			.map(({ kind }) => kind),
	);
	expect(closed).toEqual(new Set(['edit of a comment', 'newMention']));
	const mentions = world.all(feedDown).filter(({ kind }) => kind === 'newMention');
	const cameAt = (hours: number) => {
		const out = mentions.map(({ id, dueFrom }) => ({ id, at: dueFrom + hours * HOUR_MS }));
		const span = { from: START_MS - DAY_MS, until: nowMs + 300 * HOUR_MS, allowedMs: TO_COME_OUT_MS };
		return judge({ events: mentions, out, ...span }).lostCount;
	};
	expect([cameAt(48 + 39), cameAt(48 + 40)]).toEqual([0, mentions.length]);
});
