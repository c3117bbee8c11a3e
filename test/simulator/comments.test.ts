import { ACME, enc, GLOBEX, send, startAtNow, textPost, tokenOf } from './wire';
import type { Post, Simulator } from './index';
import type { WireAnswer } from './wire';

let simulator: Simulator;
let token: string;
let ada: string;
let cleo: string;
let post: Post;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
	ada = simulator.state.member('ada').urn;
	cleo = simulator.state.member('cleo').urn;
	post = simulator.state.addPost({ author: ACME, text: 'Ask us' });
});
afterEach(async () => simulator.close());

const at = (urn: string, rest = '', base = '/rest') => `${base}/socialActions/${enc(urn)}/comments${rest}`;
const create = async (urn: string, body: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'POST', path: at(urn), body, token: as });
const get = async (urn: string, rest = '', as = token): Promise<WireAnswer> =>
	send(simulator, { path: at(urn, rest), token: as });
const edit = async (urn: string, rest: string, body: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, {
		method: 'POST',
		path: at(urn, rest),
		body,
		token: as,
		headers: { 'x-restli-method': 'PARTIAL_UPDATE' },
	});
const remove = async (urn: string, rest: string, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'DELETE', path: at(urn, rest), token: as });
const comment = (actor: string, text = 'Hello (there)', more = {}) => ({
	actor,
	object: post.activity,
	message: { text },
	...more,
});
const patchText = (text: string) => ({ patch: { message: { $set: { text } } } });

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

describe('reading', () => {
	it('is paged, with total and without links, in the order state says', async () => {
		const made = Array.from({ length: 12 }, (_, n) =>
			simulator.state.addComment({
				post: post.urn,
				actor: 'cleo',
				text: `${n}`,
				createdAt: simulator.clock.now() - (12 - n) * 1000,
			}),
		).map((one) => one.id);
		const ids = (reply: WireAnswer) => reply.json.elements.map((one: { id: string }) => one.id);
		const second = await get(post.activity, '?start=10&count=10');
		expect(second.json.paging).toEqual({ start: 10, count: 10, links: [], total: 12 });
		expect(ids(second)).toEqual([made[1], made[0]]);
		simulator.state.commentOrder = 'oldestFirst';
		simulator.state.commentTotals = false;
		const first = await get(post.activity, '?count=2');
		expect(first.json.paging).toEqual({ start: 0, count: 2, links: [] });
		expect(ids(first)).toEqual(made.slice(0, 2));
	});

	it('one, and several, by numeric id', async () => {
		const one = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Hi' });
		expect((await get(post.urn, `/${one.id}`)).json).toMatchObject({
			commentUrn: one.urn,
			likesSummary: { totalLikes: 0 },
		});
		expect((await get(post.urn, '/1')).status).toBe(404);
		expect((await get(post.urn, `/${enc(one.urn)}`)).status).toBe(400);
		const batch = await get(post.urn, `?ids=List(${one.id},1)`);
		expect(batch.json).toMatchObject({
			results: { [one.id]: { id: one.id } },
			statuses: { [one.id]: 200, 1: 404 },
			errors: { 1: { status: 404 } },
		});
	});

	it('a page post takes a role that content administrators do not have', async () => {
		const other = simulator.state.addPost({ author: GLOBEX, text: 'x' });
		const statuses = [
			(await get(post.urn)).status,
			(await get(other.urn)).status,
			(await get(post.urn, '', tokenOf(simulator, 'bob'))).status,
		];
		expect(statuses).toEqual([200, 403, 403]);
	});

	it('a member post takes r_member_social_feed', async () => {
		const own = simulator.state.addPost({ author: 'ada', text: 'x' });
		const page = tokenOf(simulator, 'ada', ['r_organization_social_feed']);
		expect([(await get(own.urn)).status, (await get(own.urn, '', page)).status]).toEqual([200, 403]);
	});
});

