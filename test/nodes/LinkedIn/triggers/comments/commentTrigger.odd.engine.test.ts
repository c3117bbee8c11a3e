/** What an active trigger does with unreadable elements: it continues with the others. */
import {
	comment,
	letPass,
	MINUTE_MS,
	nowMs,
	PAGE_URN,
	post,
	simulateForEachTest,
	simulator,
	texts,
	trigger,
	WATCH_PAGE,
} from './watchedPost';

simulateForEachTest();

type Body = { elements: Array<Record<string, unknown>> };

/** LinkedIn lists this one before the readable one. */
function listFirst(path: RegExp, odd: unknown): void {
	const rewrite = (body: unknown) => {
		const page = body as Body;
		return { ...page, elements: [odd, ...page.elements] };
	};
	simulator.faults.add({ match: { path }, times: Infinity, effect: 'pass', spoils: { body: rewrite } });
}

const FEED = /organizationalEntityNotifications/;
const ordinary = {
	action: 'COMMENT',
	lastModifiedAt: 1795935000000,
	decoratedGeneratedActivity: { comment: { owner: 'urn:li:person:a1', text: 'hello' } },
};

/** Reported; the first two by n8n users. */
const ODD_EVENTS: Array<[what: string, event: unknown, reason: string]> = [
	[
		'a thread of a group post',
		{
			...ordinary,
			generatedActivity: 'urn:li:comment:(urn:li:groupPost:123-7094637247890620417,7532699063003643904)',
			decoratedSourcePost: { entity: 'urn:li:share:7094637247487995904', text: 'x' },
		},
		'urn:li:comment:(urn:li:groupPost:123-7094637247890620417,7532699063003643904) is not a comment on a post',
	],
	[
		'an article as the source',
		{
			...ordinary,
			generatedActivity: 'urn:li:comment:(urn:li:activity:7094637247890620418,7532699063003643904)',
			decoratedSourcePost: { entity: 'urn:li:linkedInArticle:7094637247890620417', text: 'x' },
		},
		'urn:li:linkedInArticle:7094637247890620417 is not a post',
	],
	['null', null, 'one is null instead of an object'],
	['a text', 'COMMENT', 'one is text instead of an object'],
	['a list', [], 'one is a list instead of an object'],
	['an empty one', {}, 'one does not say what happened'],
	['null in each place', { action: null, lastModifiedAt: null, generatedActivity: null }, 'one does not say'],
	['no comment', { ...ordinary, generatedActivity: null }, 'one does not say which comment it is about'],
];

