import { FakeLinkedIn, MINUTE_MS, OTHER_PAGE, PAGE, Trigger } from './fakeLinkedIn';

/**
 * Pages that a member gains while the trigger runs: a poll with spare calls lists again, long before the day is over.
 */

const CALLS_A_DAY = 80;

test('a page that is gained is found within five hours, its comments from the last list on', async () => {
	const linkedIn = new FakeLinkedIn();
	linkedIn.post(1);
	const trigger = new Trigger(linkedIn, { pages: 'managed' }, {}, { callsADay: CALLS_A_DAY });
	await trigger.poll();
	linkedIn.nowMs += MINUTE_MS;
	linkedIn.managed = [PAGE, OTHER_PAGE];
	const { text } = linkedIn.comment(linkedIn.post(2, { page: OTHER_PAGE }));
	const lists: number[] = [];
	const came: string[] = [];
	for (let minute = 0; minute < 5 * 60; minute += 10) {
		came.push(...(await trigger.after(10)));
		if (linkedIn.calls.includes('managedPages')) lists.push(minute);
	}
	expect(came).toEqual([text]);
	expect(lists).toHaveLength(1);
});
