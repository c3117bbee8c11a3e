import { MINUTE_MS, PAGE, Trigger } from './fakeLinkedIn';
import { linkedIn, react, simulateAPage } from './pageEvents';

/** A burst of reactions that takes most of a day's calls to read, while processes end and calls fail. */

simulateAPage();

const PAGE_SIZE = 100;
const BURST = 2_000;
const EVERY_MINUTES = 18;
const CALLS_A_DAY = 80;

/** As LinkedIn lists them: the newest first, a hundred at a time. */
function listByPages(): void {
	const all = linkedIn.sources.notifications;
	linkedIn.sources.notifications = async (page, actions, fromMs, toMs, start) => {
		asked.push(start);
		const answer = await all(page, actions, fromMs, toMs, start);
		if (!answer.ok) return answer;
		const newestFirst = [...answer.value.told].sort((a, b) => b.atMs - a.atMs);
		const told = newestFirst.slice(start, start + PAGE_SIZE);
		const next = start + PAGE_SIZE < newestFirst.length ? start + PAGE_SIZE : undefined;
		return { ok: true, value: { ...answer.value, told, next } };
	};
}

let asked: number[] = [];

async function begun(): Promise<Trigger> {
	asked = [];
	listByPages();
	const events = ['newReaction', 'newMention'] as const;
	const trigger = new Trigger(linkedIn, { events: [...events] }, {}, { callsADay: CALLS_A_DAY });
	await trigger.poll();
	for (let made = 0; made < BURST; made += 1) {
		linkedIn.nowMs += 0.3 * 1_000;
		react();
	}
	return trigger;
}

/** @param happen before each poll */
async function lived(trigger: Trigger, days: number, happen: (poll: number) => void): Promise<string[]> {
	const ids: string[] = [];
	const polls = (days * 24 * 60) / EVERY_MINUTES;
	for (let poll = 0; poll < polls; poll += 1) {
		happen(poll);
		ids.push(...(await trigger.poll(EVERY_MINUTES)).news.map(({ id }) => id));
	}
	return ids;
}

test.each<[string, (trigger: Trigger, poll: number) => void]>([
	['nothing happens', () => undefined],
	['a process ends every three hours', (trigger, poll) => poll % 10 === 9 && trigger.crash()],
	[
		'every fifth call fails, and a process ends every six hours',
		(trigger, poll) => {
			if (poll % 5 === 4) linkedIn.fail('notifications', 'later');
			if (poll % 20 === 19) trigger.crash();
		},
	],
])('all come once within two days where %s', async (_what, happen) => {
	const trigger = await begun();
	const ids = await lived(trigger, 2, (poll) => happen(trigger, poll));
	expect([ids.length, new Set(ids).size]).toEqual([BURST, BURST]);
	linkedIn.nowMs += MINUTE_MS;
	react({ key: 'afterwards' });
	expect(await lived(trigger, 1, () => undefined)).toEqual(['afterwards']);
	expect(trigger.state!.pages[PAGE].feedPlace).toBeUndefined();
});

test('a burst is read once half an hour after it, and no new process reads it again', async () => {
	const trigger = await begun();
	const ids = await lived(trigger, 1, (poll) => poll === 40 && trigger.crash());
	expect(new Set(ids).size).toBe(BURST);
	const further = Array.from({ length: BURST / PAGE_SIZE - 1 }, (_, page) => (page + 1) * PAGE_SIZE);
	expect(asked.filter((start) => start > 0)).toEqual([100, 200, ...further]);
	expect(trigger.state!.pages[PAGE].feedComplete).toBeGreaterThan(linkedIn.nowMs - 24 * 60 * MINUTE_MS);
});
