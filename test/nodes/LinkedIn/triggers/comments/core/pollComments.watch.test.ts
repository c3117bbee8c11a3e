import { BY_COUNTS, FakeLinkedIn, FEED, MINUTE_MS, OTHER_PAGE, PAGE, Trigger } from './fakeLinkedIn';

let linkedIn: FakeLinkedIn;
beforeEach(() => {
	linkedIn = new FakeLinkedIn();
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
		expect(linkedIn.calls.slice(0, 2)).toEqual(['pageByName acme', FEED]);
		await trigger.poll(5);
		expect(linkedIn.calls).toEqual([FEED]);
	});

	test('a page by its name is looked up again through another connection, which may lead to another host', async () => {
		const trigger = new Trigger(linkedIn, { pages: [{ vanityName: 'acme' }] });
		await trigger.poll();
		trigger.more.grantKey = 'another';
		await trigger.poll(5);
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
		expect(items.map(({ actor, page }) => [actor.urn, page])).toEqual([[OTHER_PAGE, { urn: PAGE }]]);
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
		const trigger = new Trigger(linkedIn, {}, BY_COUNTS);
		await trigger.poll();
		linkedIn.nowMs += MINUTE_MS;
		linkedIn.comment(linkedIn.post(1, { madeAt: linkedIn.nowMs }));
		expect(await trigger.after(90)).toEqual(['Comment 1']);
	});
});
