/** A manual run shows the newest comments, and what is wrong. */
import type { INodeParameters } from 'n8n-workflow';

import { faults } from '../../../../simulator';
import {
	comment,
	letPass,
	PAGE,
	PAGE_URN,
	post,
	simulateForEachTest,
	simulator,
	texts,
	trigger,
	WATCH_PAGE,
} from './watchedPost';

simulateForEachTest();

describe('a manual run', () => {
	const manual = (parameters: INodeParameters = WATCH_PAGE) => trigger(parameters, { mode: 'manual' });

	test.each([
		['a page', () => WATCH_PAGE],
		['chosen posts', () => ({ watch: 'posts', posts: post.activity })],
	])('shows the newest comments of %s, oldest first, and saves nothing', async (_, parameters) => {
		for (let number = 1; number <= 12; number += 1) {
			comment(`Comment ${number}`);
		}
		letPass(1000);
		simulator.state.saveComment({ activity: post.activity, actor: PAGE_URN, text: 'Own' });
		letPass(1000);
		const harness = manual(parameters());
		const found = texts(await harness.poll());
		expect(found).toHaveLength(10);
		expect(found?.at(-1)).toBe('Comment 12');
		expect(found).not.toContain('Own');
		expect(harness.memory()).toEqual({});
	});

	test('finds comments of posts that the feed does not cover', async () => {
		const closed = simulator.state.addPost({ author: PAGE, text: 'Members only', visibility: 'LOGGED_IN' });
		comment('Hidden from the feed', { post: closed.urn });
		letPass(1000);
		expect(texts(await manual().poll())).toEqual(['Hidden from the feed']);
	});

	test('ends without items when nobody has commented', async () => {
		expect(await manual().poll()).toBeNull();
	});

	test('leaves out a page without the role, and says so once on the first item', async () => {
		simulator.state.addPost({ author: '5583111', text: 'Not for me' });
		const parameters = { ...WATCH_PAGE, pages: ['urn:li:organization:5583111', PAGE_URN] };
		expect(await manual(parameters).poll()).toBeNull();
		comment('One');
		comment('Two');
		letPass(1000);
		const outputs = await manual(parameters).poll();
		expect(texts(outputs)).toEqual(['One', 'Two']);
		expect(outputs?.[0].map(({ json }) => json.notice)).toEqual([
			expect.stringMatching(/^The comments of urn:li:organization:5583111 are left out\. [^]*isn't allowed/),
			undefined,
		]);
	});

	test('of chosen posts, one of which is refused, ends without items when nobody has commented', async () => {
		const foreign = simulator.state.addPost({ author: '5583111', text: 'Not for me' });
		expect(
			await manual({ watch: 'posts', posts: `${foreign.activity}, ${post.activity}` }).poll(),
		).toBeNull();
	});

	test('throws what LinkedIn refuses of all pages', async () => {
		simulator.state.addPost({ author: '5583111', text: 'Not for me' });
		const parameters = { ...WATCH_PAGE, pages: ['urn:li:organization:5583111'] };
		await expect(manual(parameters).poll()).rejects.toMatchObject({ httpCode: '403' });
	});

	test('throws that the pages I manage cannot be listed', async () => {
		simulator.faults.add(faults.accessDenied({ match: { path: /organizationAcls/ }, times: Infinity }));
		await expect(manual({ watch: 'managed' }).poll()).rejects.toMatchObject({ httpCode: '403' });
	});

	test('throws that it has nothing to show of chosen posts without comments', async () => {
		const parameters = { watch: 'posts', posts: post.activity, events: ['newReaction'] };
		await expect(manual(parameters).poll()).rejects.toMatchObject({
			message: expect.stringMatching(/Of chosen posts, .* can show only comments/),
			description: expect.stringContaining('choose New Comment as well'),
		});
		expect(simulator.requests).toHaveLength(0);
	});

	test('throws what LinkedIn refuses, with advice', async () => {
		simulator.faults.add(faults.expiredToken({ times: Infinity }));
		await expect(manual().poll()).rejects.toMatchObject({
			message: expect.stringContaining('expired'),
			description: expect.stringContaining('connect again'),
		});
	});
});
