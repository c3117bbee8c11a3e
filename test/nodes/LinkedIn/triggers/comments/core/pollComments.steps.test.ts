import { BY_COUNTS, FakeLinkedIn, OTHER_PAGE, PAGE, Trigger } from './fakeLinkedIn';

/** Calls that come one at a time: what was read is kept, and a reading of several calls continues in later polls. */

/** A call every 18 minutes. */
const CALLS_A_DAY = 80;
const AN_HOUR = 60;
const MIDNIGHT = Date.UTC(2026, 9, 6);

let linkedIn: FakeLinkedIn;
let asked: number[];
beforeEach(() => {
	linkedIn = new FakeLinkedIn();
	linkedIn.nowMs = MIDNIGHT;
	asked = [];
});

/** This many of a list from a position on, and where the next ones are. */
function pageOf<T>(all: T[], start: number, size: number) {
	asked.push(start);
	const next = start + size < all.length ? start + size : undefined;
	return { some: all.slice(start, start + size), next, isGuess: false };
}

/** Polls every minute. */
async function live(trigger: Trigger, hours: number): Promise<string[]> {
	const came: string[] = [];
	for (let minute = 0; minute < hours * AN_HOUR; minute += 1) came.push(...(await trigger.after(1)));
	return came;
}

test('a list of posts on six pages is read page by page', async () => {
	const posts = Array.from({ length: 120 }, (_, number) => linkedIn.post(number + 1, { inFeed: false }));
	linkedIn.sources.latestPosts = async (page, start) => {
		linkedIn.calls.push('latestPosts');
		const { some, ...further } = pageOf(posts, start, 20);
		const read = ({ urn, madeAt }: (typeof posts)[number]) => ({
			urn,
			text: null,
			author: page,
			createdAtMs: madeAt,
			isPublic: false,
		});
		return { ok: true, value: { posts: some.map(read), ...further } };
	};
	const trigger = new Trigger(linkedIn, {}, BY_COUNTS, { callsADay: CALLS_A_DAY });
	await live(trigger, 4);
	expect(asked).toEqual([0, 20, 40, 60, 80, 100]);
	expect(Object.keys(trigger.state!.pages[PAGE].posts)).toHaveLength(120);
});

test('the counts of 230 posts are asked for batch by batch', async () => {
	for (let number = 0; number < 230; number += 1) linkedIn.post(number + 1, { inFeed: false });
	const { counts } = linkedIn.sources;
	const batches: string[][] = [];
	linkedIn.sources.counts = async (posts) => {
		batches.push(posts);
		return await counts(posts);
	};
	const watch = { pages: [], posts: linkedIn.posts.map(({ urn }) => urn) };
	const trigger = new Trigger(linkedIn, watch, {}, { callsADay: CALLS_A_DAY });
	await live(trigger, 20);
	const countedAt = trigger.state!.pages.posts.countedAt ?? 0;
	expect(countedAt).toBeGreaterThan(MIDNIGHT);
	expect(new Set(batches.flat()).size).toBe(230);
});

test('a list of pages that I manage is read page by page, and all of them are watched', async () => {
	const pages = Array.from({ length: 11 }, (_, number) => `urn:li:organization:${number + 1}`);
	linkedIn.sources.managedPages = async (start) => {
		linkedIn.calls.push('managedPages');
		const { some, ...further } = pageOf(pages, start, 2);
		return { ok: true, value: { urns: some, others: 0, ...further } };
	};
	const trigger = new Trigger(linkedIn, { pages: 'managed' }, {}, { callsADay: CALLS_A_DAY });
	await live(trigger, 4);
	expect(asked).toEqual([0, 2, 4, 6, 8, 10]);
	expect(Object.keys(trigger.state!.pages)).toEqual([PAGE, OTHER_PAGE, ...pages.slice(2)]);
});

test('a feed on several pages is read page by page, twice in parts, then once, and its comments come once', async () => {
	const post = linkedIn.post(1);
	const { notifications } = linkedIn.sources;
	linkedIn.sources.notifications = async (page, actions, fromMs, toMs, start) => {
		const answer = await notifications(page, actions, fromMs, toMs, 0);
		if (!answer.ok) return answer;
		const { some, ...further } = pageOf(answer.value.told, start, 20);
		return { ok: true, value: { told: some, ...further } };
	};
	const trigger = new Trigger(linkedIn, {}, { comments: false }, { callsADay: CALLS_A_DAY });
	await live(trigger, 3);
	const made = Array.from({ length: 200 }, () => {
		linkedIn.nowMs += 1000;
		return linkedIn.comment(post).text;
	});
	asked = [];
	const came = await live(trigger, 6);
	expect(came.sort()).toEqual(made.sort());
	const begun = [0, 20, 40];
	expect(asked.slice(0, 20)).toEqual([
		...begun,
		0,
		...begun,
		...begun,
		0,
		20,
		40,
		60,
		80,
		100,
		120,
		140,
		160,
		180,
	]);
});

describe('a list that LinkedIn says goes on, and whose pages are empty', () => {
	const endless = (start: number) => {
		asked.push(start);
		return { next: start + 100, isGuess: false };
	};

	test('leaves the pages watched that were known, asks three times a day, and says so', async () => {
		const trigger = new Trigger(linkedIn, { pages: 'managed' }, {}, { callsADay: 1_000 });
		await trigger.poll();
		linkedIn.sources.managedPages = async (start) => ({
			ok: true,
			value: { urns: [], others: 0, ...endless(start) },
		});
		await live(trigger, 26);
		linkedIn.nowMs += 1_000;
		linkedIn.comment(linkedIn.post(1));
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		expect(asked.slice(0, 3)).toEqual([0, 100, 200]);
		expect(asked.length % 3).toBe(0);
		expect(trigger.said.join()).toContain('pages that this connection manages goes on');
	});

	test('leaves the posts watched that were known, and says so', async () => {
		linkedIn.post(1, { inFeed: false });
		const trigger = new Trigger(linkedIn, {}, BY_COUNTS, { callsADay: 1_000 });
		await live(trigger, 1);
		linkedIn.sources.latestPosts = async (_page, start) => ({
			ok: true,
			value: { posts: [], ...endless(start) },
		});
		await live(trigger, 26);
		linkedIn.comment(linkedIn.posts[0]);
		expect(await live(trigger, 1)).toEqual(['Comment 1']);
		expect(trigger.said.join()).toContain('list of the posts of');
	});
});
