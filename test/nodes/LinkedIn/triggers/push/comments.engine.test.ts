import { faults } from '../../../../simulator';
import {
	followed,
	itemsIn,
	PAGE,
	push,
	settle,
	simulateForEachTest,
	simulator,
	textsIn,
	until,
} from './startPushTrigger';

/** What a pushed or pulled comment says besides its notification (docs.notifications, docs.comments). */

simulateForEachTest();

const COMMENTS = /socialActions\/.*\/comments/;
const addPost = () => simulator.state.addPost({ author: PAGE, text: 'x' });
const comment = (post: string, text: string, more: object = {}) =>
	simulator.state.addComment({ post, actor: 'cleo', text, ...more });
const asked = () => simulator.requests.filter(({ url }) => COMMENTS.test(url)).length;
const repliesIn = (harness: Awaited<ReturnType<typeof followed>>) =>
	itemsIn(harness).map(({ comment: one, parent }) => [
		(one as { text: string }).text,
		(one as { isReply: boolean | null }).isReply,
		(parent as { urn: string } | null)?.urn ?? null,
	]);

const showingNothing: typeof faults.notFound = (where) => ({
	match: {},
	...where,
	effect: 'pass',
	spoils: { body: () => ({}) },
});

describe('a reply says what it answers,', () => {
	const thread = () => {
		const post = addPost();
		const { urn } = comment(post.urn, 'question');
		comment(post.urn, 'answer', { parent: urn });
		return urn;
	};

	test('pushed, with one call for a post', async () => {
		const harness = await followed();
		const urn = thread();
		await push();
		await until(() => harness.started.length > 0);
		expect(repliesIn(harness)).toEqual([
			['question', false, null],
			['answer', true, urn],
		]);
		expect(asked()).toBe(1);
	});

	test('pulled, and asked for once', async () => {
		const harness = await followed();
		simulator.state.webhooks.subscriptions.remove(simulator.state.webhooks.subscriptions.all()[0]);
		const urn = thread();
		for (const starts of [1, 2]) {
			harness.crash();
			await harness.restart();
			await new Promise((resolve) => setTimeout(resolve, 1_100));
			await simulator.portal.revalidate();
			await until(() => harness.started.length >= starts);
			await settle();
		}
		expect(repliesIn(harness).sort()).toEqual([
			['answer', true, urn],
			['question', false, null],
		]);
		expect(asked()).toBe(1);
	});

	test('edited', async () => {
		const harness = await followed({ events: ['commentEdited'] });
		const { urn } = addPost();
		const parent = comment(urn, 'question').urn;
		const { id, urn: reply } = comment(urn, 'answer', { parent });
		simulator.state.editComment(reply, 'better answer');
		await push();
		await until(() => harness.started.length > 0);
		expect(itemsIn(harness)).toMatchObject([
			{
				event: 'commentEdited',
				comment: { id, text: 'better answer', isReply: true },
				parent: { urn: parent },
			},
		]);
	});

	test('after several in one call were refused', async () => {
		const harness = await followed();
		simulator.faults.add(
			faults.accessDenied({ match: { path: COMMENTS, restliMethod: 'BATCH_GET' }, times: Infinity }),
		);
		for (const text of ['one', 'two', 'three', 'four']) {
			const { urn } = addPost();
			comment(urn, text);
			comment(urn, `${text}, too`);
		}
		await push();
		await until(() => harness.started.length > 0);
		expect(repliesIn(harness).map(([, isReply]) => isReply)).toEqual(Array.from({ length: 8 }, () => false));
		expect(asked()).toBe(9);
	});
});

test.each([
	['refuses it, which is remembered', faults.accessDenied, 1],
	['does not find it', faults.notFound, 2],
	['fails', faults.serverError, 2],
	['shows nothing of it', showingNothing, 2],
])('where LinkedIn %s, the notification counts', async (_what, fault, calls) => {
	const harness = await followed();
	simulator.faults.add(fault({ match: { path: COMMENTS }, times: Infinity }));
	for (const text of ['one', 'two']) {
		comment(addPost().urn, text);
		await push();
		await until(() => textsIn(harness).includes(text));
	}
	expect(repliesIn(harness)).toEqual([
		['one', null, null],
		['two', null, null],
	]);
	expect(asked()).toBe(calls);
});

test('where LinkedIn never answers, the notification counts after five seconds', async () => {
	const harness = await followed();
	simulator.faults.add(faults.hang({ match: { path: COMMENTS }, times: Infinity }));
	comment(addPost().urn, 'one');
	const startMs = performance.now();
	await push();
	for (let tries = 0; tries < 4 && harness.started.length === 0; tries += 1) {
		await until(() => harness.started.length > 0);
	}
	expect(repliesIn(harness)).toEqual([['one', null, null]]);
	expect(performance.now() - startMs).toBeLessThan(6_500);
});

test('one that turns out to be the own is left out', async () => {
	const harness = await followed();
	simulator.state.notificationForms.decorated = 'absent';
	const { urn } = addPost();
	comment(urn, 'mine', { actor: 'ada' });
	comment(urn, 'not mine');
	await push();
	await until(() => harness.started.length > 0);
	expect(textsIn(harness)).toEqual(['not mine']);
});
