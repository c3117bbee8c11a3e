import { ada, read, remove, simulateForEachTest, simulator, token, update } from './postCalls';
import { ACME, enc, send, tokenOf } from './wire';
import type { WireAnswer } from './wire';

simulateForEachTest();

describe('the numbers of a post', () => {
	it('differ, and none stands for another', async () => {
		const post = simulator.state.addPost({ author: ACME, text: 'x' });
		const [share, activity] = [post.urn, post.activity].map((urn) => urn.split(':')[3]);
		expect(share).not.toBe(activity);
		const statuses = await Promise.all(
			[post.urn, post.activity, `urn:li:ugcPost:${share}`, `urn:li:share:${activity}`].map(
				async (urn) => (await read(urn)).status,
			),
		);
		expect(statuses).toEqual([200, 404, 404, 404]);
	});
});

describe('reading', () => {
	it('posts of a page takes a role on it', async () => {
		const { urn } = simulator.state.addPost({ author: ACME, text: 'x' });
		expect((await read(urn, tokenOf(simulator, 'bob'))).status).toBe(403);
	});

	it('own posts takes r_member_social, which nobody gets', async () => {
		const { urn } = simulator.state.addPost({ author: 'ada', text: 'x' });
		const path = `/rest/posts?q=author&author=${enc(ada)}`;
		for (const reply of [await read(urn), await send(simulator, { path, token })]) {
			expect([reply.status, reply.json.message]).toEqual([
				400,
				'Member permissions must be used when using member as author',
			]);
		}
		const closed = tokenOf(simulator, 'ada', ['r_member_social']);
		expect((await read(urn, closed)).status).toBe(200);
		expect((await send(simulator, { path, token: closed })).json.elements).toHaveLength(1);
		const cleos = simulator.state.addPost({ author: 'cleo', text: 'x' });
		expect((await read(cleos.urn, closed)).status).toBe(404);
	});

	it('a batch gives found and missing posts by encoded key', async () => {
		const post = simulator.state.addPost({ author: ACME, text: 'x' });
		const missing = 'urn:li:share:1';
		const ids = [post.urn, missing, post.activity].map(enc).join(',');
		const { json } = await send(simulator, { path: `/rest/posts?ids=List(${ids})`, token });
		expect(json).toEqual({
			results: { [enc(post.urn)]: expect.objectContaining({ id: post.urn }) },
			statuses: { [enc(missing)]: 404, [enc(post.activity)]: 404 },
			errors: {
				[enc(missing)]: { status: 404, message: 'Could not find entity' },
				[enc(post.activity)]: { status: 404, message: 'Could not find entity' },
			},
		});
	});
});

describe('the list of an author', () => {
	const list = async (query = ''): Promise<WireAnswer> =>
		send(simulator, { path: `/rest/posts?q=author&author=${enc(ACME)}${query}`, token });
	const add = (count: number) =>
		Array.from(
			{ length: count },
			(_, at) =>
				simulator.state.addPost({
					author: ACME,
					text: `Post ${at}`,
					createdAt: simulator.clock.now() - (count - at) * 1000,
				}).urn,
		).reverse();

	it('is newest first, with a link to the next page while there is one', async () => {
		const urns = add(12);
		const first = await list();
		expect(first.json.elements.map((one: { id: string }) => one.id)).toEqual(urns.slice(0, 10));
		const { href } = first.json.paging.links[0];
		const second = await send(simulator, { path: href, token });
		expect(second.json.elements.map((one: { id: string }) => one.id)).toEqual(urns.slice(10));
		expect(second.json.paging).toEqual({ start: 10, count: 10, links: [], total: 12 });
	});

	it('has short pages when state says so, and loses no post', async () => {
		const urns = add(9);
		simulator.state.shortPostPages = true;
		const seen: string[] = [];
		const sizes: number[] = [];
		for (let path: string | undefined = `/rest/posts?q=author&author=${enc(ACME)}&count=4`; path;) {
			const { json } = await send(simulator, { path, token });
			seen.push(...json.elements.map((one: { id: string }) => one.id));
			sizes.push(json.elements.length);
			path = json.paging.links[0]?.href;
		}
		expect(seen).toEqual(urns);
		expect(sizes).toEqual([3, 3, 2, 1].slice(0, sizes.length));
	});

	it('sorts by creation when asked', async () => {
		const [newest, oldest] = [add(2)[0], simulator.state.posts(ACME)[1].urn];
		await update(oldest, { $set: { commentary: 'edited' } });
		const ids = async (query: string) =>
			(await list(query)).json.elements.map((one: { id: string }) => one.id);
		expect(await ids('')).toEqual([oldest, newest]);
		expect(await ids('&sortBy=CREATED')).toEqual([newest, oldest]);
	});

	it.each([
		['count over 100', '&count=101', 400],
		['a negative start', '&start=-1', 400],
		['an unknown sort', '&sortBy=TITLE', 400],
		['an unknown view', '&viewContext=ALL', 400],
		['isDsc that is no boolean', '&isDsc=1', 400],
	])('refuses %s', async (_what, query, status) => {
		expect((await list(query)).status).toBe(status);
	});

	it('refuses a missing or wrong author', async () => {
		const codes = await Promise.all(
			['', `&author=${enc('urn:li:share:1')}`].map(
				async (query) => (await send(simulator, { path: `/rest/posts?q=author${query}`, token })).json.code,
			),
		);
		expect(codes).toEqual(['MISSING_FIELD', 'INVALID_URN_TYPE']);
	});
});

