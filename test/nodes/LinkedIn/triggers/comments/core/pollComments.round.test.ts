import { BY_COUNTS, FakeLinkedIn, Trigger } from './fakeLinkedIn';

/**
 * More posts than are looked at between two full rounds: the trigger says so, and the others have their turn anyway.
 */

const CALLS_A_DAY = 80;
const QUARTER = 15;
const QUARTERS_A_DAY = 96;

async function watch(posts: number) {
	const linkedIn = new FakeLinkedIn();
	const watched = Array.from({ length: posts }, (_, number) => linkedIn.post(number + 1, { inFeed: false }));
	const trigger = new Trigger(linkedIn, {}, BY_COUNTS, { callsADay: CALLS_A_DAY });
	await trigger.poll();
	return { linkedIn, trigger, watched };
}

const said = ({ said: lines }: Trigger) => lines.filter((line) => line.includes('checking all '));

test.each([
	[100, []],
	[
		130,
		[
			'At 80 calls per day, checking all 130 posts takes about 24 hours. In between, only the 100 most active posts of a page are checked. Comments on other posts, and those that LinkedIn neither notifies nor counts, can be that late. Raise Max Calls a Day, or watch fewer pages.',
		],
	],
])('%d posts', async (posts, expected) => {
	const { trigger } = await watch(posts);
	for (let quarter = 0; quarter < QUARTERS_A_DAY / 4; quarter += 1) await trigger.poll(QUARTER);
	expect(said(trigger)).toEqual(expected);
});

test('the sentence stands on the first item, and the comments on the quietest posts come within two days', async () => {
	const { linkedIn, trigger, watched } = await watch(130);
	for (let quarter = 0; quarter < QUARTERS_A_DAY; quarter += 1) await trigger.poll(QUARTER);
	const made = watched.map((post) => linkedIn.comment(post).text);
	const came: string[] = [];
	const notices: string[] = [];
	for (let quarter = 0; quarter < 4 * QUARTERS_A_DAY; quarter += 1) {
		const { items, notices: more } = await trigger.poll(QUARTER);
		came.push(...items.map(({ comment }) => comment.text ?? ''));
		notices.push(...more);
	}
	expect(came.sort()).toEqual(made.sort());
	expect(notices.some((notice) => notice.includes('130 posts'))).toBe(true);
});
