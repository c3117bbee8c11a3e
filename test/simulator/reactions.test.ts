import { ACME, ALL_SCOPES, enc, GLOBEX, send, startAtNow, tokenOf } from './wire';
import type { Post, Simulator } from './index';
import type { WireAnswer } from './wire';

let simulator: Simulator;
let token: string;
let ada: string;
let post: Post;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
	ada = simulator.state.member('ada').urn;
	post = simulator.state.addPost({ author: ACME, text: 'Ask us' });
});
afterEach(async () => simulator.close());

const create = async (actor: string, body: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'POST', path: `/rest/reactions?actor=${enc(actor)}`, body, token: as });
const keyOf = (actor: string, entity: string) => `(actor:${enc(actor)},entity:${enc(entity)})`;
const on = async (method: string, key: string, body?: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, {
		method,
		path: `/rest/reactions/${key}`,
		body,
		token: as,
		headers: body ? { 'x-restli-method': 'PARTIAL_UPDATE' } : {},
	});
const like = (root: string, reactionType = 'LIKE') => ({ root, reactionType });

it.each([
	['the activity', () => post.activity],
	['the share', () => post.urn],
])('a page reacts to %s: 201, the entity, its root the activity', async (_what, root) => {
	const reply = await create(ACME, like(root(), 'PRAISE'));
	const stamp = { actor: ACME, impersonator: ada, time: expect.any(Number) };
	expect([reply.status, reply.json]).toEqual([
		201,
		{
			id: `urn:li:reaction:(${ACME},${post.activity})`,
			reactionType: 'PRAISE',
			root: post.activity,
			created: stamp,
			lastModified: stamp,
		},
	]);
	expect(decodeURIComponent(String(reply.headers['x-restli-id']))).toBe(reply.json.id);
});

it('a member reacts to a comment as himself', async () => {
	const comment = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Hi' });
	const reply = await create(ada, like(comment.urn, 'EMPATHY'));
	expect(reply.json).toMatchObject({ root: comment.urn, created: { actor: ada } });
	expect(reply.json.created).not.toHaveProperty('impersonator');
	const listed = await send(simulator, {
		path: `/rest/socialActions/${enc(post.urn)}/comments/${comment.id}`,
		token,
	});
	expect(listed.json.likesSummary).toEqual({
		aggregatedTotalLikes: 1,
		likedByCurrentUser: true,
		selectedLikes: [`urn:li:like:(${ada},${comment.urn})`],
		totalLikes: 1,
	});
});

it.each(['LIKE', 'PRAISE', 'EMPATHY', 'INTEREST', 'APPRECIATION', 'ENTERTAINMENT'])(
	'%s is counted in socialMetadata, the others are left out',
	async (type) => {
		await create(ada, like(post.urn, type));
		const { json } = await send(simulator, { path: `/rest/socialMetadata/${enc(post.urn)}`, token });
		expect(json.reactionSummaries).toEqual({ [type]: { reactionType: type, count: 1 } });
	},
);

