import type { EventName } from '../../../../../../nodes/LinkedIn/triggers/events/core/event';
import { BOB, BY_COUNTS, FEED, ME, MINUTE_MS, PAGE, Trigger } from './fakeLinkedIn';
import { ALL_EVENTS, by, eventsOf, linkedIn, post, react, share, simulateAPage, started } from './pageEvents';

/** What happens on a page besides new comments, where LinkedIn tells. */

const A_DAY = 24 * 60;

simulateAPage();

describe('the feed', () => {
	test.each<[string, EventName, () => void, object]>([
		[
			'a reaction',
			'newReaction',
			react,
			{ actor: by(BOB), reaction: { type: 'PRAISE' }, post: { urn: 'urn:li:share:1' } },
		],
		[
			'a reaction without who and how',
			'newReaction',
			() => react({ owner: null, reactionType: null }),
			{ actor: by(null), reaction: { type: null } },
		],
		[
			'a share',
			'newShare',
			share,
			{ actor: by(BOB), share: { urn: 'urn:li:share:77', text: 'Look' }, post: { urn: 'urn:li:share:1' } },
		],
		[
			'a mention',
			'newMention',
			() => share('SHARE_MENTION'),
			{ post: { urn: 'urn:li:share:77', text: 'Look' }, page: { urn: PAGE } },
		],
	])('reports %s once', async (_what, event, happen, expected) => {
		const trigger = await started([event]);
		happen();
		expect(await eventsOf(trigger)).toEqual([expect.objectContaining({ event })]);
		for (const minutes of [5, 30, 600, A_DAY, 2_000]) expect(await eventsOf(trigger, minutes)).toEqual([]);
		const [news] = await eventsOf(await started([event]));
		expect(news).toBeUndefined();
		const late = await started([event]);
		happen();
		expect(await eventsOf(late)).toMatchObject([expected]);
	});

	test('reports an edit with the comment and its new text, once for each edit', async () => {
		const comment = linkedIn.comment(post);
		const trigger = await started(['commentEdited']);
		for (const text of ['Better', 'Best']) {
			linkedIn.tell(post, { ...comment, text }, 'COMMENT_EDIT');
			linkedIn.nowMs += 1000;
		}
		expect(await eventsOf(trigger)).toMatchObject(
			['Better', 'Best'].map((text) => ({
				event: 'commentEdited',
				actor: by(BOB),
				comment: { urn: comment.urn, text, isReply: false },
				parent: null,
				post: { urn: post.urn },
			})),
		);
		expect(await eventsOf(trigger, A_DAY)).toEqual([]);
	});

	test('reports all of it in the call that it makes for comments', async () => {
		const trigger = await started(ALL_EVENTS);
		linkedIn.comment(post);
		react();
		share();
		const news = await eventsOf(trigger);
		expect(news.map(({ event }) => event).sort()).toEqual(['newComment', 'newReaction', 'newShare']);
		expect(linkedIn.calls.filter((call) => call === FEED)).toHaveLength(1);
	});

	test('is asked for the chosen events only', async () => {
		const asked: string[][] = [];
		const { notifications } = linkedIn.sources;
		linkedIn.sources.notifications = async (page, actions, ...rest) => {
			asked.push(actions);
			return await notifications(page, actions, ...rest);
		};
		for (const events of [['newComment'], ['newReaction', 'newMention'], ['newPost']] as EventName[][]) {
			await new Trigger(linkedIn, { events }).poll();
		}
		expect(asked).toEqual([
			['COMMENT', 'ADMIN_COMMENT', 'COMMENT_DELETE'],
			['LIKE', 'SHARE_MENTION'],
		]);
	});

	test.each([
		['the page itself', PAGE],
		['the connected member', ME],
	])('leaves out what %s did, unless that is wanted', async (_who, owner) => {
		const [without, included] = [
			await started(['newReaction']),
			await started(['newReaction'], { includeOwn: true }),
		];
		react({ owner });
		linkedIn.nowMs += MINUTE_MS;
		expect(await eventsOf(without)).toEqual([]);
		expect(await eventsOf(included)).toMatchObject([{ actor: by(owner) }]);
	});

	test('reports an event that LinkedIn shows a quarter of an hour late', async () => {
		const trigger = await started(['newReaction']);
		await trigger.poll(30);
		react({ atMs: linkedIn.nowMs + 10 * MINUTE_MS });
		expect(await eventsOf(trigger, 12)).toHaveLength(1);
		react({ atMs: linkedIn.nowMs - 14 * MINUTE_MS });
		expect(await eventsOf(trigger, 1)).toHaveLength(1);
		expect(await eventsOf(trigger, 1)).toEqual([]);
	});

	test('reports nothing twice after a restart that kept the state', async () => {
		const trigger = await started(['newReaction', 'newShare']);
		react();
		share();
		expect(await eventsOf(trigger)).toHaveLength(2);
		trigger.crash();
		expect(await eventsOf(trigger)).toEqual([]);
	});

	test('reports a burst of 3,000 reactions once each, and its state stays small', async () => {
		const trigger = await started(ALL_EVENTS);
		for (let count = 0; count < 3_000; count += 1) react({ atMs: linkedIn.nowMs + count * 100 });
		linkedIn.nowMs += 300_000;
		expect(await eventsOf(trigger, 1)).toHaveLength(3_000);
		for (const minutes of [1, 5, 30, 60]) expect(await eventsOf(trigger, minutes)).toEqual([]);
		expect(JSON.stringify(trigger.saved).length).toBeLessThan(64_000);
	});
});

