import { BY_COUNTS, FakeLinkedIn, MINUTE_MS, Trigger } from './fakeLinkedIn';

/** What LinkedIn sent but can't be read: reported once a day, and not read again and again. */

const leftOut = (count: number, of: number, what = 'notifications of urn:li:organization:1') => ({
	what,
	count,
	of,
	reason: 'one is null instead of an object',
});

test('is logged once a day, and stands on the first item that comes', async () => {
	const linkedIn = new FakeLinkedIn();
	const post = linkedIn.post(1);
	const trigger = new Trigger(linkedIn);
	linkedIn.unread = [leftOut(1, 3)];
	await trigger.poll();
	linkedIn.unread = [leftOut(2, 7)];
	await trigger.poll(10);
	const said =
		'1 of 3 notifications of urn:li:organization:1 could not be read and was left out: one is null instead of an object.';
	expect(trigger.said).toEqual([said]);
	linkedIn.comment(post);
	expect((await trigger.poll(10)).notices).toEqual([said]);
	linkedIn.comment(post);
	expect((await trigger.poll(10)).notices).toEqual([]);
	await trigger.poll(24 * 60);
	expect(trigger.said).toHaveLength(2);
});

test('of each kind is said by itself', async () => {
	const linkedIn = new FakeLinkedIn();
	const trigger = new Trigger(linkedIn);
	linkedIn.unread = [leftOut(1, 3), leftOut(2, 2, 'roles on pages')];
	await trigger.poll();
	expect(trigger.said).toEqual([
		expect.stringContaining('1 of 3 notifications'),
		expect.stringContaining('2 of 2 roles on pages could not be read and were left out'),
	]);
});

test('counts as listed, so that a post is not read again because its list seems short', async () => {
	const linkedIn = new FakeLinkedIn();
	const post = linkedIn.post(1);
	const trigger = new Trigger(linkedIn, {}, BY_COUNTS);
	await trigger.poll();
	linkedIn.comment(post);
	const { comments } = linkedIn.sources;
	// LinkedIn counts one that can't be read.
	linkedIn.sources.comments = async (thread, start) => {
		const answer = await comments(thread, start);
		return answer.ok ? { ok: true, value: { ...answer.value, comments: [], unread: 1 } } : answer;
	};
	await trigger.poll(5);
	expect(linkedIn.calls).toContain(`comments ${post.urn}`);
	await trigger.poll(5);
	expect(linkedIn.calls.filter((call) => call.startsWith('comments'))).toEqual([]);
	expect(linkedIn.nowMs).toBeGreaterThan(MINUTE_MS);
});
