import {
	ada,
	at,
	cleo,
	comment,
	create,
	get,
	post,
	simulateForEachTest,
	simulator,
	token,
} from './commentCalls';
import { ACME, GLOBEX, send, textPost, tokenOf } from './wire';

simulateForEachTest();

it('a page comments: 201, the bare id in the header, the entity without likesSummary', async () => {
	const reply = await create(post.urn, comment(ACME));
	const id = String(reply.headers['x-restli-id']);
	expect(id).toMatch(/^\d{19}$/);
	const stamp = { actor: ACME, impersonator: ada, time: expect.any(Number) };
	expect([reply.status, reply.json]).toEqual([
		201,
		{
			actor: ACME,
			agent: ada,
			commentUrn: `urn:li:comment:(${post.activity},${id})`,
			id,
			object: post.activity,
			created: stamp,
			lastModified: stamp,
			message: { attributes: [], text: 'Hello (there)' },
		},
	]);
});

it('a member comments as himself, on any of the three URNs of the post', async () => {
	const replies = await Promise.all([
		create(post.urn, comment(ada, 'a', { object: post.urn })),
		create(post.activity, comment(ada, 'b')),
	]);
	expect(replies.map((reply) => [reply.status, reply.json.object, reply.json.agent])).toEqual([
		[201, post.activity, undefined],
		[201, post.activity, undefined],
	]);
});

describe('a new comment is refused', () => {
	it.each<[string, (body: ReturnType<typeof comment>) => unknown, number, string]>([
		['without actor', ({ actor: _, ...rest }) => rest, 400, 'MISSING_FIELD'],
		['without object', ({ object: _, ...rest }) => rest, 400, 'MISSING_FIELD'],
		['without message', ({ message: _, ...rest }) => rest, 400, 'MISSING_FIELD'],
		['with empty text', (body) => ({ ...body, message: { text: '' } }), 400, 'INVALID_VALUE_BLANK_FIELD'],
		[
			'with another post as object',
			(body) => ({ ...body, object: 'urn:li:activity:1' }),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		[
			'with a swapped prefix as object',
			(body) => ({ ...body, object: post.urn.replace('share', 'ugcPost') }),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		['with a null member', (body) => ({ ...body, parentComment: null }), 403, 'ACCESS_DENIED'],
		['with an unknown member', (body) => ({ ...body, text: 'x' }), 403, 'ACCESS_DENIED'],
		['as another member', (body) => ({ ...body, actor: 'urn:li:person:cLeO55wQz0' }), 403, 'ACCESS_DENIED'],
		['as a page where the role is too small', (body) => ({ ...body, actor: GLOBEX }), 403, 'ACCESS_DENIED'],
		[
			'with a parent on the path of the post',
			(body) => ({ ...body, parentComment: `urn:li:comment:(${post.activity},1)` }),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
	])('%s', async (_what, change, status, code) => {
		const reply = await create(post.urn, change(comment(ada)));
		expect([reply.status, reply.json.code]).toEqual([status, code]);
		expect(simulator.state.comments()).toHaveLength(0);
	});

	it.each([
		['a post that is not there', 'urn:li:share:1', 404],
		['an activity number under share', 'swapped', 404],
		['a comment by its short URN', 'short', 400],
		['a page', 'urn:li:organization:2414183', 400],
	])('on %s', async (_what, urn, status) => {
		const path = {
			swapped: post.activity.replace('activity', 'share'),
			short: 'urn:li:comment:(activity:1,2)',
		};
		const reply = await create(path[urn as keyof typeof path] ?? urn, comment(ada));
		expect(reply.status).toBe(status);
	});

	it('by a self-serve token on the versioned API, but not on /v2', async () => {
		const poor = tokenOf(simulator, 'cleo', ['w_member_social'], 'self-serve-app');
		const refused = await create(post.urn, comment(cleo), poor);
		expect(refused.json.message).toBe(
			'Not enough permissions to access: partnerApiSocialActions.CREATE.20260901',
		);
		const path = at(post.urn, '', '/v2');
		const taken = await send(simulator, { method: 'POST', path, body: comment(cleo), token: poor });
		expect([taken.status, taken.json.actor]).toEqual([201, cleo]);
		const listed = await send(simulator, { path, token: poor });
		expect(listed.json.elements).toHaveLength(1);
		simulator.state.selfServeMayReadComments = false;
		expect((await send(simulator, { path, token: poor })).status).toBe(403);
		const asPage = await send(simulator, { method: 'POST', path, body: comment(ACME), token: poor });
		expect(asPage.status).toBe(403);
	});

	it('where comments are closed, and when a member is too fast', async () => {
		simulator.state.commentsPerMinute = 1;
		expect((await create(post.urn, comment(ada))).status).toBe(201);
		const fast = await create(post.urn, comment(ACME));
		expect([fast.status, fast.json.message]).toEqual([
			429,
			'Comment create throttled: creation rate limit exceeded for member',
		]);
		simulator.clock.advance(61_000);
		expect((await create(post.urn, comment(ACME))).status).toBe(201);
		post.commentsState = 'CLOSED';
		simulator.clock.advance(61_000);
		expect((await create(post.urn, comment(ACME))).status).toBe(403);
	});
});

it('just after a post is made its comments answer 404 for a while', async () => {
	simulator.state.commentRaceMs = 5000;
	const made = await send(simulator, {
		method: 'POST',
		path: '/rest/posts',
		body: textPost(ACME, 'new'),
		token,
	});
	const urn = String(made.headers['x-restli-id']);
	const first = await create(urn, comment(ACME, 'first', { object: urn }));
	simulator.clock.advance(5001);
	const second = await create(urn, comment(ACME, 'first', { object: urn }));
	expect([first.status, second.status]).toEqual([404, 201]);
});

describe('replies', () => {
	it('stand under their comment, one level deep, without image', async () => {
		const parent = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'When?' });
		const body = comment(ACME, 'Soon', { parentComment: parent.urn });
		const reply = await create(parent.urn, body);
		expect([reply.status, reply.json.parentComment]).toEqual([201, parent.urn]);
		expect((await get(parent.urn)).json.elements.map((one: { id: string }) => one.id)).toEqual([
			reply.json.id,
		]);
		const top = (await get(post.urn)).json.elements;
		expect(top.map((one: { id: string }) => one.id)).toEqual([parent.id]);
		expect(top[0].commentsSummary).toEqual({
			aggregatedTotalComments: 1,
			selectedComments: [reply.json.commentUrn],
			totalFirstLevelComments: 1,
		});
		const deeper = await create(reply.json.commentUrn, { ...body, parentComment: reply.json.commentUrn });
		const orphan = await create(parent.urn, comment(ACME, 'x'));
		const image = await create(parent.urn, { ...body, content: [{ entity: { image: 'urn:li:image:A' } }] });
		expect([deeper, orphan, image].map((one) => [one.status, one.json.code])).toEqual([
			[400, 'INVALID_VALUE_FOR_FIELD'],
			[400, 'MISSING_FIELD'],
			[403, 'ACCESS_DENIED'],
		]);
	});
});
