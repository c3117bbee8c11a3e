import type { Reach } from '../../../../nodes/LinkedIn/triggers/round';
import { BY_COUNTS, BY_ROTATION, FakeLinkedIn, MINUTE_MS, Trigger } from './fakeLinkedIn';

/**
 * A host that restarts every three hours. n8n saves nothing of polls that found nothing, so whatever was read meanwhile
 * is forgotten; each comment on a post that only reading tells of is out within two and a half days all the same.
 */

const POSTS = 26;
const EVERY_MINUTES = 5;
const POLLS_A_LIFE = (3 * 60) / EVERY_MINUTES;
const POLLS_A_DAY = (24 * 60) / EVERY_MINUTES;
const RARELY = 130;
const DAYS = 10;
const WITHIN_DAYS = 2.5;
const CALLS_A_DAY = 80;

test.each<[what: string, reach: Partial<Reach>]>([
	['one after another', BY_ROTATION],
	['beside the feed', {}],
	['beside counts that do not move', BY_COUNTS],
])('26 posts that are not public, read %s', async (_what, reach) => {
	const linkedIn = new FakeLinkedIn();
	const posts = Array.from({ length: POSTS }, (_, number) => linkedIn.post(number + 10, { inFeed: false }));
	for (const post of posts) linkedIn.comment(post, { text: 'Old' });
	// As where another comment goes whenever one comes.
	linkedIn.sources.counts = async (urns) => {
		linkedIn.calls.push('counts');
		const count = ({ activity }: (typeof posts)[number]) => ({ activity, all: 1, topLevel: 1 });
		const asked = posts.filter(({ urn }) => urns.includes(urn));
		return { ok: true, value: new Map(asked.map((post) => [post.urn, count(post)])) };
	};
	const trigger = new Trigger(linkedIn, {}, reach, { callsADay: CALLS_A_DAY });
	linkedIn.nowMs += 1000;
	await trigger.poll();
	const made = new Map<string, number>();
	const delays: number[] = [];
	const calls = new Map<number, number>();
	for (let poll = 0; poll < DAYS * POLLS_A_DAY; poll += 1) {
		if (poll % POLLS_A_LIFE === POLLS_A_LIFE - 1) trigger.crash();
		if (poll % RARELY === 0 && poll < (DAYS - WITHIN_DAYS) * POLLS_A_DAY) {
			const { text } = linkedIn.comment(posts[((poll / RARELY) * 7) % POSTS]);
			made.set(text!, linkedIn.nowMs);
		}
		for (const text of await trigger.after(EVERY_MINUTES)) {
			delays.push((linkedIn.nowMs - made.get(text)!) / (24 * 60 * MINUTE_MS));
		}
		const day = Math.floor(linkedIn.nowMs / (24 * 60 * MINUTE_MS));
		calls.set(day, (calls.get(day) ?? 0) + linkedIn.calls.length);
	}
	expect(delays).toHaveLength(made.size);
	expect(Math.max(...delays)).toBeLessThanOrEqual(WITHIN_DAYS);
	expect(Math.max(...calls.values())).toBeLessThanOrEqual(CALLS_A_DAY);
});
