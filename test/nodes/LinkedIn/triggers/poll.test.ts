import { DAY_MS } from '../../../../nodes/LinkedIn/triggers/budget';
import { BOB, FakeLinkedIn, ME, MINUTE_MS, OTHER_PAGE, PAGE, START, Trigger } from './fakeLinkedIn';

let linkedIn: FakeLinkedIn;
beforeEach(() => {
	linkedIn = new FakeLinkedIn();
});

const FEED = `notifications ${PAGE}`;
const counts = { feed: false };
const rotation = { feed: false, batch: false };

describe.each([
	['the feed', {}],
	['counts', counts],
	['a rotation', rotation],
])('by %s', (_, reach) => {
	test('the first poll gives out nothing, however much was commented before', async () => {
		linkedIn.comment(linkedIn.post(1), { createdAtMs: START - 1 });
		expect(await new Trigger(linkedIn, {}, reach).after(0)).toEqual([]);
	});

	test('a new comment comes out once, with all that belongs to it', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, reach);
		await trigger.poll();
		linkedIn.nowMs += MINUTE_MS;
		const comment = linkedIn.comment(post);
		const { items } = await trigger.poll(5);
		expect(items).toEqual([
			{
				comment: {
					urn: comment.urn,
					id: comment.id,
					text: 'Comment 1',
					createdAt: new Date(START + 1000 + MINUTE_MS).toISOString(),
					url: `https://www.linkedin.com/feed/update/${post.activity}?commentUrn=${encodeURIComponent(comment.urn.replace('(urn:li:', '(')).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))}`,
					isReply: false,
				},
				author: { urn: BOB, name: null, isMe: false, isPage: false },
				post: {
					urn: post.urn,
					activity: post.activity,
					url: `https://www.linkedin.com/feed/update/${post.urn}`,
					text: `Text of ${post.urn}`,
				},
				parent: null,
				page: { urn: PAGE },
			},
		]);
		for (const minutes of [5, 30, 600, 1440, 2000]) expect(await trigger.after(minutes)).toEqual([]);
	});

	test('a reply names its parent', async () => {
		const post = linkedIn.post(1);
		const old = linkedIn.comment(post, { createdAtMs: START - 1000 });
		const trigger = new Trigger(linkedIn, {}, reach);
		await trigger.poll();
		linkedIn.nowMs += MINUTE_MS;
		linkedIn.comment(post, { parent: old.urn });
		const { items } = await trigger.poll(5);
		expect(items.map(({ comment, parent }) => [comment.isReply, parent])).toEqual([[true, { urn: old.urn }]]);
	});

	test.each([
		['me', { actor: ME }],
		['the page', { actor: PAGE, action: 'ADMIN_COMMENT' }],
		['the page, told as any comment', { actor: PAGE }],
		['me for another page', { actor: OTHER_PAGE, agent: ME }],
	])('comments of %s are left out', async (__, own) => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, reach);
		await trigger.poll();
		linkedIn.comment(post, own);
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual(['Comment 2']);
	});

	test('own comments come out where the user wants them, marked', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, { includeOwn: true }, reach);
		await trigger.poll();
		linkedIn.comment(post, { actor: ME });
		linkedIn.comment(post, { actor: PAGE, agent: ME, action: 'ADMIN_COMMENT' });
		const { items } = await trigger.poll(5);
		expect(items.map(({ author }) => [author.isMe, author.isPage])).toEqual([
			[true, false],
			[true, true],
		]);
	});

	test('replies stay away where nobody wants them', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, { includeReplies: false }, reach);
		await trigger.poll();
		const top = linkedIn.comment(post);
		linkedIn.comment(post, { parent: top.urn });
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		expect(await trigger.after(5)).toEqual([]);
	});

	test('several come oldest first', async () => {
		const posts = [linkedIn.post(1), linkedIn.post(2)];
		const trigger = new Trigger(linkedIn, {}, reach);
		await trigger.poll();
		for (const place of [0, 1, 0, 1]) {
			linkedIn.nowMs += 1000;
			linkedIn.comment(posts[place]);
		}
		expect(await trigger.after(5)).toEqual(['Comment 1', 'Comment 2', 'Comment 3', 'Comment 4']);
	});

	test('a crash repeats nothing and loses nothing', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, reach);
		await trigger.poll();
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		await trigger.after(60);
		trigger.crash();
		linkedIn.comment(post);
		expect([...(await trigger.after(5)), ...(await trigger.after(1))]).toEqual(['Comment 2']);
		trigger.crash();
		expect([...(await trigger.after(5)), ...(await trigger.after(1))]).toEqual([]);
	});

	test('after three days off all that was commented meanwhile comes out', async () => {
		const posts = [linkedIn.post(1), linkedIn.post(2)];
		const trigger = new Trigger(linkedIn, {}, reach);
		await trigger.poll();
		linkedIn.comment(posts[0]);
		await trigger.after(5);
		trigger.crash();
		for (let day = 0; day < 3; day += 1) {
			linkedIn.nowMs += DAY_MS;
			linkedIn.comment(posts[day % 2]);
		}
		const found = [];
		for (let hour = 0; hour < 6; hour += 1) found.push(...(await trigger.after(60)));
		expect(found.sort()).toEqual(['Comment 2', 'Comment 3', 'Comment 4']);
	});

	test('a comment deleted and another added is found by the sweep', async () => {
		const post = linkedIn.post(1, { inFeed: false });
		const old = linkedIn.comment(post, { createdAtMs: START - 1000 });
		const trigger = new Trigger(linkedIn, {}, reach);
		await trigger.poll();
		await trigger.poll(60);
		linkedIn.remove(old);
		linkedIn.comment(post);
		const found = [];
		for (let hour = 0; hour < 30; hour += 1) found.push(...(await trigger.after(60)));
		expect(found).toEqual(['Comment 2']);
	});

	test.each(['later', 'quota', 'signIn', 'refused', 'gone'] as const)(
		'a fault of the kind "%s" at any call delays a comment and loses none',
		async (kind) => {
			const posts = [linkedIn.post(1), linkedIn.post(2, { inFeed: false }), linkedIn.post(3)];
			const trigger = new Trigger(linkedIn, {}, reach);
			await trigger.poll();
			const found: string[] = [];
			const names = [
				'notifications',
				'counts',
				'comments',
				'commentsById',
				'comment',
				'latestPosts',
			] as const;
			for (const call of names) {
				const top = linkedIn.comment(posts[0]);
				linkedIn.comment(posts[0], { parent: top.urn });
				linkedIn.comment(posts[1]);
				linkedIn.comment(posts[2]);
				linkedIn.fail(call, kind, { untilMs: linkedIn.nowMs + 3_600_000, times: 2 });
				for (let hour = 0; hour < 4; hour += 1) found.push(...(await trigger.after(60)));
				linkedIn.mend();
			}
			for (let hour = 0; hour < 60; hour += 1) found.push(...(await trigger.after(60)));
			expect(found.sort()).toEqual(linkedIn.comments.map((comment) => comment.text).sort());
		},
	);
});

