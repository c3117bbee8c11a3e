import { FakeLinkedIn, MINUTE_MS, Trigger } from './fakeLinkedIn';
import { ALL_EVENTS } from './pageEvents';

/** More pages and posts than what n8n saves has room for: what is forgotten costs no event, and brings none twice. */

const PAGES = 150;
const A_DAY = 24 * 60;
const MOST_CHARACTERS = 64_000;

let linkedIn: FakeLinkedIn;
let urns: string[];
let posts: Array<ReturnType<FakeLinkedIn['post']>>;

beforeEach(() => {
	linkedIn = new FakeLinkedIn();
	urns = Array.from({ length: PAGES }, (_, number) => `urn:li:organization:${number + 1}`);
	linkedIn.managed = urns;
	posts = urns.flatMap((page, number) =>
		[1, 2, 3].map((id) =>
			linkedIn.post(1_000 + number * 10 + id, { page, madeAt: linkedIn.nowMs - id * 1e8 }),
		),
	);
});

const react = (post: (typeof posts)[number], owner: string) =>
	linkedIn.events.push({
		key: `reaction ${linkedIn.events.length}`,
		atMs: linkedIn.nowMs,
		page: post.page,
		owner,
		post: post.urn,
		activity: post.activity,
		postText: null,
		postOwner: post.page,
		kind: 'reaction',
		action: 'LIKE',
		reactionType: 'PRAISE',
	});

test.each([
	['with notifications', {}, true],
	['with counts alone', { feed: false }, false],
])('each event on hundreds of posts comes once, %s', async (_, reach, isNotified) => {
	const trigger = new Trigger(linkedIn, { pages: 'managed', events: ALL_EVENTS }, reach, { callsADay: 1e9 });
	await trigger.poll();
	const came: string[] = [];
	// Of a page without notifications only the newest post is watched.
	const commented = posts.filter((_post, place) => isNotified || place % 3 === 0);
	const made = { comments: 0, reactions: 0, posts: 0 };
	const poll = async (minutes: number) => {
		for (const { id } of (await trigger.poll(minutes)).news) came.push(id);
	};
	for (const minutes of [5, 40, 90, 3 * A_DAY, 5]) {
		linkedIn.nowMs += MINUTE_MS;
		for (const [place, post] of commented.entries()) {
			linkedIn.nowMs += 100;
			if ((place + minutes) % 4 === 0) continue;
			linkedIn.comment(post);
			made.comments += 1;
			for (const owner of ['urn:li:person:a', 'urn:li:person:b', 'urn:li:person:c']) {
				if (isNotified) react(post, owner);
				made.reactions += isNotified ? 1 : 0;
			}
		}
		for (const page of urns.filter((_urn, number) => number % 3 === 0)) {
			linkedIn.post(10_000 + made.posts, { page, madeAt: linkedIn.nowMs });
			made.posts += 1;
		}
		await poll(minutes);
		await poll(1);
		await poll(50);
	}
	for (const minutes of [A_DAY, 3 * A_DAY, 60, 8 * A_DAY]) await poll(minutes);
	expect(came.length - new Set(came).size).toBe(0);
	expect(came.length).toBe(made.comments + made.reactions + made.posts);
	expect(JSON.stringify(trigger.saved).length).toBeLessThanOrEqual(MOST_CHARACTERS);
});
