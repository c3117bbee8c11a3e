import type { Counts } from '../../../../../../nodes/LinkedIn/triggers/comments/core/sources';
import { BY_COUNTS, FakeLinkedIn, Trigger } from './fakeLinkedIn';

/**
 * Posts whose comments LinkedIn only counts up to a limit, or not at all, and comments that don't show whether they
 * have replies.
 */

const QUARTER = 15;
const DAYS = 5;

/** What LinkedIn sends instead of the right counts. */
const COUNTS: Array<[what: string, say: (counts: Counts) => Counts | undefined]> = [
	['right counts', (counts) => counts],
	['no counts', () => undefined],
	[
		'counts up to ten',
		({ activity, all = 0, topLevel = 0 }) => ({
			activity,
			all: Math.min(10, all),
			topLevel: Math.min(10, topLevel),
		}),
	],
];

test.each(COUNTS)('with %s, comments and replies come within two days, and once', async (_what, say) => {
	const linkedIn = new FakeLinkedIn();
	const posts = [1, 2, 3].map((number) => linkedIn.post(number, { inFeed: false }));
	for (const post of posts) for (let old = 0; old < 12; old += 1) linkedIn.comment(post, { text: 'Old' });
	const { counts, comments } = linkedIn.sources;
	linkedIn.sources.counts = async (urns) => {
		const answer = await counts(urns);
		if (!answer.ok) return answer;
		const said = [...answer.value].map(([urn, right]) => [urn, say(right)] as const);
		return { ok: true, value: new Map(said.flatMap(([urn, given]) => (given ? [[urn, given]] : []))) };
	};
	linkedIn.sources.comments = async (thread, start) => {
		const answer = await comments(thread, start);
		if (!answer.ok) return answer;
		return {
			ok: true,
			value: { ...answer.value, comments: answer.value.comments.map((one) => ({ ...one, replies: 0 })) },
		};
	};
	const trigger = new Trigger(linkedIn, {}, BY_COUNTS, { callsADay: 200 });
	linkedIn.nowMs += 1000;
	await trigger.poll();
	const made: string[] = [];
	const came: string[] = [];
	for (let quarter = 0; quarter < (DAYS * 24 * 60) / QUARTER; quarter += 1) {
		if (quarter % 40 === 0 && quarter < ((DAYS - 2) * 24 * 60) / QUARTER) {
			const post = posts[quarter % 3];
			const [parent] = linkedIn.comments.filter(({ activity }) => activity === post.activity);
			made.push(linkedIn.comment(post).text!, linkedIn.comment(post, { parent: parent.urn }).text!);
			// A count hides a comment that was replaced by another.
			const gone = linkedIn.comment(post, { parent: parent.urn });
			linkedIn.remove(gone);
		}
		came.push(...(await trigger.after(QUARTER)));
	}
	expect(came.sort()).toEqual(made.sort());
});

test('a reply that came when another one went is found, though no count moves and no comment tells of it', async () => {
	const linkedIn = new FakeLinkedIn();
	const post = linkedIn.post(1, { inFeed: false });
	const { comments } = linkedIn.sources;
	linkedIn.sources.comments = async (thread, start) => {
		const answer = await comments(thread, start);
		if (!answer.ok) return answer;
		return {
			ok: true,
			value: { ...answer.value, comments: answer.value.comments.map((one) => ({ ...one, replies: 0 })) },
		};
	};
	const parent = linkedIn.comment(post);
	const old = linkedIn.comment(post, { parent: parent.urn });
	linkedIn.nowMs += 1000;
	const trigger = new Trigger(linkedIn, {}, BY_COUNTS);
	await trigger.poll();
	await trigger.poll(QUARTER);
	linkedIn.nowMs += 60_000;
	linkedIn.remove(old);
	const reply = linkedIn.comment(post, { parent: parent.urn });
	const came: string[] = [];
	for (let hour = 0; hour < 48; hour += 1) came.push(...(await trigger.after(60)));
	expect(came).toEqual([reply.text]);
});
