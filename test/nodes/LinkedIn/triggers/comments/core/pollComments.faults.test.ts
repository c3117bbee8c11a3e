import {
	BY_COUNTS,
	BY_ROTATION,
	FakeLinkedIn,
	FEED,
	MINUTE_MS,
	OTHER_PAGE,
	PAGE,
	START,
	Trigger,
} from './fakeLinkedIn';

let linkedIn: FakeLinkedIn;
beforeEach(() => {
	linkedIn = new FakeLinkedIn();
});

describe('when LinkedIn refuses', () => {
	test('the feed: the posts are looked at, and the feed is tried again after some hours', async () => {
		const post = linkedIn.post(1);
		linkedIn.fail('notifications', 'refused');
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		expect(linkedIn.calls).toEqual([FEED, `latestPosts ${PAGE}`, 'counts']);
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		await trigger.poll(7 * 60);
		expect(linkedIn.calls[0]).toBe(FEED);
		expect(trigger.said).toHaveLength(1);
	});

	test('batches: one post after another is read', async () => {
		const post = linkedIn.post(1);
		linkedIn.fail('counts', 'refused', { times: 9 });
		const trigger = new Trigger(linkedIn, {}, { feed: false });
		await trigger.poll();
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		expect(linkedIn.calls).toEqual([`comments ${post.urn}`]);
	});

	test('one page of two: it is skipped and said once, the other continues, and it comes back', async () => {
		const [mine, other] = [linkedIn.post(1), linkedIn.post(2, { page: OTHER_PAGE })];
		const pages = [{ urn: PAGE }, { urn: OTHER_PAGE }];
		linkedIn.fail('notifications', 'refused', { about: OTHER_PAGE, times: 99 });
		linkedIn.fail('latestPosts', 'refused', { about: OTHER_PAGE, times: 99 });
		const trigger = new Trigger(linkedIn, { pages });
		await trigger.poll();
		linkedIn.comment(other);
		linkedIn.comment(mine);
		const first = await trigger.poll(5);
		expect(first.items.map(({ comment }) => comment.text)).toEqual(['Comment 2']);
		expect(first.notices).toEqual([expect.stringContaining(`${OTHER_PAGE} is skipped`)]);
		linkedIn.comment(mine);
		const second = await trigger.poll(90);
		expect(second.notices).toEqual([]);
		expect(trigger.said.filter((line) => line.includes('is skipped'))).toHaveLength(1);
		linkedIn.mend();
		expect(await trigger.after(90)).toEqual(['Comment 1']);
	});

	test('to list the pages I manage: they are asked for again within the day, and not at every poll', async () => {
		linkedIn.fail('managedPages', 'refused');
		const trigger = new Trigger(linkedIn, { pages: 'managed' });
		await trigger.poll();
		await trigger.poll(5 * 60);
		expect(linkedIn.calls).toEqual([]);
		await trigger.poll(2 * 60);
		expect(linkedIn.calls[0]).toBe('managedPages');
		linkedIn.nowMs += MINUTE_MS;
		linkedIn.comment(linkedIn.post(1));
		expect(await trigger.after(5)).toEqual(['Comment 1']);
	});

	test('to look up one of two names: that page is skipped and said once, the other continues, and it comes back', async () => {
		const post = linkedIn.post(1, { page: OTHER_PAGE });
		linkedIn.fail('pageByName', 'refused', { about: 'acme' });
		const pages = [{ vanityName: 'acme' }, { urn: OTHER_PAGE }];
		const trigger = new Trigger(linkedIn, { pages });
		await trigger.poll();
		linkedIn.comment(post);
		const { items, notices } = await trigger.poll(5);
		expect(items.map(({ comment }) => comment.text)).toEqual(['Comment 1']);
		expect(notices).toEqual([expect.stringContaining('/company/acme is skipped')]);
		expect(linkedIn.calls).not.toContain('pageByName acme');
		expect(trigger.said).toHaveLength(1);
		await trigger.poll(60);
		linkedIn.nowMs += MINUTE_MS;
		linkedIn.comment(linkedIn.post(2));
		expect(await trigger.after(5)).toEqual(['Comment 2']);
	});

	test('to show comments one by one: they come as the feed tells them, parent unknown', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, { comments: false });
		await trigger.poll();
		const comment = linkedIn.comment(post);
		const { items } = await trigger.poll(5);
		expect(items[0].comment).toMatchObject({ urn: comment.urn, text: 'Comment 1', isReply: null });
		expect(items[0].parent).toBeNull();
		expect(linkedIn.calls).toEqual([FEED]);
	});

	test('the token: it says what to do, keeps its cursor, and continues with a new one', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		linkedIn.fail('notifications', 'signIn', { times: Infinity });
		linkedIn.comment(post);
		for (let hour = 0; hour < 20; hour += 1) expect(await trigger.after(60)).toEqual([]);
		expect(trigger.said).toEqual([expect.stringContaining('Nothing is lost')]);
		await trigger.poll(1);
		linkedIn.mend();
		expect(linkedIn.calls).toEqual([]);
		trigger.more.grantKey = 'reconnected';
		expect(await trigger.after(1)).toEqual(['Comment 1']);
	});

	test('more calls today: it is quiet until the quota begins anew', async () => {
		linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		linkedIn.fail('notifications', 'quota', { untilMs: START + 60 * MINUTE_MS });
		await trigger.poll(5);
		await trigger.poll(50);
		expect(linkedIn.calls).toEqual([]);
		await trigger.poll(6);
		expect(linkedIn.calls[0]).toBe(FEED);
	});

	test('to say who I am: nothing is given out before a clear answer', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, {}, { me: undefined });
		linkedIn.fail('me', 'later', { times: 2 });
		await trigger.poll();
		linkedIn.comment(post);
		expect(await trigger.after(5)).toEqual([]);
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		await trigger.poll(5);
		expect(linkedIn.calls).toEqual([FEED]);
	});
});

