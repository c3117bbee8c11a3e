import type { Fault } from '../../../../../../nodes/LinkedIn/triggers/polling/core/answer';
import { BY_COUNTS, FakeLinkedIn, MINUTE_MS, Trigger } from './fakeLinkedIn';

/** A post with more comments than LinkedIn returns at a time. */

const COMMENTS = 45;
const AT_MOST = 12;
const POLLS = 8;

test.each<[what: string, fault: Fault, batches: number[]]>([
	['refuses', { kind: 'refused', isTooMuch: true, message: '413' }, [45, 23, 12, 12, 12, 9]],
	['does not answer', { kind: 'later', message: 'No answer' }, [45, 23, 12, 12, 12, 9]],
])('a batch that LinkedIn %s is halved, and all comments come', async (_what, fault, batches) => {
	const linkedIn = new FakeLinkedIn();
	const post = linkedIn.post(1);
	const trigger = new Trigger(linkedIn);
	await trigger.poll();
	const { commentsById } = linkedIn.sources;
	const asked: number[] = [];
	linkedIn.sources.commentsById = async (activity, ids) => {
		asked.push(ids.length);
		return ids.length > AT_MOST ? { ok: false, fault } : await commentsById(activity, ids);
	};
	const made = Array.from({ length: COMMENTS }, () => linkedIn.comment(post).text);
	const came: string[] = [];
	for (let polls = 0; polls < POLLS; polls += 1) came.push(...(await trigger.after(5)));
	expect(came.sort()).toEqual(made.sort());
	expect(asked).toEqual(batches);
});

const PAGE_SIZE = 10;
const VIRAL_COMMENTS = 600;
const OTHERS = 8;
const CALLS_A_DAY = 480;
const EVERY_MINUTES = 3;

test.each([
	['at the same time', 0],
	['an hour later, when it is half read', 1],
])('posts take turns: one with many comments holds up no other, commented %s', async (_when, afterHours) => {
	const linkedIn = new FakeLinkedIn();
	// Just after midnight there are no spare calls.
	linkedIn.nowMs = Date.UTC(2026, 9, 6);
	const { comments } = linkedIn.sources;
	linkedIn.sources.comments = async (thread, start) => {
		const answer = await comments(thread, start);
		if (!answer.ok) return answer;
		const all = answer.value.comments;
		const next = start + PAGE_SIZE < all.length ? start + PAGE_SIZE : undefined;
		return { ok: true, value: { ...answer.value, comments: all.slice(start, start + PAGE_SIZE), next } };
	};
	const [viral, ...others] = Array.from({ length: 1 + OTHERS }, (_, number) =>
		linkedIn.post(number + 1, { inFeed: false }),
	);
	const trigger = new Trigger(linkedIn, {}, BY_COUNTS, { callsADay: CALLS_A_DAY });
	for (let minute = 0; minute < 60; minute += EVERY_MINUTES) await trigger.poll(EVERY_MINUTES);
	const came = new Map<string, number>();
	const live = async (hours: number) => {
		for (let minute = 0; minute < hours * 60; minute += EVERY_MINUTES) {
			for (const text of await trigger.after(EVERY_MINUTES)) came.set(text, linkedIn.nowMs);
		}
	};
	const begunMs = linkedIn.nowMs;
	for (let number = 0; number < VIRAL_COMMENTS; number += 1) linkedIn.comment(viral, { text: `V${number}` });
	await live(afterHours);
	for (const post of others) linkedIn.comment(post, { text: `Other ${post.urn}` });
	await live(12 - afterHours);
	const latest = (start: string) =>
		[...came].filter(([text]) => text.startsWith(start)).map(([, atMs]) => (atMs - begunMs) / MINUTE_MS / 60);
	expect([latest('V').length, latest('Other').length]).toEqual([VIRAL_COMMENTS, OTHERS]);
	expect(Math.max(...latest('Other'))).toBeLessThan(afterHours + 3);
	expect(Math.max(...latest('V'))).toBeLessThan(12);
});
