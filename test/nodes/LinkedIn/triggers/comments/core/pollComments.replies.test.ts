import { BY_COUNTS, FakeLinkedIn, PAGE, START, Trigger } from './fakeLinkedIn';

/** Replies on a post whose comments are counted don't use calls that comments elsewhere need. */

test.each([
	['not wanted', false, ['Comment 8'], 1],
	['wanted', true, ['Comment 7', 'Comment 8'], 2],
])(
	'replies that are %s: what moved is read once, and counts as read whole',
	async (_what, wanted, came, lists) => {
		const linkedIn = new FakeLinkedIn();
		const post = linkedIn.post(1, { inFeed: false });
		const top = linkedIn.comment(post, { createdAtMs: START - 9000 });
		for (let reply = 0; reply < 5; reply += 1) {
			linkedIn.comment(post, { parent: top.urn, createdAtMs: START - 8000 });
		}
		const trigger = new Trigger(linkedIn, { includeReplies: wanted }, BY_COUNTS);
		await trigger.poll();
		await trigger.poll(60);
		linkedIn.nowMs += 1000;
		linkedIn.comment(post, { parent: top.urn });
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual(came);
		const read = linkedIn.calls.filter((call) => call.startsWith('comments'));
		expect(read).toHaveLength(lists);
		expect(trigger.state!.pages[PAGE].posts[post.urn]).toMatchObject({
			counted: [8, 2],
			wholeAt: linkedIn.nowMs,
		});
		for (let polls = 0; polls < 3; polls += 1) {
			await trigger.poll(5);
			expect(linkedIn.calls).toEqual(['counts']);
		}
	},
);

test.each([false, true])(
	'a reply that comes alone leaves nothing to be read (replies wanted: %s)',
	async (wanted) => {
		const linkedIn = new FakeLinkedIn();
		const [post, other] = [1, 2].map((number) => linkedIn.post(number, { inFeed: false }));
		const top = linkedIn.comment(post, { createdAtMs: START - 9000 });
		const trigger = new Trigger(linkedIn, { includeReplies: wanted }, BY_COUNTS);
		await trigger.poll();
		linkedIn.nowMs += 1000;
		linkedIn.comment(post, { parent: top.urn, text: 'A reply' });
		expect(await trigger.after(5)).toEqual(wanted ? ['A reply'] : []);
		linkedIn.comment(other, { text: 'A comment' });
		expect(await trigger.after(5)).toEqual(['A comment']);
		expect(linkedIn.calls).toEqual(['counts', `comments ${other.urn}`]);
	},
);