describe('editing', () => {
	it("takes the actor for a page's comment, none for one's own; 200 with entity and header", async () => {
		const pages = (await create(post.urn, comment(ACME))).json;
		const own = (await create(post.urn, comment(ada))).json;
		const edited = await edit(post.urn, `/${pages.id}?actor=${enc(ACME)}`, patchText('Better'));
		expect([edited.status, edited.json.message.text, edited.headers['x-resourceidentity-urn']]).toEqual([
			200,
			'Better',
			pages.commentUrn,
		]);
		expect((await edit(post.urn, `/${own.id}`, patchText('Mine'))).status).toBe(200);
		const missing = await edit(post.urn, `/${pages.id}`, patchText('x'));
		expect([missing.status, missing.json.message]).toEqual([400, 'actor is required but missing']);
	});

	it.each<[string, string, unknown, number]>([
		['of another person', '', patchText('x'), 403],
		['as the page', `?actor=${enc(ACME)}`, patchText('x'), 403],
		['as nobody', '?actor=me', patchText('x'), 400],
		['in the shape of posts', '', { patch: { $set: { text: 'x' } } }, 400],
		['of another member', '', { patch: { message: { $set: { title: 'x' } } } }, 403],
		['to empty text', '', patchText(''), 400],
	])('%s is refused', async (_what, query, body, status) => {
		const theirs = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Hi' });
		expect((await edit(post.urn, `/${theirs.id}${query}`, body)).status).toBe(status);
		expect(simulator.state.findComment(theirs.urn)?.text).toBe('Hi');
	});
});

describe('deleting', () => {
	it('answers 204, takes the replies along, and 404 the second time', async () => {
		const parent = simulator.state.addComment({ post: post.urn, actor: 'ada', text: 'Hi' });
		simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Re', parent: parent.urn });
		const statuses = [
			(await remove(post.urn, `/${parent.id}`)).status,
			(await remove(post.urn, `/${parent.id}`)).status,
		];
		expect(statuses).toEqual([204, 404]);
		expect(simulator.state.comments(post.urn)).toEqual([]);
	});

	it("is the page administrator's right under the page's posts, with actor, and nobody else's", async () => {
		const theirs = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Spam' });
		const elsewhere = simulator.state.addPost({ author: 'bob', text: 'x' });
		const other = simulator.state.addComment({ post: elsewhere.urn, actor: 'cleo', text: 'Hi' });
		const asPage = `?actor=${enc(ACME)}`;
		const statuses = [
			(await remove(post.urn, `/${theirs.id}`)).status,
			(await remove(elsewhere.urn, `/${other.id}${asPage}`)).status,
			(await remove(post.urn, `/${theirs.id}${asPage}`, tokenOf(simulator, 'bob'))).status,
			(await remove(post.urn, `/${theirs.id}${asPage}`)).status,
		];
		expect(statuses).toEqual([403, 403, 403, 204]);
	});
});

describe('socialActions and socialMetadata', () => {
	it('sum up comments and lead from a share to its activity', async () => {
		const parent = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Hi' });
		simulator.state.addComment({ post: post.urn, actor: 'bob', text: 'Re', parent: parent.id });
		const summary = await send(simulator, { path: `/rest/socialActions/${enc(post.urn)}`, token });
		expect(summary.json).toMatchObject({
			target: post.urn,
			$URN: post.activity,
			commentsSummary: { totalFirstLevelComments: 1, aggregatedTotalComments: 2, commentsState: 'OPEN' },
		});
		const metadata = await send(simulator, { path: `/rest/socialMetadata/${enc(post.urn)}`, token });
		expect(metadata.json).toEqual({
			entity: post.activity,
			commentsState: 'OPEN',
			commentSummary: { count: 2, topLevelCount: 1 },
			reactionSummaries: {},
		});
		const ofComment = await send(simulator, { path: `/rest/socialMetadata/${enc(parent.urn)}`, token });
		expect(ofComment.json).toMatchObject({ entity: parent.urn, commentSummary: { count: 1 } });
	});

	it.each(['socialActions', 'socialMetadata'])('%s answers batches by the URN asked', async (resource) => {
		const theirs = simulator.state.addPost({ author: GLOBEX, text: 'x' });
		const ids = [post.urn, theirs.urn, 'urn:li:share:1'].map(enc);
		const { json } = await send(simulator, { path: `/rest/${resource}?ids=List(${ids.join(',')})`, token });
		expect(Object.keys(json.results)).toEqual([ids[0]]);
		expect(json.statuses).toEqual({ [ids[0]]: 200, [ids[1]]: 403, [ids[2]]: 404 });
	});
});