describe('a fault in the middle', () => {
	test('gives out the page that was read, and keeps the cursor of the other', async () => {
		const [mine, other] = [linkedIn.post(1), linkedIn.post(2, { page: OTHER_PAGE })];
		const trigger = new Trigger(linkedIn, { pages: [{ urn: PAGE }, { urn: OTHER_PAGE }] });
		await trigger.poll();
		const cursor = trigger.state!.pages[OTHER_PAGE].feed;
		const { createdAtMs } = linkedIn.comment(mine);
		linkedIn.comment(other);
		linkedIn.fail('notifications', 'later', { about: OTHER_PAGE });
		expect(await trigger.after(5)).toEqual(['Comment 1']);
		expect(trigger.state!.pages[OTHER_PAGE].feed).toBe(cursor);
		expect(trigger.state!.pages[PAGE].feed).toBe(createdAtMs);
		expect(await trigger.after(5)).toEqual(['Comment 2']);
	});

	test('asks again soon, then less and less often, never more often than usual', async () => {
		linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, {}, { callsADay: 400 });
		await trigger.poll();
		linkedIn.fail('notifications', 'later', { times: Infinity });
		const asked: number[] = [];
		for (let minute = 1; minute <= 60; minute += 1) {
			await trigger.poll(1);
			if (linkedIn.calls.length > 0) asked.push(minute);
		}
		const gaps = asked.slice(1).map((minute, place) => minute - asked[place]);
		expect(gaps[0]).toBe(1);
		expect(Math.max(...gaps)).toBe(6);
	});

	test('a half-read feed of an older state is not taken for the present one', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, {}, { callsADay: 400 });
		await trigger.poll();
		const older = structuredClone(trigger.state);
		linkedIn.comment(post);
		expect(await trigger.after(60)).toEqual(['Comment 1']);
		linkedIn.comment(post);
		linkedIn.fail('comment', 'signIn');
		expect(await trigger.after(60)).toEqual([]);
		// n8n may bring back an older copy while the process lives on and knows what it has emitted.
		trigger.state = older;
		expect(await trigger.after(5)).toEqual(['Comment 2']);
	});
});