describe('a reaction is refused', () => {
	it.each<[string, () => [string, unknown], number, string]>([
		['of the type MAYBE', () => [ada, like(post.urn, 'MAYBE')], 400, 'INVALID_VALUE_FOR_FIELD'],
		['without type', () => [ada, { root: post.urn }], 400, 'MISSING_FIELD'],
		['without root', () => [ada, { reactionType: 'LIKE' }], 400, 'MISSING_FIELD'],
		['with the actor in the body', () => [ada, { ...like(post.urn), actor: ada }], 403, 'ACCESS_DENIED'],
		['as another member', () => ['urn:li:person:cLeO55wQz0', like(post.urn)], 403, 'ACCESS_DENIED'],
		['as a page where the role is too small', () => [GLOBEX, like(post.urn)], 403, 'ACCESS_DENIED'],
		['as a bare id', () => ['2414183', like(post.urn)], 400, 'INVALID_URN_TYPE'],
		['to a post that is not there', () => [ada, like('urn:li:share:1')], 404, 'NOT_FOUND'],
		['to a page', () => [ada, like(ACME)], 400, 'INVALID_URN_TYPE'],
	])('%s', async (_what, call, status, code) => {
		const reply = await create(...call());
		expect([reply.status, reply.json.code]).toEqual([status, code]);
		expect(simulator.state.reactions.of()).toEqual([]);
	});

	it('without actor, and a second time', async () => {
		const path = '/rest/reactions';
		const bare = await send(simulator, { method: 'POST', path, body: like(post.urn), token });
		const twice = [await create(ada, like(post.urn)), await create(ada, like(post.activity, 'PRAISE'))];
		expect([bare.status, ...twice.map((reply) => reply.status)]).toEqual([400, 201, 409]);
		expect(simulator.state.reactions.of().map((one) => one.type)).toEqual(['LIKE']);
	});

	it('by the self-serve scope, which may like on /v2', async () => {
		const poor = tokenOf(simulator, 'cleo', ['w_member_social'], 'self-serve-app');
		const cleo = simulator.state.member('cleo').urn;
		const refused = await create(cleo, like(post.urn), poor);
		expect(refused.json.message).toBe(
			'Not enough permissions to access: partnerApiReactions.CREATE.20260901',
		);
		const path = `/v2/socialActions/${enc(post.urn)}/likes`;
		const body = { actor: cleo, object: post.urn };
		const taken = await send(simulator, { method: 'POST', path, body, token: poor });
		expect([taken.status, taken.json]).toMatchObject([201, { actor: cleo, object: post.activity }]);
		const again = await send(simulator, { method: 'POST', path, body, token: poor });
		const rest = await send(simulator, {
			method: 'POST',
			path: path.replace('v2', 'rest'),
			body,
			token: poor,
		});
		const listed = await send(simulator, { path, token: poor });
		expect([again.status, rest.status, listed.json.elements.length]).toEqual([409, 403, 1]);
		const gone = await send(simulator, {
			method: 'DELETE',
			path: `${path}/${enc(cleo)}?actor=${enc(cleo)}`,
			token: poor,
		});
		expect([gone.status, simulator.state.reactions.of()]).toEqual([204, []]);
	});
});

describe('one reaction', () => {
	it('is read, changed and deleted by its key, with any URN of the post', async () => {
		await create(ACME, like(post.urn));
		const key = keyOf(ACME, post.urn);
		expect((await on('GET', key)).json).toMatchObject({ reactionType: 'LIKE', root: post.activity });
		const changed = await on('POST', key, { patch: { $set: { reactionType: 'INTEREST' } } });
		expect(changed.status).toBe(204);
		expect((await on('GET', `(entity:${enc(post.activity)},actor:${enc(ACME)})`)).json.reactionType).toBe(
			'INTEREST',
		);
		const statuses = [(await on('DELETE', key)).status, (await on('DELETE', key)).status];
		expect([...statuses, (await on('GET', key)).status]).toEqual([204, 404, 404]);
	});

	it.each<[string, string, () => string, unknown, number]>([
		['with root for entity', 'GET', () => `(actor:${enc(ada)},root:${enc(post.urn)})`, undefined, 400],
		['by its URN', 'GET', () => enc(`urn:li:reaction:(${ada},${post.activity})`), undefined, 400],
		['of another actor', 'DELETE', () => keyOf('urn:li:person:cLeO55wQz0', post.urn), undefined, 403],
		['to MAYBE', 'POST', () => keyOf(ada, post.urn), { patch: { $set: { reactionType: 'MAYBE' } } }, 400],
		['of its root', 'POST', () => keyOf(ada, post.urn), { patch: { $set: { root: 'x' } } }, 403],
		[
			'that is not there',
			'POST',
			() => keyOf(ACME, post.urn),
			{ patch: { $set: { reactionType: 'LIKE' } } },
			404,
		],
	])('%s is refused', async (_what, method, key, body, status) => {
		for (const actor of [ada, simulator.state.member('cleo').urn]) {
			simulator.state.reactions.set({ actor, entity: post.activity, type: 'LIKE' });
		}
		expect((await on(method, key(), body)).status).toBe(status);
		expect(simulator.state.reactions.of().map((one) => one.type)).toEqual(['LIKE', 'LIKE']);
	});
});

it('a batch gives the existing ones by parsed key, and leaves the others out', async () => {
	simulator.state.reactions.set({ actor: ada, entity: post.activity, type: 'LIKE' });
	const theirs = simulator.state.addPost({ author: GLOBEX, text: 'x' });
	const swapped = `(entity:${enc(post.urn)},actor:${enc(ada)})`;
	const ids = [swapped, keyOf(ACME, post.urn), keyOf(ada, theirs.urn)].join(',');
	const { json } = await send(simulator, { path: `/rest/reactions?ids=List(${ids})`, token });
	expect(Object.keys(json.results)).toEqual([keyOf(ada, post.urn)]);
	expect(json.statuses).toEqual({ [keyOf(ada, post.urn)]: 200, [keyOf(ada, theirs.urn)]: 403 });
});

