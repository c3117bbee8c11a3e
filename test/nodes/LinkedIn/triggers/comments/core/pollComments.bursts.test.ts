import type { EventName } from '../../../../../../nodes/LinkedIn/triggers/events/core/event';
import type { ReactionNotification } from '../../../../../../nodes/LinkedIn/triggers/events/core/notification';
import { MINUTE_MS, PAGE, Trigger } from './fakeLinkedIn';
import { linkedIn, post, react, share, simulateAPage } from './pageEvents';

/** A burst of reactions that takes most of a day's calls to read, while processes end and calls fail. */

simulateAPage();

const PAGE_SIZE = 100;
const BURST = 2_000;
const EVERY_MINUTES = 18;
const CALLS_A_DAY = 80;

/** As LinkedIn lists them: those asked for, the newest first, a hundred at a time. */
function listByPages(): void {
	const all = linkedIn.sources.notifications;
	linkedIn.sources.notifications = async (page, actions, fromMs, toMs, start) => {
		asked.push(start);
		const answer = await all(page, actions, fromMs, toMs, start);
		if (!answer.ok) return answer;
		const wanted = answer.value.told.filter(({ action }) => actions.includes(action));
		const newestFirst = wanted.sort((a, b) => b.atMs - a.atMs);
		const told = newestFirst.slice(start, start + PAGE_SIZE);
		const next = start + PAGE_SIZE < newestFirst.length ? start + PAGE_SIZE : undefined;
		return { ok: true, value: { ...answer.value, told, next } };
	};
}

let asked: number[] = [];

async function watching(callsADay = CALLS_A_DAY): Promise<Trigger> {
	asked = [];
	listByPages();
	const events = ['newReaction', 'newMention'] as const;
	const trigger = new Trigger(linkedIn, { events: [...events] }, {}, { callsADay });
	await trigger.poll();
	return trigger;
}

function burst(on: Partial<ReactionNotification> = {}): void {
	for (let made = 0; made < BURST; made += 1) {
		linkedIn.nowMs += 0.3 * 1_000;
		react(on);
	}
}

async function begun(callsADay = CALLS_A_DAY): Promise<Trigger> {
	const trigger = await watching(callsADay);
	burst();
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

describe('while many reactions are read apart', () => {
	const FEW_CALLS = 40;

	/** Some calls later, when most of the reactions are still to be read. */
	async function readingApart(): Promise<[Trigger, string[]]> {
		const trigger = await begun(FEW_CALLS);
		const ids = await lived(trigger, 0.04, () => undefined);
		expect(trigger.state!.pages[PAGE].reactions).toBeDefined();
		return [trigger, ids];
	}

	test('a mention does not wait for them', async () => {
		const [trigger, before] = await readingApart();
		share('SHARE_MENTION', { key: 'mention' });
		const meanwhile = await lived(trigger, 0.05, () => undefined);
		expect(meanwhile).toContain('mention');
		expect(before.length + meanwhile.length).toBeLessThan(BURST);
	});

	test('reactions that follow them come once', async () => {
		const [trigger, before] = await readingApart();
		const followers = Array.from({ length: 8 }, (_, number) => `follower ${number}`);
		const after = await lived(trigger, 2, (poll) => {
			if (poll % 9 === 0 && followers[poll / 9]) react({ key: followers[poll / 9] });
		});
		const ids = [...before, ...after];
		expect(ids).toEqual(expect.arrayContaining(followers));
		expect([ids.length, new Set(ids).size]).toEqual([BURST + 8, BURST + 8]);
		expect(trigger.state!.pages[PAGE].reactions).toBeUndefined();
	});

	test.each<[string, EventName[], number]>([
		['reactions are no longer chosen: the rest is left out', ['newMention'], 0],
		['only reactions are chosen: all come once', ['newReaction'], BURST],
	])('%s', async (_what, events, all) => {
		const [trigger, before] = await readingApart();
		const changed = new Trigger(linkedIn, { events }, {}, { callsADay: FEW_CALLS });
		Object.assign(changed, { state: trigger.state, memory: trigger.memory });
		asked = [];
		const after = await lived(changed, 2, () => undefined);
		expect(changed.state!.pages[PAGE].reactions).toBeUndefined();
		expect(new Set([...before, ...after]).size).toBe(all || before.length);
		expect(before.length + after.length).toBe(all || before.length);
	});

	/** The feed fails for two and a half days after a burst, in which LinkedIn counts. */
	async function counted(on: Partial<ReactionNotification> = {}): Promise<string[]> {
		post.reactions = 0;
		const trigger = await watching();
		await lived(trigger, 0.2, () => undefined);
		burst(on);
		if (!on.post) post.reactions = BURST;
		linkedIn.fail('notifications', 'later', { times: 30 });
		const ids = await lived(trigger, 6, () => undefined);
		expect(trigger.state!.pages[PAGE].reactions).toBeUndefined();
		return ids;
	}

	test('what was counted while the feed failed is not read', async () => {
		expect(await counted()).toEqual([`newReaction ${post.urn}`]);
		expect(asked.filter((start) => start > 0)).toEqual([100, 200]);
	});

	test('but all is read if some are on a post that LinkedIn does not list', async () => {
		const ids = await counted({ post: 'urn:li:share:7', activity: 'urn:li:activity:700' });
		expect([ids.length, new Set(ids).size]).toEqual([BURST, BURST]);
	});

	test('a first count does not hide what is still to be read', async () => {
		const trigger = await begun(FEW_CALLS);
		const ids = await lived(trigger, 0.04, () => undefined);
		post.reactions = BURST;
		linkedIn.fail('notifications', 'later', { times: 10 });
		ids.push(...(await lived(trigger, 3, () => undefined)));
		expect([ids.length, new Set(ids).size]).toEqual([BURST, BURST]);
	});
});
