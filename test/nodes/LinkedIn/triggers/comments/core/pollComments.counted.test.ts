import type { EventName } from '../../../../../../nodes/LinkedIn/triggers/events/core/event';
import type { EventItem } from '../../../../../../nodes/LinkedIn/triggers/events/core/item';
import { BY_COUNTS, PAGE, Trigger } from './fakeLinkedIn';
import { ALL_EVENTS, eventsOf, linkedIn, post, react, share, simulateAPage, started } from './pageEvents';

/** What happens on a page besides new comments, where LinkedIn only counts. */

simulateAPage();

async function aDayOf(trigger: Trigger): Promise<EventItem[]> {
	const news: EventItem[] = [];
	for (let hour = 0; hour < 24; hour += 1) news.push(...(await eventsOf(trigger, 60)));
	return news;
}

describe('without the feed', () => {
	test('reactions are counted', async () => {
		post.reactions = 5;
		const trigger = await started(['newReaction'], {}, BY_COUNTS);
		expect(await eventsOf(trigger)).toEqual([]);
		post.reactions = 8;
		expect(await eventsOf(trigger)).toEqual([
			{
				event: 'newReaction',
				post: expect.objectContaining({ urn: post.urn, activity: post.activity }),
				page: { urn: PAGE },
				change: 3,
			},
		]);
		post.reactions = 2;
		expect(await eventsOf(trigger)).toEqual([]);
		post.reactions = 3;
		expect(await eventsOf(trigger)).toMatchObject([{ change: 1 }]);
	});

	test('all reactions to a post that is younger than the trigger count', async () => {
		const trigger = await started(['newReaction'], {}, BY_COUNTS);
		linkedIn.post(2, { madeAt: linkedIn.nowMs, reactions: 4 });
		const news = [...(await eventsOf(trigger, 90)), ...(await eventsOf(trigger, 90))];
		expect(news).toMatchObject([{ event: 'newReaction', post: { urn: 'urn:li:share:2' }, change: 4 }]);
	});

	test('shares are counted where the connection may read statistics', async () => {
		let shares = 1;
		linkedIn.sources.shares = async () => ({ ok: true, value: new Map([[post.urn, shares]]) });
		const trigger = await started(['newShare', 'newComment']);
		linkedIn.fail('notifications', 'refused', { times: 9_999 });
		await eventsOf(trigger, 90);
		shares = 4;
		expect(await eventsOf(trigger, 90)).toMatchObject([
			{ event: 'newShare', post: { urn: post.urn }, change: 3 },
		]);
	});

	test('what nothing can tell is said once', async () => {
		const trigger = await started(['commentEdited', 'newMention', 'newReaction'], {}, BY_COUNTS);
		await trigger.poll(60);
		expect(trigger.said).toEqual([
			`Comment Edited, New Mention of the Page can't be reported for ${PAGE}: LinkedIn does not show the notification feed of the page.`,
			`New Reaction is only counted for ${PAGE}: LinkedIn does not show the notification feed of the page.`,
		]);
	});

	test('comments are read as before', async () => {
		const trigger = await started(ALL_EVENTS, {}, BY_COUNTS);
		linkedIn.comment(post);
		expect((await eventsOf(trigger)).map(({ event }) => event)).toEqual(['newComment']);
	});

	test('the feed does not report again what was counted', async () => {
		post.reactions = 0;
		const trigger = await started(['newReaction']);
		await trigger.poll(60);
		linkedIn.fail('notifications', 'later', { times: 12 });
		post.reactions = 1;
		react();
		const news: EventItem[] = [];
		for (let polls = 0; polls < 200; polls += 1) news.push(...(await eventsOf(trigger, 10)));
		expect(news).toMatchObject([{ event: 'newReaction', change: 1 }]);
		expect(trigger.state!.pages[PAGE].plan).toBe('feed');
	});
});

test('counts report nothing while the feed does', async () => {
	post.reactions = 0;
	const trigger = await started(['newReaction']);
	await trigger.poll(60);
	for (let hour = 0; hour < 30; hour += 1) {
		post.reactions += 1;
		react();
		expect(await eventsOf(trigger, 60)).toMatchObject([{ event: 'newReaction', reaction: {} }]);
	}
	expect(linkedIn.calls).toContain('counts');
});

