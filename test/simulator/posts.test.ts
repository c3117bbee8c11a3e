import { ACME, enc, GLOBEX, send, startAtNow, textPost, tokenOf } from './wire';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

let simulator: Simulator;
let token: string;
let ada: string;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
	ada = simulator.state.member('ada').urn;
});
afterEach(async () => simulator.close());

const create = async (body: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'POST', path: '/rest/posts', body, token: as });
const read = async (urn: string, as = token): Promise<WireAnswer> =>
	send(simulator, { path: `/rest/posts/${enc(urn)}`, token: as });
const update = async (urn: string, patch: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, {
		method: 'POST',
		path: `/rest/posts/${enc(urn)}`,
		body: { patch },
		token: as,
		headers: { 'x-restli-method': 'PARTIAL_UPDATE' },
	});
const remove = async (urn: string, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'DELETE', path: `/rest/posts/${enc(urn)}`, token: as });
const idOf = (reply: WireAnswer) => String(reply.headers['x-restli-id']);

it('a post is created with 201, an empty body and its URN in x-restli-id, and read back in little text', async () => {
	const made = await create(textPost(ACME, 'Test \\(escaped\\) #LinkedIn'));
	expect([made.status, made.text]).toEqual([201, '']);
	expect(idOf(made)).toMatch(/^urn:li:share:\d{19}$/);
	const reply = await read(idOf(made));
	expect(reply.json).toEqual({
		id: idOf(made),
		author: ACME,
		commentary: 'Test \\(escaped\\) {hashtag|\\#|LinkedIn}',
		visibility: 'PUBLIC',
		distribution: { feedDistribution: 'MAIN_FEED', thirdPartyDistributionChannels: [] },
		lifecycleState: 'PUBLISHED',
		lifecycleStateInfo: { isEditedByAuthor: false },
		isReshareDisabledByAuthor: false,
		createdAt: expect.any(Number),
		publishedAt: expect.any(Number),
		lastModifiedAt: expect.any(Number),
	});
	expect(Number(BigInt(idOf(made).split(':')[3]) >> 22n)).toBe(reply.json.createdAt);
});

it('text that is not escaped is cut without a word', async () => {
	const made = await create(textPost(ACME, 'Read this (really)'));
	expect(made.status).toBe(201);
	expect((await read(idOf(made))).json.commentary).toBe('Read this ');
});

it.each([
	['@[Acme Corp](urn:li:organization:2414183)', '@[Acme Corp](urn:li:organization:2414183)'],
	['@[ACME](urn:li:organization:2414183)', 'ACME'],
	[
		'@[Globex & Söhne \\(Labs\\)](urn:li:organization:5583111)',
		'@[Globex & Söhne \\(Labs\\)](urn:li:organization:5583111)',
	],
	['@[Cleo](urn:li:person:cLeO55wQz0)', '@[Cleo](urn:li:person:cLeO55wQz0)'],
	['@[Nobody](urn:li:person:x)', 'Nobody'],
])('a mention stays one only under its own name: %s', async (commentary, readBack) => {
	const made = await create(textPost(ACME, commentary));
	expect((await read(idOf(made))).json.commentary).toBe(readBack);
});

