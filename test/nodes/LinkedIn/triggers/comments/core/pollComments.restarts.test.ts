import type { Reach } from '../../../../../../nodes/LinkedIn/triggers/comments/core/pollContext';
import { BY_COUNTS, BY_ROTATION, FakeLinkedIn, MINUTE_MS, Trigger } from './fakeLinkedIn';

/**
 * A host that restarts every three hours. n8n doesn't save polls that find nothing, so whatever was read meanwhile is
 * forgotten. Each comment on a post that only reading covers is out within two and a half days anyway.
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
	// As if another comment is deleted whenever one comes.
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

test.each<[what: string, reach: Partial<Reach>]>([
	['one after another', BY_ROTATION],
	['where their counts move', BY_COUNTS],
])(
	'threads of replies that were read are not read again by the next process: posts read %s',
	async (_, reach) => {
		const linkedIn = new FakeLinkedIn();
		const post = linkedIn.post(1, { inFeed: false });
		const tops = Array.from({ length: 12 }, () => linkedIn.comment(post));
		for (const { urn } of tops) linkedIn.comment(post, { parent: urn });
		const trigger = new Trigger(linkedIn, {}, reach);
		const opened = () => linkedIn.calls.filter((call) => call.startsWith('comments urn:li:comment:'));
		await trigger.poll();
		let read = opened();
		linkedIn.comment(post, { text: 'Has the threads read', parent: tops[0].urn });
		for (let poll = 0; poll < 3; poll += 1) {
			await trigger.poll(30);
			read = [...read, ...opened()];
		}
		expect(new Set(read).size).toBe(tops.length);
		linkedIn.comment(post);
		await trigger.poll(30);
		trigger.crash();
		linkedIn.comment(post, { parent: tops[3].urn });
		let again: string[] = [];
		const found: string[] = [];
		for (let poll = 0; poll < 3; poll += 1) {
			found.push(...(await trigger.after(30)));
			again = [...again, ...opened()];
		}
		expect(again).toEqual([`comments ${tops[3].urn}`]);
		expect(found).toEqual(['Comment 27']);
	},
);

test.each<[what: string, reach: Partial<Reach>]>([
	['one after another', BY_ROTATION],
	['where their counts move', BY_COUNTS],
])(
	'a post with more threads of replies than a process lives to read is read by several: posts read %s',
	async (_, reach) => {
		const linkedIn = new FakeLinkedIn();
		const post = linkedIn.post(1, { inFeed: false });
		const tops = Array.from({ length: 30 }, () => linkedIn.comment(post));
		const trigger = new Trigger(linkedIn, {}, reach, { callsADay: CALLS_A_DAY });
		linkedIn.nowMs += 1000;
		await trigger.poll();
		// The first process has all of the day's calls so far.
		trigger.crash();
		for (const { urn } of tops) linkedIn.comment(post, { parent: urn });
		const found = new Set<string>();
		for (let life = 0; life < 16; life += 1) {
			for (let poll = 0; poll < POLLS_A_LIFE; poll += 1) {
				for (const text of await trigger.after(EVERY_MINUTES)) found.add(text);
			}
			trigger.crash();
		}
		expect(found.size).toBe(tops.length);
	},
);

test('posts that moved and take longer to read than a process lives have their turns all the same', async () => {
	const linkedIn = new FakeLinkedIn();
	const posts = Array.from({ length: 12 }, (_, number) => linkedIn.post(number + 10, { inFeed: false }));
	const tops = posts.map((post) => Array.from({ length: 15 }, () => linkedIn.comment(post)));
	const trigger = new Trigger(linkedIn, {}, BY_COUNTS, { callsADay: CALLS_A_DAY });
	linkedIn.nowMs += 1000;
	await trigger.poll();
	for (const [place, post] of posts.entries()) {
		for (const { urn } of tops[place]) linkedIn.comment(post, { parent: urn });
		linkedIn.comment(post, { text: `New on ${post.urn}` });
	}
	const found = new Set<string>();
	for (let life = 0; life < 12; life += 1) {
		for (let poll = 0; poll < POLLS_A_LIFE; poll += 1) {
			for (const text of await trigger.after(EVERY_MINUTES)) found.add(text);
		}
		trigger.crash();
	}
	expect(posts.filter(({ urn }) => !found.has(`New on ${urn}`))).toEqual([]);
});

test.each([
	['another comment has its post read, and no thread of replies', undefined, 0],
	['a reply has the threads read', 3, 12],
])('after a restart %s', async (_what, answered, threads) => {
	const linkedIn = new FakeLinkedIn();
	const post = linkedIn.post(1, { inFeed: false });
	const tops = Array.from({ length: 12 }, () => linkedIn.comment(post));
	for (const { urn } of tops) linkedIn.comment(post, { parent: urn });
	const trigger = new Trigger(linkedIn, {}, BY_COUNTS);
	await trigger.poll();
	trigger.crash();
	linkedIn.comment(post, { text: 'New', parent: answered === undefined ? null : tops[answered].urn });
	const [came, read]: string[][] = [[], []];
	for (let poll = 0; poll < 4; poll += 1) {
		came.push(...(await trigger.after(30)));
		read.push(...linkedIn.calls.filter((call) => call.startsWith('comments urn:li:comment:')));
	}
	expect(came).toEqual(['New']);
	expect(read).toHaveLength(threads);
	expect(linkedIn.calls).not.toContain(`comments ${post.urn}`);
});

test('a pause of days has no more threads read again than a day has calls for', async () => {
	const linkedIn = new FakeLinkedIn();
	const post = linkedIn.post(1, { inFeed: false });
	const tops = Array.from({ length: 12 }, () => linkedIn.comment(post));
	for (const { urn } of tops) linkedIn.comment(post, { parent: urn });
	const trigger = new Trigger(linkedIn, {}, BY_ROTATION, { callsADay: 40 });
	linkedIn.nowMs += 1000;
	const opened = () => linkedIn.calls.filter((call) => call.startsWith('comments urn:li:comment:'));
	let read = 0;
	for (let poll = 0; poll < 24 * 12; poll += 1) {
		await trigger.poll(EVERY_MINUTES);
		read += opened().length;
	}
	expect(read).toBe(tops.length);
	await trigger.poll(5 * 24 * 60);
	read = 0;
	for (let poll = 0; poll < 12 * 12; poll += 1) {
		await trigger.poll(EVERY_MINUTES);
		read += opened().length;
	}
	expect(read).toBeGreaterThan(0);
	expect(read).toBeLessThan(tops.length);
});