test('a burst is read again a few times, and the page is then asked with one call', async () => {
	const { notifications } = linkedIn.sources;
	linkedIn.sources.notifications = async (page, actions, fromMs, toMs, start) => {
		const answer = await notifications(page, actions, fromMs, toMs, start);
		if (!answer.ok) return answer;
		const { told } = answer.value;
		const next = start + 100 < told.length ? start + 100 : undefined;
		return { ok: true, value: { told: told.slice(start, start + 100), next, isGuess: false } };
	};
	const trigger = new Trigger(linkedIn, { events: ['newReaction'] }, {}, { callsADay: 1_000 });
	await trigger.poll();
	linkedIn.nowMs += MINUTE_MS;
	for (let count = 0; count < 3_000; count += 1) react({ atMs: linkedIn.nowMs + count * 100 });
	let came = 0;
	let calls = 0;
	for (let minute = 0; minute < 4 * 60; minute += 1) {
		came += (await eventsOf(trigger, 1)).length;
		calls += linkedIn.calls.length;
	}
	expect(came).toBe(3_000);
	expect(calls).toBeLessThan(300);
	await trigger.poll(10);
	expect(linkedIn.calls.filter((call) => call === FEED)).toHaveLength(1);
});

test('after a long gap the earliest events come first, and a crash loses little of what was read', async () => {
	const { notifications } = linkedIn.sources;
	linkedIn.sources.notifications = async (page, actions, fromMs, toMs, start) => {
		const answer = await notifications(page, actions, fromMs, toMs, start);
		if (!answer.ok) return answer;
		const told = answer.value.told.reverse();
		const next = start + 100 < told.length ? start + 100 : undefined;
		return { ok: true, value: { told: told.slice(start, start + 100), next, isGuess: false } };
	};
	const trigger = new Trigger(linkedIn, { events: ['newReaction'] }, {}, { callsADay: 100 });
	await trigger.poll();
	for (let count = 0; count < 5_000; count += 1) react({ atMs: linkedIn.nowMs + count * 30_000 });
	linkedIn.nowMs += 5_000 * 30_000;
	const came = new Set<string>();
	for (let crashes = 0; crashes < 12; crashes += 1) {
		for (let polls = 0; polls < 36; polls += 1) {
			for (const item of await eventsOf(trigger, 10)) came.add('occurredAt' in item ? item.occurredAt : '');
		}
		trigger.crash();
	}
	expect(came.size).toBe(5_000);
});