describe('what a poll costs', () => {
	test('one call when there is nothing new on a page of 100 posts', async () => {
		for (let number = 1; number <= 100; number += 1) linkedIn.post(number);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		await trigger.poll(5);
		expect(linkedIn.calls).toEqual([FEED]);
	});

	test('one call by counts too, once the posts are known', async () => {
		for (let number = 1; number <= 100; number += 1) linkedIn.post(number);
		const trigger = new Trigger(linkedIn, {}, counts);
		await trigger.poll();
		await trigger.poll(5);
		expect(linkedIn.calls).toEqual(['counts']);
	});

	test('new comments of one post are read in one more call', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		for (let count = 0; count < 5; count += 1) linkedIn.comment(post);
		expect(await trigger.after(5)).toHaveLength(5);
		expect(linkedIn.calls).toEqual([FEED, `commentsById ${post.activity}`]);
	});

	test('no call at all for own comments in the feed', async () => {
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		linkedIn.comment(linkedIn.post(1), { actor: PAGE, action: 'ADMIN_COMMENT' });
		await trigger.poll(5);
		expect(linkedIn.calls).toEqual([FEED]);
	});

	test('a comment already deleted costs none either', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		linkedIn.remove(linkedIn.comment(post));
		expect(await trigger.after(5)).toEqual([]);
		expect(linkedIn.calls).toEqual([FEED]);
	});

	test('replies below a comment are read again only when their number moved', async () => {
		const post = linkedIn.post(1);
		const quiet = linkedIn.comment(post, { createdAtMs: START - 3000 });
		const lively = linkedIn.comment(post, { createdAtMs: START - 2000 });
		for (const parent of [quiet, lively])
			linkedIn.comment(post, { parent: parent.urn, createdAtMs: START - 1000 });
		const trigger = new Trigger(linkedIn, {}, counts);
		await trigger.poll();
		linkedIn.comment(post, { parent: lively.urn });
		await trigger.poll(5);
		linkedIn.comment(post, { parent: lively.urn });
		await trigger.poll(5);
		expect(linkedIn.calls).toEqual(['counts', `comments ${post.urn}`, `comments ${lively.urn}`]);
	});

	test.each([
		['the feed', {}],
		['counts', counts],
		['a rotation', rotation],
	])('never more than Max Calls A Day, spread over the day, by %s', async (_, reach) => {
		const posts = [1, 2, 3, 4, 5].map((number) => linkedIn.post(number));
		linkedIn.nowMs = Date.UTC(2026, 9, 6);
		const trigger = new Trigger(linkedIn, {}, reach, { callsADay: 80 });
		const byQuarter = [0, 0, 0, 0];
		let found = 0;
		for (let minute = 0; minute < 1440; minute += 1) {
			if (minute % 60 === 30) linkedIn.comment(posts[minute % 5]);
			found += (await trigger.after(minute === 0 ? 0 : 1)).length;
			byQuarter[Math.floor(minute / 360)] += linkedIn.calls.length;
		}
		expect(byQuarter.reduce((sum, calls) => sum + calls)).toBeLessThanOrEqual(80);
		for (const calls of byQuarter) expect(calls).toBeGreaterThan(10);
		for (const calls of byQuarter) expect(calls).toBeLessThan(30);
		expect(found).toBeGreaterThan(15);
	});

	test('a process that was restarted cannot spend the calls of the day again', async () => {
		linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, {}, { callsADay: 80 });
		await trigger.poll();
		let calls = 0;
		for (let minute = 0; minute < 100; minute += 1) {
			trigger.crash();
			await trigger.poll(1);
			calls += linkedIn.calls.length;
		}
		expect(calls).toBeLessThanOrEqual(80 * (100 / 1440) + 2);
		for (let minute = 0; minute < 60; minute += 1) {
			await trigger.poll(1);
			calls += linkedIn.calls.length;
		}
		expect(calls).toBeGreaterThan(0);
	});

	test('no call begins after the time that n8n gives a poll', async () => {
		linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, {}, { endInMs: -1 });
		await trigger.poll();
		expect(linkedIn.calls).toEqual([]);
	});
});

