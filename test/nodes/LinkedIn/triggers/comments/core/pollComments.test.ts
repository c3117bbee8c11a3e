import { DAY_MS } from '../../../../../../nodes/LinkedIn/triggers/polling/core/budget';
import {
	BOB,
	BY_COUNTS,
	BY_ROTATION,
	FakeLinkedIn,
	ME,
	MINUTE_MS,
	OTHER_PAGE,
	PAGE,
	START,
	Trigger,
} from './fakeLinkedIn';

let linkedIn: FakeLinkedIn;
beforeEach(() => {
	linkedIn = new FakeLinkedIn();
});

describe.each([
	['the feed', {}],
	['counts', BY_COUNTS],
	['a rotation', BY_ROTATION],
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
				event: 'newComment',
				occurredAt: new Date(START + 1000 + MINUTE_MS).toISOString(),
				actor: { urn: BOB, name: null, isMe: false, isPage: false },
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
		expect(items.map(({ actor }) => [actor.isMe, actor.isPage])).toEqual([
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
		expect([...(await trigger.after(5)), ...(await trigger.after(5))]).toEqual(['Comment 2']);
		trigger.crash();
		expect([...(await trigger.after(5)), ...(await trigger.after(5))]).toEqual([]);
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

test('a reply swapped for another is found by the sweep, although its post was read in between', async () => {
	const post = linkedIn.post(1);
	const top = linkedIn.comment(post, { createdAtMs: START - 3000 });
	linkedIn.comment(post, { parent: top.urn, createdAtMs: START - 2000 });
	const trigger = new Trigger(linkedIn, {}, BY_COUNTS);
	await trigger.poll();
	linkedIn.comment(post, { text: 'Has the replies read' });
	await trigger.poll(5);
	const gone = linkedIn.comments.find((comment) => comment.parent === top.urn)!;
	linkedIn.remove(gone);
	top.replies = 0;
	linkedIn.comment(post, { parent: top.urn, text: 'Swapped in' });
	for (let count = 0; count < 3; count += 1) {
		linkedIn.comment(post, { text: 'Other' });
		expect(await trigger.after(60)).toEqual(['Other']);
	}
	const found: string[] = [];
	for (let hour = 0; hour < 26; hour += 1) found.push(...(await trigger.after(60)));
	expect(found).toEqual(['Swapped in']);
});

test('a comment written while its post is read over many polls is not passed', async () => {
	const post = linkedIn.post(1);
	const parents = Array.from({ length: 4 }, () => linkedIn.comment(post, { createdAtMs: START - 1000 }));
	const trigger = new Trigger(linkedIn, {}, BY_ROTATION, { callsADay: 24 });
	await trigger.poll();
	linkedIn.nowMs += MINUTE_MS;
	for (const parent of parents) linkedIn.comment(post, { parent: parent.urn });
	const found: string[] = [];
	for (let hour = 0; hour < 48; hour += 1) {
		// A page of comments or replies is read per hour; meanwhile somebody writes at the top, and below each comment.
		if (hour % 3 === 1) linkedIn.comment(post, { text: `Top ${hour}` });
		for (const [place, { urn }] of parents.entries())
			linkedIn.comment(post, { text: `Reply ${hour} ${place}`, parent: urn });
		found.push(...(await trigger.after(60)));
	}
	for (let hour = 0; hour < 24; hour += 1) found.push(...(await trigger.after(60)));
	const written = linkedIn.comments.slice(4).map(({ text }) => text);
	expect(found.sort()).toEqual(written.sort());
});

test('a page that comments on a chosen post holds nothing up, where each poll has one call', async () => {
	// Just after midnight there are no spare calls.
	linkedIn.nowMs = Date.UTC(2026, 9, 6);
	const posts = [1, 2, 3].map((number) => linkedIn.post(number, { inFeed: false }));
	linkedIn.fail('post', 'gone', { times: Infinity });
	const watch = { pages: [], posts: posts.map(({ urn }) => urn) };
	const trigger = new Trigger(linkedIn, watch, {}, { callsADay: 80 });
	for (let minute = 0; minute < 60; minute += 1) await trigger.poll(1);
	for (const post of posts) {
		linkedIn.comment(post, { actor: OTHER_PAGE, text: 'A page' });
		linkedIn.comment(post);
	}
	const found: string[] = [];
	for (let minute = 0; minute < 24 * 60; minute += 1) found.push(...(await trigger.after(1)));
	expect(found.sort()).toEqual(linkedIn.comments.map(({ text }) => text).sort());
});
