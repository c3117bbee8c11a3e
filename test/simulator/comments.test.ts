import {
	ada,
	comment,
	create,
	edit,
	get,
	patchText,
	post,
	remove,
	simulateForEachTest,
	simulator,
	token,
} from './commentCalls';
import { ACME, enc, GLOBEX, send, tokenOf } from './wire';
import type { WireAnswer } from './wire';

simulateForEachTest();

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

	it.each<[scope: string, reach: 'ownPosts' | 'anyPost', statuses: number[]]>([
		['r_organization_social_feed', 'ownPosts', [403, 403, 200]],
		['r_member_social_feed', 'ownPosts', [200, 200, 403]],
		['w_member_social_feed', 'ownPosts', [200, 403, 403]],
		['w_member_social_feed', 'anyPost', [200, 200, 200]],
	])("with %s and %s reads own posts, another's and the page's: %j", async (scope, reach, statuses) => {
		simulator.state.memberFeedReach = reach;
		const token = tokenOf(simulator, 'ada', [scope]);
		const posts = ['ada', 'cleo'].map((author) => simulator.state.addPost({ author, text: 'x' }).urn);
		const seen = [];
		for (const urn of [...posts, post.urn]) seen.push((await get(urn, '', token)).status);
		expect(seen).toEqual(statuses);
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