describe('when LinkedIn refuses', () => {
	test('the feed: the posts are looked at, and the feed is tried again after some hours', async () => {
		const post = linkedIn.post(1);
		linkedIn.fail('notifications', 'refused');
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		expect(linkedIn.calls).toEqual([FEED, `latestPosts ${PAGE}`, 'counts']);
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		await trigger.poll(7 * 60);
		expect(linkedIn.calls[0]).toBe(FEED);
		expect(trigger.said).toHaveLength(1);
	});

	test('batches: one post after another is read', async () => {
		const post = linkedIn.post(1);
		linkedIn.fail('counts', 'refused', { times: 9 });
		const trigger = new Trigger(linkedIn, {}, { feed: false });
		await trigger.poll();
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		expect(linkedIn.calls).toEqual([`comments ${post.urn}`]);
	});

	test('one page of two: it is skipped and said once, the other goes on, and it comes back', async () => {
		const [mine, other] = [linkedIn.post(1), linkedIn.post(2, { page: OTHER_PAGE })];
		const pages = [{ urn: PAGE }, { urn: OTHER_PAGE }];
		linkedIn.fail('notifications', 'refused', { about: OTHER_PAGE, times: 99 });
		linkedIn.fail('latestPosts', 'refused', { about: OTHER_PAGE, times: 99 });
		const trigger = new Trigger(linkedIn, { pages });
		await trigger.poll();
		linkedIn.comment(other);
		linkedIn.comment(mine);
		const first = await trigger.poll(5);
		expect(first.items.map(({ comment }) => comment.text)).toEqual(['Comment 2']);
		expect(first.notices).toEqual([expect.stringContaining(`${OTHER_PAGE} is skipped`)]);
		linkedIn.comment(mine);
		const second = await trigger.poll(90);
		expect(second.notices).toEqual([]);
		expect(trigger.said.filter((line) => line.includes('is skipped'))).toHaveLength(1);
		linkedIn.mend();
		expect(await trigger.after(90)).toEqual(['Comment 1']);
	});

	test('to show comments one by one: they come as the feed tells them, parent unknown', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, { comments: false });
		await trigger.poll();
		const comment = linkedIn.comment(post);
		const { items } = await trigger.poll(5);
		expect(items[0].comment).toMatchObject({ urn: comment.urn, text: 'Comment 1', isReply: null });
		expect(items[0].parent).toBeNull();
		expect(linkedIn.calls).toEqual([FEED]);
	});

	test('the token: it says what to do, keeps its cursor, and goes on with a new one', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		linkedIn.fail('notifications', 'signIn', { times: Infinity });
		linkedIn.comment(post);
		for (let hour = 0; hour < 20; hour += 1) expect(await trigger.after(60)).toEqual([]);
		expect(trigger.said).toEqual([expect.stringContaining('Nothing is lost')]);
		await trigger.poll(1);
		linkedIn.mend();
		expect(linkedIn.calls).toEqual([]);
		trigger.more.tokenKey = 'reconnected';
		expect(await trigger.after(1)).toEqual(['Comment 1']);
	});

	test('more calls today: it is quiet until the quota begins anew', async () => {
		linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		linkedIn.fail('notifications', 'quota', { untilMs: START + 60 * MINUTE_MS });
		await trigger.poll(5);
		await trigger.poll(50);
		expect(linkedIn.calls).toEqual([]);
		await trigger.poll(6);
		expect(linkedIn.calls).toEqual([FEED]);
	});

	test('to say who I am: nothing is given out before a clear answer', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, {}, { me: undefined });
		linkedIn.fail('me', 'later', { times: 2 });
		await trigger.poll();
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual([]);
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		await trigger.poll(5);
		expect(linkedIn.calls).toEqual([FEED]);
	});
});