describe('an unusual n8n', () => {
	test('that forgets the first state: what was commented since the start still comes out', async () => {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn);
		await trigger.poll();
		linkedIn.comment(post);
		trigger.state = undefined;
		expect(await trigger.after(1)).toEqual(['Comment 1']);
	});

	test('that brings back an older state while the process lives: threads that were read are not read again', async () => {
		const post = linkedIn.post(1);
		const tops = Array.from({ length: 9 }, () => linkedIn.comment(post));
		for (const { urn } of tops) linkedIn.comment(post, { parent: urn });
		const trigger = new Trigger(linkedIn, {}, BY_ROTATION);
		await trigger.poll();
		const older = { ...structuredClone(trigger.state!), replies: undefined, generation: -1 };
		for (let poll = 0; poll < 9; poll += 1) await trigger.poll(60);
		trigger.state = older;
		const opened: string[] = [];
		for (let poll = 0; poll < 9; poll += 1) {
			await trigger.poll(60);
			opened.push(...linkedIn.calls.filter((call) => call.startsWith('comments urn:li:comment:')));
		}
		expect(opened).toEqual([]);
	});

	test('that brings back an older state while the process lives: nothing comes twice, and replies are read again', async () => {
		const post = linkedIn.post(1);
		const top = linkedIn.comment(post, { createdAtMs: START - 1000 });
		const trigger = new Trigger(linkedIn, {}, BY_COUNTS);
		await trigger.poll();
		const older = structuredClone(trigger.state);
		linkedIn.comment(post, { parent: top.urn });
		expect(await trigger.after(5)).toEqual(['Comment 2']);
		trigger.state = older;
		linkedIn.comment(post, { parent: top.urn });
		expect(await trigger.after(5)).toEqual(['Comment 3']);
	});
});

test('no network for half an hour hands nothing over on a page without posts, where counts have nothing to ask', async () => {
	const trigger = new Trigger(linkedIn);
	await trigger.poll();
	for (let hour = 0; hour < 26; hour += 1) await trigger.poll(60);
	for (const call of ['notifications', 'latestPosts', 'counts'] as const)
		linkedIn.fail(call, 'later', { times: 99 });
	for (let poll = 0; poll < 8; poll += 1) await trigger.poll(5);
	linkedIn.mend();
	linkedIn.comment(linkedIn.post(1));
	expect(await trigger.after(5)).toEqual(['Comment 1']);
	expect(linkedIn.calls[0]).toBe(FEED);
	expect(trigger.said.filter((sentence) => sentence.includes('instead'))).toEqual([]);
});

describe('where calls come one at a time, from midnight on', () => {
	const EVERYTHING = ['notifications', 'latestPosts', 'counts', 'comments'] as const;
	const TO_MIDNIGHT = 12 * 60 + 1;

	async function atMidnight() {
		const post = linkedIn.post(1);
		const trigger = new Trigger(linkedIn, {}, {}, { callsADay: 80 });
		await trigger.poll();
		await trigger.poll(TO_MIDNIGHT);
		linkedIn.comment(post);
		return trigger;
	}

	async function pollFor(trigger: Trigger, hours: number): Promise<string[]> {
		const out: string[] = [];
		for (let poll = 0; poll < hours * 60; poll += 1) out.push(...(await trigger.after(1)));
		return out;
	}

	test('a feed that fails for days leaves some to counts that failed for a while themselves', async () => {
		const trigger = await atMidnight();
		linkedIn.fail('notifications', 'later', { times: 999 });
		for (const call of EVERYTHING.slice(1)) linkedIn.fail(call, 'later', { times: 4 });
		expect(await pollFor(trigger, 20)).toEqual(['Comment 1']);
	});

	test('an outage of everything hands nothing over, whichever source answers first', async () => {
		const trigger = await atMidnight();
		for (const call of EVERYTHING) linkedIn.fail(call, 'later', { times: 999 });
		await pollFor(trigger, 8);
		linkedIn.mend();
		expect(await pollFor(trigger, 3)).toEqual(['Comment 1']);
		expect(trigger.said.filter((sentence) => sentence.includes('instead'))).toEqual([]);
	});
});
