import { ada, create, idOf, read, simulateForEachTest, simulator } from './postCalls';
import { ACME, GLOBEX, textPost, tokenOf } from './wire';

simulateForEachTest();

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

it.each<[string, Record<string, unknown>, string]>([
	['media', { media: { id: 'urn:li:image:A', altText: 'a' } }, 'share'],
	['a video', { media: { id: 'urn:li:video:A' } }, 'ugcPost'],
	['an article', { article: { source: 'https://a.example', title: 't' } }, 'share'],
	[
		'a poll',
		{ poll: { question: 'q', options: [{ text: 'a' }, { text: 'b' }], settings: { duration: 'ONE_DAY' } } },
		'ugcPost',
	],
])('a post with %s keeps its content', async (_what, content, type) => {
	simulator.state.media.add({ kind: 'image', id: 'A', owner: ACME });
	simulator.state.media.add({ kind: 'video', id: 'A', owner: ACME });
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
