import type { Reach } from '../../../../../../nodes/LinkedIn/triggers/comments/core/pollContext';
import { BY_COUNTS, BY_ROTATION, FakeLinkedIn, MINUTE_MS, Trigger } from './fakeLinkedIn';

/**
 * As many posts as 80 calls a day can read one after another within two days, half of them with a thread of replies:
 * rereading threads in which LinkedIn counts nothing new doesn't delay any comment.
 */

const POSTS = 105;
const CALLS_A_DAY = 80;
const EVERY_MINUTES = 18;
const POLLS_A_DAY = (24 * 60) / EVERY_MINUTES;
const DAYS = 16;
const RARELY = 7;

test.each<[what: string, reach: Partial<Reach>, withinDays: number]>([
	['read one after another', BY_ROTATION, 2],
	['where their counts do not move', BY_COUNTS, 4],
])('each comment on 105 posts, %s, is out within some days', async (_what, reach, withinDays) => {
	const linkedIn = new FakeLinkedIn();
	const posts = Array.from({ length: POSTS }, (_, number) => linkedIn.post(number + 10, { inFeed: false }));
	for (const [place, post] of posts.entries()) {
		const { urn } = linkedIn.comment(post, { text: 'Old' });
		if (place % 2) linkedIn.comment(post, { text: 'Old', parent: urn });
	}
	const old = await linkedIn.sources.counts(posts.map(({ urn }) => urn));
	// As if another comment is deleted whenever one comes.
	linkedIn.sources.counts = async () => {
		linkedIn.calls.push('counts');
		return old;
	};
	const trigger = new Trigger(linkedIn, {}, reach, { callsADay: CALLS_A_DAY });
	linkedIn.nowMs += 1000;
	await trigger.poll();
	const made = new Map<string, number>();
	const late: string[] = [];
	let out = 0;
	for (let poll = 0; poll < DAYS * POLLS_A_DAY; poll += 1) {
		if (poll % RARELY === 0 && poll < (DAYS - withinDays) * POLLS_A_DAY) {
			const { text } = linkedIn.comment(posts[((poll / RARELY) * 13) % POSTS]);
			made.set(text!, linkedIn.nowMs);
		}
		for (const text of await trigger.after(EVERY_MINUTES)) {
			const days = (linkedIn.nowMs - made.get(text)!) / (24 * 60 * MINUTE_MS);
			out += 1;
			if (days > withinDays) late.push(`${text} after ${days.toFixed(1)} days`);
		}
	}
	expect(late).toEqual([]);
	expect(out).toBe(made.size);
});
