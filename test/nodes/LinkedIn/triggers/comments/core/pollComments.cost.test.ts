import { BY_COUNTS, BY_ROTATION, FakeLinkedIn, FEED, PAGE, START, Trigger } from './fakeLinkedIn';

let linkedIn: FakeLinkedIn;
beforeEach(() => {
	linkedIn = new FakeLinkedIn();
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
		const trigger = new Trigger(linkedIn, {}, BY_COUNTS);
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
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		linkedIn.comment(post, { actor: PAGE, action: 'ADMIN_COMMENT' });
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
		const trigger = new Trigger(linkedIn, {}, BY_COUNTS);
		await trigger.poll();
		linkedIn.comment(post, { parent: lively.urn });
		await trigger.poll(5);
		linkedIn.comment(post, { parent: lively.urn });
		await trigger.poll(5);
		expect(linkedIn.calls).toEqual(['counts', `comments ${post.urn}`, `comments ${lively.urn}`]);
	});

	test.each([
		['the feed', {}],
		['counts', BY_COUNTS],
		['a rotation', BY_ROTATION],
	])('never more than Max Calls a Day, spread over the day, by %s', async (_, reach) => {
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