describe('the list of an entity', () => {
	const list = async (key: string, query = '', as = token): Promise<WireAnswer> =>
		send(simulator, { path: `/rest/reactions/${key}?q=entity${query}`, token: as });
	const actors = (reply: WireAnswer) =>
		reply.json.elements.map((one: { created: { actor: string } }) => one.created.actor);

	it('is newest first, or the order asked, with total', async () => {
		const people = ['ada', 'bob', 'cleo'].map((key) => simulator.state.member(key).urn);
		people.forEach((actor, at) =>
			simulator.state.reactions.set({ actor, entity: post.activity, type: 'MAYBE', createdAt: at }),
		);
		const key = `(entity:${enc(post.urn)})`;
		const newest = await list(key);
		expect(newest.json.paging).toEqual({ start: 0, count: 10, links: [], total: 3 });
		expect(newest.json.elements[0].reactionType).toBe('MAYBE');
		expect(actors(newest)).toEqual([...people].reverse());
		expect(actors(await list(key, '&sort=(value:CHRONOLOGICAL)&start=1&count=1'))).toEqual([people[1]]);
	});

	it.each([
		['without key', '', 400],
		['by the key of one reaction', keyOf(ACME, 'urn:li:activity:1'), 400],
		['of nothing', `(entity:${enc('urn:li:activity:1')})`, 404],
	])('is refused %s', async (_what, key, status) => {
		const path = key === '' ? '/rest/reactions?q=entity' : `/rest/reactions/${key}?q=entity`;
		expect((await send(simulator, { path, token })).status).toBe(status);
	});

	it('is refused with another sort, a bare sort, and to those who may not read', async () => {
		const key = `(entity:${enc(post.urn)})`;
		const statuses = [
			await list(key, '&sort=(value:OLDEST)'),
			await list(key, '&sort=CHRONOLOGICAL'),
			await list(key, '', tokenOf(simulator, 'bob')),
		].map((reply) => reply.status);
		expect(statuses).toEqual([400, 400, 403]);
	});
});

describe('closing comments', () => {
	const setState = async (urn: string, actor: string | undefined, commentsState: unknown, as = token) =>
		send(simulator, {
			method: 'POST',
			path: `/rest/socialMetadata/${enc(urn)}${actor === undefined ? '' : `?actor=${enc(actor)}`}`,
			body: { patch: { $set: { commentsState } } },
			token: as,
			headers: { 'x-restli-method': 'PARTIAL_UPDATE' },
		});
	const comment = async () =>
		send(simulator, {
			method: 'POST',
			path: `/rest/socialActions/${enc(post.urn)}/comments`,
			body: { actor: ACME, object: post.activity, message: { text: 'Hi' } },
			token,
		});

	it('answers 202, deletes the comments for good, and commenting fails until it is opened', async () => {
		await comment();
		const closed = await setState(post.urn, ACME, 'CLOSED');
		expect([closed.status, closed.text, simulator.state.comments(post.urn)]).toEqual([202, '', []]);
		const { json } = await send(simulator, { path: `/rest/socialMetadata/${enc(post.urn)}`, token });
		expect(json).toMatchObject({ commentsState: 'CLOSED', commentSummary: { count: 0 } });
		expect((await comment()).status).toBe(403);
		expect((await send(simulator, { path: '/feed', token: null })).text).toContain('Comments are closed.');
		expect((await setState(post.activity, ACME, 'OPEN')).status).toBe(202);
		expect(simulator.state.comments(post.urn)).toEqual([]);
		expect((await comment()).status).toBe(201);
	});

	it.each<[string, () => [string, string | undefined, unknown], number]>([
		['without actor', () => [post.urn, undefined, 'CLOSED'], 400],
		['by another than the author', () => [post.urn, ada, 'CLOSED'], 403],
		['to PROCESSING', () => [post.urn, ACME, 'PROCESSING'], 400],
		['of a post that is not there', () => ['urn:li:share:1', ACME, 'CLOSED'], 404],
	])('is refused %s', async (_what, call, status) => {
		await comment();
		expect((await setState(...call())).status).toBe(status);
		expect(simulator.state.comments(post.urn)).toHaveLength(1);
	});

	it('is refused without the scope or the role', async () => {
		const scopes = ALL_SCOPES.filter((scope) => !scope.startsWith('w_'));
		const statuses = [
			await setState(post.urn, ACME, 'CLOSED', tokenOf(simulator, 'ada', scopes)),
			await setState(post.urn, ACME, 'CLOSED', tokenOf(simulator, 'bob')),
		].map((reply) => reply.status);
		expect(statuses).toEqual([403, 403]);
	});
});
