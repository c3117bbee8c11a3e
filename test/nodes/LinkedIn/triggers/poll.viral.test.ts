import type { Fault } from '../../../../nodes/LinkedIn/triggers/sources';
import { FakeLinkedIn, Trigger } from './fakeLinkedIn';

/** A post with more comments than LinkedIn hands out at a time. */

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