describe('a fault in the middle', () => {
	test('gives out the page that was read, and keeps the cursor of the other', async () => {
		const [mine, other] = [linkedIn.post(1), linkedIn.post(2, { page: OTHER_PAGE })];
		const trigger = new Trigger(linkedIn, { pages: [{ urn: PAGE }, { urn: OTHER_PAGE }] });
		await trigger.poll();
		const cursor = trigger.state!.pages[OTHER_PAGE].feed;
		linkedIn.comment(mine);
		linkedIn.comment(other);
		linkedIn.fail('notifications', 'later', { about: OTHER_PAGE });
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		expect(trigger.state!.pages[OTHER_PAGE].feed).toBe(cursor);
		expect(trigger.state!.pages[PAGE].feed).toBe(linkedIn.nowMs);
		expect(await trigger.after(5)).toEqual(['Comment 2']);
	});

	test('asks again soon, then less and less often, never more often than usual', async () => {
		linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, {}, { callsADay: 400 });
		await trigger.poll();
		linkedIn.fail('notifications', 'later', { times: Infinity });
		const asked: number[] = [];
		for (let minute = 1; minute <= 60; minute += 1) {
			await trigger.poll(1);
			if (linkedIn.calls.length > 0) asked.push(minute);
		}
		const gaps = asked.slice(1).map((minute, place) => minute - asked[place]);
		expect(gaps[0]).toBe(1);
		expect(Math.max(...gaps)).toBe(5);
	});

	test('a half-read feed of an older state is not taken for the present one', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		const older = structuredClone(trigger.state);
		linkedIn.comment(post);
		await trigger.poll(60);
		linkedIn.comment(post);
		linkedIn.fail('comment', 'later');
		await trigger.poll(60);
		// n8n may bring back an older copy while the process lives on.
		trigger.state = older;
		expect(await trigger.after(5)).toEqual(['Comment 1', 'Comment 2']);
	});
});

describe('an unusual n8n', () => {
	test('that forgets the first state: what was commented since the start still comes out', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		linkedIn.comment(post);
		trigger.state = undefined;
		expect(await trigger.after(1)).toEqual(['Comment 1']);
	});

	test('that brings back an older state while the process lives: replies read for the newer one are read again', async () => {
		const post = linkedIn.post(1);
		const top = linkedIn.comment(post, { createdAtMs: START - 1000 });
		const trigger = new Trigger(linkedIn, {}, counts);
		await trigger.poll();
		const older = structuredClone(trigger.state);
		linkedIn.comment(post, { parent: top.urn });
		expect(await trigger.after(5)).toEqual(['Comment 2']);
		trigger.state = older;
		expect(await trigger.after(5)).toEqual(['Comment 2']);
	});
});