describe('a new post is refused', () => {
	const without = (field: string) => {
		const { [field]: _left, ...rest } = textPost(ACME, 'x') as Record<string, unknown>;
		return rest;
	};
	it.each<[string, unknown, number, string]>([
		['without author', without('author'), 400, 'MISSING_FIELD'],
		['without commentary', without('commentary'), 400, 'MISSING_FIELD'],
		['without visibility', without('visibility'), 400, 'MISSING_FIELD'],
		['without distribution', without('distribution'), 400, 'MISSING_FIELD'],
		['without lifecycleState', without('lifecycleState'), 400, 'MISSING_FIELD'],
		['as a draft', textPost(ACME, 'x', { lifecycleState: 'DRAFT' }), 400, 'INVALID_VALUE_FOR_FIELD'],
		['with another visibility', textPost(ACME, 'x', { visibility: 'ALL' }), 400, 'INVALID_VALUE_FOR_FIELD'],
		[
			'of a page for connections',
			textPost(ACME, 'x', { visibility: 'CONNECTIONS' }),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		['by no author URN', textPost('2414183', 'x'), 400, 'INVALID_URN_TYPE'],
		['by a share', textPost('urn:li:share:1', 'x'), 400, 'INVALID_URN_TYPE'],
		['with empty text', textPost(ACME, ''), 400, 'INVALID_VALUE_BLANK_FIELD'],
		['with 3,001 characters', textPost(ACME, 'x'.repeat(3001)), 400, 'FIELD_LENGTH_TOO_LONG'],
		['with a number for text', textPost(ACME, 5 as never), 400, 'INVALID_VALUE_FOR_FIELD'],
		['with a null member', textPost(ACME, 'x', { content: null }), 403, 'ACCESS_DENIED'],
		[
			'with a null deep inside',
			textPost(ACME, 'x', { content: { media: { id: null } } }),
			403,
			'ACCESS_DENIED',
		],
		['with an unknown member', textPost(ACME, 'x', { title: 'y' }), 403, 'ACCESS_DENIED'],
		['with unknown content', textPost(ACME, 'x', { content: { carousel: {} } }), 403, 'ACCESS_DENIED'],
		['with empty content', textPost(ACME, 'x', { content: {} }), 400, 'INVALID_VALUE_FOR_FIELD'],
		[
			'with two kinds of content',
			textPost(ACME, 'x', {
				content: { media: { id: 'urn:li:image:A' }, article: { source: 'https://a.example', title: 't' } },
			}),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		[
			'with a document without title',
			textPost(ACME, 'x', { content: { media: { id: 'urn:li:document:A' } } }),
			400,
			'MISSING_FIELD',
		],
		[
			'with an article without title',
			textPost(ACME, 'x', { content: { article: { source: 'https://a.example' } } }),
			400,
			'MISSING_FIELD',
		],
		[
			'with one image in a multi-image',
			textPost(ACME, 'x', { content: { multiImage: { images: [{ id: 'urn:li:image:A' }] } } }),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		[
			'resharing an activity',
			textPost(ACME, 'x', { reshareContext: { parent: 'urn:li:activity:1' } }),
			400,
			'INVALID_URN_TYPE',
		],
		[
			'resharing nothing',
			textPost(ACME, 'x', { reshareContext: { parent: 'urn:li:share:1' } }),
			400,
			'INVALID_URN_ID',
		],
		['in the name of another member', textPost('urn:li:person:cLeO55wQz0', 'x'), 403, 'ACCESS_DENIED'],
		['for a page whose role is revoked', textPost('urn:li:organization:9999001', 'x'), 403, 'ACCESS_DENIED'],
	])('%s', async (_what, body, status, code) => {
		const reply = await create(body);
		expect([reply.status, reply.json.code]).toEqual([status, code]);
		expect(simulator.state.posts()).toHaveLength(0);
	});

	it('with null in the words of LinkedIn', async () => {
		expect((await create(textPost(ACME, 'x', { content: null }))).json.message).toBe(
			'Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/content]',
		);
	});

	it('for a page by a token that may only post as member, and the other way round', async () => {
		const member = tokenOf(simulator, 'ada', ['w_member_social']);
		const page = tokenOf(simulator, 'ada', ['w_organization_social']);
		const replies = [await create(textPost(ACME, 'x'), member), await create(textPost(ada, 'x'), page)];
		expect(replies.map((reply) => reply.status)).toEqual([403, 403]);
		expect((await create(textPost(ada, 'x'), member)).status).toBe(201);
	});

	it('by a member without a role on the page', async () => {
		expect((await create(textPost(ACME, 'x'), tokenOf(simulator, 'bob'))).status).toBe(403);
		expect((await create(textPost(GLOBEX, 'x'))).status).toBe(201);
	});
});

it('3,000 characters are counted without escapes', async () => {
	expect((await create(textPost(ACME, `${'x'.repeat(2998)}\\(\\)`))).status).toBe(201);
});

it('the same text by the same author within ten minutes is a 422 that names its twin', async () => {
	const twin = idOf(await create(textPost(ACME, 'Twice \\#1')));
	const again = await create(textPost(ACME, 'Twice \\#1'));
	expect([again.status, again.json]).toEqual([
		422,
		{ status: 422, code: 'UNPROCESSABLE_ENTITY', message: `Content is a duplicate of ${twin}` },
	]);
	expect((await create(textPost(GLOBEX, 'Twice \\#1'))).status).toBe(201);
	simulator.clock.advance(10 * 60 * 1000 + 1);
	expect((await create(textPost(ACME, 'Twice \\#1'))).status).toBe(201);
});

it.each([
	['media', { media: { id: 'urn:li:image:A', altText: 'a' } }, 'share'],
	['a video', { media: { id: 'urn:li:video:A' } }, 'ugcPost'],
	['an article', { article: { source: 'https://a.example', title: 't' } }, 'share'],
	[
		'a poll',
		{ poll: { question: 'q', options: [{ text: 'a' }, { text: 'b' }], settings: { duration: 'ONE_DAY' } } },
		'ugcPost',
	],
])('a post with %s keeps its content', async (_what, content, type) => {
	const urn = idOf(await create(textPost(ACME, 'x', { content })));
	expect(urn).toContain(`:${type}:`);
	expect((await read(urn)).json.content).toEqual(content);
});

it('a reshare carries parent and root, unless the author disabled resharing', async () => {
	const root = idOf(await create(textPost(ACME, 'root')));
	const parent = idOf(await create(textPost(ACME, '', { reshareContext: { parent: root } })));
	const reshare = idOf(await create(textPost(ACME, 'third', { reshareContext: { parent } })));
	expect((await read(reshare)).json.reshareContext).toEqual({ parent, root });
	const closed = idOf(await create(textPost(ACME, 'closed', { isReshareDisabledByAuthor: true })));
	expect((await create(textPost(ACME, 'no', { reshareContext: { parent: closed } }))).status).toBe(403);
});

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