test('what the feed had not reported when it failed is counted, though it was counted before', async () => {
	post.reactions = 3;
	const trigger = await started(['newReaction']);
	await trigger.poll(60);
	post.reactions = 9;
	expect(await eventsOf(trigger, 60)).toEqual([]);
	linkedIn.fail('notifications', 'refused', { times: 9_999 });
	expect(await aDayOf(trigger)).toMatchObject([{ event: 'newReaction', change: 6 }]);
});

test('what people took back is not missing from the next count', async () => {
	post.reactions = 9;
	const trigger = await started(['newReaction']);
	await trigger.poll(60);
	post.reactions = 4;
	expect(await aDayOf(trigger)).toEqual([]);
	linkedIn.fail('notifications', 'refused', { times: 9_999 });
	post.reactions = 6;
	expect(await aDayOf(trigger)).toMatchObject([{ event: 'newReaction', change: 2 }]);
});

test('what happened while reactions were not chosen is not counted', async () => {
	post.reactions = 3;
	const trigger = await started(['newReaction', 'newComment']);
	await trigger.poll(60);
	const chosen = (events: EventName[]) =>
		Object.assign(new Trigger(linkedIn, { events }), { state: trigger.state, memory: trigger.memory });
	const without = chosen(['newComment']);
	post.reactions = 40;
	await aDayOf(without);
	const again = Object.assign(chosen(['newReaction', 'newComment']), { state: without.state });
	await aDayOf(again);
	linkedIn.fail('notifications', 'refused', { times: 9_999 });
	expect(await aDayOf(again)).toEqual([]);
	post.reactions = 42;
	expect(await aDayOf(again)).toMatchObject([{ change: 2 }]);
});

describe('a count after a failure of the feed leaves out what the feed reported before', () => {
	/** As LinkedIn makes ids. */
	const numberAt = (ms: number) => Number(BigInt(ms) << 22n);
	const countShares = (shares: () => number) => {
		linkedIn.sources.shares = async (_page, keys) => ({
			ok: true,
			value: new Map(keys.map((key) => [key, key === post.urn ? 0 : shares()])),
		});
	};

	test.each([
		['once the post is listed', 90, 0],
		['before the post is listed', 1, 0],
		['before the post is listed, on which somebody has commented', 1, 1],
	])('on a new post, %s', async (_, minutes, comments) => {
		let shares = 0;
		countShares(() => shares);
		const trigger = await started(['newShare', 'newComment']);
		const { urn, activity } = linkedIn.post(numberAt(linkedIn.nowMs), { madeAt: linkedIn.nowMs });
		for (let made = 0; made < comments; made += 1) linkedIn.comment(linkedIn.posts.at(-1)!);
		await eventsOf(trigger, minutes);
		shares = 1;
		share('SHARE', { post: urn, activity });
		expect(await eventsOf(trigger)).toMatchObject([{ event: 'newShare', share: {} }]);
		linkedIn.fail('notifications', 'refused', { times: 9_999 });
		expect(await eventsOf(trigger, 90)).toEqual([]);
		shares = 4;
		expect(await eventsOf(trigger, 90)).toMatchObject([{ event: 'newShare', change: 3 }]);
	});

	test('on a new post of which the feed names only the activity', async () => {
		const trigger = await started(['newReaction', 'newComment']);
		const activity = `urn:li:activity:${numberAt(linkedIn.nowMs + 1_000)}`;
		linkedIn.post(numberAt(linkedIn.nowMs), { madeAt: linkedIn.nowMs, reactions: 2, activity });
		for (let made = 0; made < 2; made += 1) react({ post: null as never, activity });
		expect(await eventsOf(trigger)).toHaveLength(2);
		await aDayOf(trigger);
		linkedIn.fail('notifications', 'refused', { times: 9_999 });
		expect(await aDayOf(trigger)).toEqual([]);
	});

	test('also what the page itself did', async () => {
		let shares = 0;
		countShares(() => shares);
		const trigger = await started(['newShare', 'newComment']);
		const { urn, activity } = linkedIn.post(numberAt(linkedIn.nowMs), { madeAt: linkedIn.nowMs });
		shares = 1;
		share('SHARE', { post: urn, activity, owner: PAGE });
		expect(await eventsOf(trigger)).toEqual([]);
		linkedIn.fail('notifications', 'refused', { times: 9_999 });
		expect(await eventsOf(trigger, 90)).toEqual([]);
		shares = 2;
		expect(await eventsOf(trigger, 90)).toMatchObject([{ change: 1 }]);
	});
});