describe('of a feed', () => {
	test.each(ODD_EVENTS)('%s is left out and said once; the others come', async (_what, event, reason) => {
		listFirst(FEED, event);
		const { poll, logs } = trigger();
		await poll();
		comment('One');
		comment('Two');
		letPass(5 * MINUTE_MS);
		const out = await poll();
		expect(texts(out)).toEqual(['One', 'Two']);
		const said = `1 of 1 notifications of ${PAGE_URN} could not be read and was left out: ${reason}`;
		expect(out?.[0][0].json.notice).toContain(said);
		comment('Three');
		letPass(5 * MINUTE_MS);
		const later = await poll();
		expect(texts(later)).toEqual(['Three']);
		expect(later?.[0][0].json).not.toHaveProperty('notice');
		expect(logs().filter(({ message }) => message.includes('could not be read'))).toHaveLength(1);
	});

	test('the cursor moves past it, by the time of what LinkedIn told', async () => {
		listFirst(FEED, ODD_EVENTS[0][1]);
		const { poll } = trigger();
		await poll();
		letPass(60 * MINUTE_MS);
		comment('One');
		const toldMs = nowMs;
		letPass(60 * MINUTE_MS);
		expect(texts(await poll())).toEqual(['One']);
		letPass(60 * MINUTE_MS);
		expect(await poll()).toBeNull();
		const starts = simulator.requests
			.filter(({ url }) => FEED.test(url))
			.map(({ url }) => Number(/start:(\d+)/.exec(url)?.[1]));
		expect(starts.at(-1)).toBeGreaterThanOrEqual(toldMs - 30 * MINUTE_MS);
	});

	test('times beyond all dates are read off the comment', async () => {
		const rewrite = (body: unknown) => {
			const page = body as Body;
			return { ...page, elements: page.elements.map((one) => ({ ...one, lastModifiedAt: 1e20 })) };
		};
		simulator.faults.add({
			match: { path: FEED },
			times: Infinity,
			effect: 'pass',
			spoils: { body: rewrite },
		});
		const { poll } = trigger();
		await poll();
		comment('One');
		letPass(5 * MINUTE_MS);
		expect(texts(await poll())).toEqual(['One']);
	});

	test.each([
		['nothing', {}],
		['neither author nor text', { created: { time: Date.UTC(2026, 9, 5, 12, 0, 1) } }],
	])('a comment that is shown with %s has what its notification says', async (_what, body) => {
		simulator.faults.add({
			match: { path: /\/comments\/\d+/ },
			times: Infinity,
			effect: 'pass',
			spoils: { body: () => body },
		});
		const { poll } = trigger();
		await poll();
		const { actor } = comment('One');
		letPass(5 * MINUTE_MS);
		expect((await poll())?.[0].map(({ json }) => json)).toMatchObject([
			{ actor: { urn: actor }, comment: { text: 'One' } },
		]);
	});

	test('an answer that is no list is asked for again, and nothing is lost', async () => {
		const { poll } = trigger();
		await poll();
		comment('One');
		simulator.faults.add({ match: { path: FEED }, effect: 'pass', spoils: { body: () => ({}) } });
		letPass(5 * MINUTE_MS);
		expect(await poll()).toBeNull();
		letPass(60 * MINUTE_MS);
		expect(texts(await poll())).toEqual(['One']);
	});

	test('a list of nothing but odd ones is an empty list', async () => {
		const rewrite = () => ({ elements: [null, 'x', 7, [], {}, { action: 'COMMENT' }], paging: { total: 6 } });
		simulator.faults.add({ match: { path: FEED }, times: 1, effect: 'pass', spoils: { body: rewrite } });
		const { poll, logs } = trigger();
		expect(await poll()).toBeNull();
		expect(logs().map(({ message }) => message)).toContainEqual(
			expect.stringContaining('6 of 6 notifications'),
		);
	});
});

describe('of comments', () => {
	const byPosts = () => trigger({ ...WATCH_PAGE, watch: 'posts', posts: post.urn });

	test.each<[what: string, odd: unknown]>([
		['null', null],
		['a text', 'x'],
		['one without an id', { id: null, object: 'urn:li:activity:7094637247890620418', created: { time: 1 } }],
		['one without a moment', { id: '11', created: { time: 1e20 } }],
	])('%s is left out and said once; the others come', async (_what, odd) => {
		const { poll, logs } = byPosts();
		await poll();
		listFirst(/comments\?/, odd);
		comment('One');
		comment('Two');
		letPass(5 * MINUTE_MS);
		expect(texts(await poll())).toEqual(['One', 'Two']);
		comment('Three');
		letPass(5 * MINUTE_MS);
		expect(texts(await poll())).toEqual(['Three']);
		expect(logs().filter(({ message }) => message.includes('could not be read'))).toHaveLength(1);
	});

	test('null counts as absent, as does what is of another type', async () => {
		const { poll } = byPosts();
		await poll();
		const made = comment('One');
		const rewrite = (body: unknown) => {
			const page = body as Body;
			const elements = page.elements.map((one) => ({ ...one, parentComment: null, actor: 5, agent: null }));
			return { ...page, elements };
		};
		simulator.faults.add({
			match: { path: /comments\?/ },
			times: Infinity,
			effect: 'pass',
			spoils: { body: rewrite },
		});
		letPass(5 * MINUTE_MS);
		expect((await poll())?.[0].map(({ json }) => json)).toMatchObject([
			{ comment: { id: made.id, text: 'One', isReply: false }, parent: null },
		]);
	});

	test('an odd count does not make a post one without comments', async () => {
		const { poll } = byPosts();
		await poll();
		comment('One');
		const rewrite = (body: unknown) => {
			const { results, ...rest } = body as { results: Record<string, object> };
			const odd = Object.entries(results).map(([key, one]) => [
				key,
				{ ...one, commentSummary: { count: 'x' } },
			]);
			return { ...rest, results: Object.fromEntries(odd) };
		};
		simulator.faults.add({
			match: { path: /socialMetadata/ },
			times: 1,
			effect: 'pass',
			spoils: { body: rewrite },
		});
		letPass(5 * MINUTE_MS);
		await poll();
		letPass(5 * MINUTE_MS);
		expect(texts(await poll())).toEqual(['One']);
	});
});