describe('an event that is chosen later', () => {
	test('is reported from then on', async () => {
		const before = await started(['newComment']);
		react();
		linkedIn.nowMs += MINUTE_MS;
		const after = Object.assign(new Trigger(linkedIn, { events: ['newReaction'] }), { state: before.state });
		expect(await eventsOf(after, 1)).toEqual([]);
		react();
		expect(await eventsOf(after, 1)).toHaveLength(1);
	});

	test('leaves comments out that were made while they were not chosen', async () => {
		const trigger = await started(['newReaction']);
		linkedIn.comment(post);
		expect(await eventsOf(trigger, 60)).toEqual([]);
		const after = Object.assign(new Trigger(linkedIn, { events: ['newComment'] }, BY_COUNTS), {
			state: trigger.state,
		});
		expect(await eventsOf(after, 60)).toEqual([]);
		linkedIn.comment(post);
		expect(await eventsOf(after, 60)).toHaveLength(1);
		expect(await eventsOf(after, 2 * A_DAY)).toEqual([]);
	});
});

describe('a new post of the page', () => {
	test('is reported once', async () => {
		const trigger = await started(['newPost']);
		const fresh = linkedIn.post(2, { madeAt: linkedIn.nowMs });
		expect(await eventsOf(trigger)).toEqual([
			{
				event: 'newPost',
				occurredAt: new Date(fresh.madeAt).toISOString(),
				actor: by(PAGE),
				post: {
					urn: fresh.urn,
					activity: null,
					url: `https://www.linkedin.com/feed/update/${fresh.urn}`,
					text: `Text of ${fresh.urn}`,
				},
				page: { urn: PAGE },
			},
		]);
		for (const minutes of [5, 600, A_DAY, 3 * A_DAY]) expect(await eventsOf(trigger, minutes)).toEqual([]);
	});

	test('is reported too if a comment on it came first', async () => {
		const trigger = await started(['newPost', 'newComment']);
		const fresh = linkedIn.post(2, { madeAt: linkedIn.nowMs });
		linkedIn.comment(fresh);
		expect((await eventsOf(trigger)).map(({ event }) => event).sort()).toEqual(['newComment', 'newPost']);
	});

	test('that is not published yet comes when it is', async () => {
		const { latestPosts } = linkedIn.sources;
		let isUnpublished = true;
		linkedIn.sources.latestPosts = async (page, start) => {
			const answer = await latestPosts(page, start);
			if (answer.ok) answer.value.posts = answer.value.posts.map((one) => ({ ...one, isUnpublished }));
			return answer;
		};
		const trigger = await started(['newPost']);
		linkedIn.post(2, { madeAt: linkedIn.nowMs });
		expect(await eventsOf(trigger, 60)).toEqual([]);
		isUnpublished = false;
		expect(await eventsOf(trigger)).toMatchObject([{ event: 'newPost' }]);
		expect(await eventsOf(trigger)).toEqual([]);
	});

	test('is not reported twice after a restart where few posts of each page are watched', async () => {
		const pages = Array.from({ length: 120 }, (_, number) => ({ urn: `urn:li:organization:${number + 1}` }));
		const trigger = await started(['newPost'], { pages });
		for (const number of [2, 3, 4]) linkedIn.post(number, { madeAt: linkedIn.nowMs + number });
		linkedIn.nowMs += 1000;
		expect(await eventsOf(trigger)).toHaveLength(3);
		trigger.crash();
		expect(await eventsOf(trigger)).toEqual([]);
	});

	test('is not reported twice after a restart that kept the state', async () => {
		const trigger = await started(['newPost']);
		linkedIn.post(2, { madeAt: linkedIn.nowMs });
		expect(await eventsOf(trigger)).toHaveLength(1);
		trigger.crash();
		expect(await eventsOf(trigger)).toEqual([]);
	});
});