test('a reply swapped for another is found by the sweep, although its post was read in between', async () => {
	const post = linkedIn.post(1);
	const top = linkedIn.comment(post, { createdAtMs: START - 3000 });
	linkedIn.comment(post, { parent: top.urn, createdAtMs: START - 2000 });
	const trigger = new Trigger(linkedIn, {}, counts);
	await trigger.poll();
	linkedIn.comment(post, { text: 'Has the replies read' });
	await trigger.poll(5);
	const gone = linkedIn.comments.find((comment) => comment.parent === top.urn)!;
	linkedIn.remove(gone);
	top.replies -= 1;
	linkedIn.comment(post, { parent: top.urn, text: 'Swapped in' });
	for (let count = 0; count < 3; count += 1) {
		linkedIn.comment(post, { text: 'Other' });
		expect(await trigger.after(60)).toEqual(['Other']);
	}
	const found: string[] = [];
	for (let hour = 0; hour < 26; hour += 1) found.push(...(await trigger.after(60)));
	expect(found).toEqual(['Swapped in']);
});

describe('what is watched', () => {
	test('all pages I manage, also those that come later', async () => {
		const trigger = new Trigger(linkedIn, { pages: 'managed' });
		await trigger.poll();
		linkedIn.managed = [PAGE, OTHER_PAGE];
		await trigger.poll(25 * 60);
		linkedIn.nowMs += 1000;
		linkedIn.comment(linkedIn.post(2, { page: OTHER_PAGE }));
		expect(await trigger.after(5)).toEqual(['Comment 1']);
	});

	test('a page by the name in its address, looked up once', async () => {
		const trigger = new Trigger(linkedIn, { pages: [{ vanityName: 'acme' }] });
		await trigger.poll();
		expect(linkedIn.calls).toEqual(['pageByName acme', FEED]);
		await trigger.poll(5);
		expect(linkedIn.calls).toEqual([FEED]);
	});

	test('a name that LinkedIn does not know is a problem to be solved by the user', async () => {
		const { problem } = await new Trigger(linkedIn, { pages: [{ vanityName: 'acmee' }] }).poll();
		expect(problem).toContain('acmee');
	});

	test('chosen posts by any URN; a post that is added later starts then', async () => {
		const [first, second] = [linkedIn.post(1), linkedIn.post(2)];
		const watch = { pages: [], posts: [first.activity] };
		const trigger = new Trigger(linkedIn, watch);
		await trigger.poll();
		linkedIn.comment(first);
		linkedIn.comment(second);
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		watch.posts = [first.activity, second.urn];
		expect(await trigger.after(5)).toEqual([]);
		linkedIn.nowMs += 1000;
		linkedIn.comment(second);
		expect(await trigger.after(5)).toEqual(['Comment 3']);
	});

	test("chosen posts: what the posts' own page answers is left out", async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, { pages: [], posts: [post.urn] });
		await trigger.poll();
		linkedIn.comment(post, { actor: PAGE });
		linkedIn.comment(post, { actor: OTHER_PAGE });
		const { items } = await trigger.poll(5);
		expect(items.map(({ author, page }) => [author.urn, page])).toEqual([[OTHER_PAGE, { urn: PAGE }]]);
	});

	test('chosen posts that cannot be read: pages I manage count as own', async () => {
		const post = linkedIn.post(1);
		linkedIn.fail('post', 'refused', { times: 9 });
		const trigger = new Trigger(linkedIn, { pages: [], posts: [post.activity] });
		await trigger.poll();
		linkedIn.comment(post, { actor: PAGE });
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual(['Comment 2']);
	});

	test('a page that was left and is watched again goes on from its cursor', async () => {
		const post = linkedIn.post(1);
		const watch = { pages: [{ urn: PAGE }] };
		const trigger = new Trigger(linkedIn, watch);
		await trigger.poll();
		watch.pages = [{ urn: OTHER_PAGE }];
		await trigger.poll(5);
		linkedIn.comment(post);
		watch.pages = [{ urn: PAGE }];
		expect(await trigger.after(60)).toEqual(['Comment 1']);
	});

	test('a post published while watching: its first comments are new', async () => {
		const trigger = new Trigger(linkedIn, {}, counts);
		await trigger.poll();
		linkedIn.nowMs += MINUTE_MS;
		linkedIn.comment(linkedIn.post(1, { madeAt: linkedIn.nowMs }));
		expect(await trigger.after(90)).toEqual(['Comment 1']);
	});
});