describe('an update', () => {
	it('answers 204 and marks the post as edited', async () => {
		const { urn } = simulator.state.addPost({ author: ACME, text: 'before' });
		const reply = await update(urn, {
			$set: { commentary: 'after', contentCallToActionLabel: 'LEARN_MORE' },
		});
		expect([reply.status, reply.text]).toEqual([204, '']);
		expect((await read(urn)).json).toMatchObject({
			commentary: 'after',
			contentCallToActionLabel: 'LEARN_MORE',
			lifecycleStateInfo: { isEditedByAuthor: true },
		});
		await update(urn, { $delete: ['contentCallToActionLabel'] });
		expect((await read(urn)).json).not.toHaveProperty('contentCallToActionLabel');
	});

	it.each<[string, unknown, number, string]>([
		['of the media', { $set: { content: { media: { id: 'urn:li:image:A' } } } }, 403, 'ACCESS_DENIED'],
		['of the author', { $set: { author: ACME } }, 403, 'ACCESS_DENIED'],
		['to null', { $set: { commentary: null } }, 403, 'ACCESS_DENIED'],
		['to 3,001 characters', { $set: { commentary: 'x'.repeat(3001) } }, 400, 'FIELD_LENGTH_TOO_LONG'],
		['of nothing', { $set: {} }, 400, 'ILLEGAL_ARGUMENT'],
		['in the shape of comments', { commentary: { $set: { text: 'x' } } }, 403, 'ACCESS_DENIED'],
		['that deletes the text', { $delete: ['commentary'] }, 403, 'ACCESS_DENIED'],
	])('%s is refused', async (_what, patch, status, code) => {
		const { urn } = simulator.state.addPost({ author: ACME, text: 'before' });
		const reply = await update(urn, patch);
		expect([reply.status, reply.json.code]).toEqual([status, code]);
		expect((await read(urn)).json.commentary).toBe('before');
	});

	it('of a post of others is refused', async () => {
		const cleos = simulator.state.addPost({ author: 'cleo', text: 'x' });
		expect((await update(cleos.urn, { $set: { commentary: 'y' } })).status).toBe(403);
	});
});

it('deleting answers 204, twice; the post is gone', async () => {
	const { urn } = simulator.state.addPost({ author: ACME, text: 'x' });
	expect((await remove(urn, tokenOf(simulator, 'bob'))).status).toBe(403);
	const statuses = [
		await remove(urn),
		await remove(urn),
		await read(urn),
		await update(urn, { $set: { commentary: 'y' } }),
		await remove('urn:li:share:1'),
	];
	expect(statuses.map((reply) => reply.status)).toEqual([204, 204, 404, 404, 404]);
});
