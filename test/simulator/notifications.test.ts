import { ACME, enc, send, startAtNow, textPost, tokenOf } from './wire';
import type { Post, Simulator } from './index';
import type { WireAnswer } from './wire';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const COMMENTS = 'List(COMMENT,ADMIN_COMMENT,COMMENT_EDIT,COMMENT_DELETE)';

let simulator: Simulator;
let token: string;
let post: Post;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
	post = simulator.state.addPost({ author: ACME, text: 'Ask us' });
});
afterEach(async () => simulator.close());

const PATH = '/rest/organizationalEntityNotifications?q=criteria';
const find = async (rest = '', actions = COMMENTS, as = token): Promise<WireAnswer> =>
	send(simulator, {
		path: `${PATH}&organizationalEntity=${enc(ACME)}&actions=${actions}${rest}`,
		token: as,
	});
const say = (text: string, actor = 'cleo', at?: number) =>
	simulator.state.addComment({ post: post.urn, actor, text, ...(at ? { createdAt: at } : {}) });
const actionsOf = (reply: WireAnswer) => reply.json.elements.map((one: { action: string }) => one.action);

it('tells of a comment in the shape of the push payload, with the short inner form', async () => {
	const comment = say('When?');
	const { json } = await find();
	expect(json.elements).toEqual([
		{
			notificationId: expect.any(Number),
			organizationalEntity: ACME,
			action: 'COMMENT',
			subscriber: simulator.state.member('ada').urn,
			lastModifiedAt: comment.createdAt,
			sourcePost: post.activity,
			decoratedSourcePost: { owner: ACME, entity: post.urn, mediaCategory: 'NONE', text: 'Ask us' },
			generatedActivity: comment.urn.replace('urn:li:activity', 'activity'),
			decoratedGeneratedActivity: {
				comment: {
					owner: simulator.state.member('cleo').urn,
					text: 'When?',
					entity: comment.urn,
					object: post.activity,
				},
			},
		},
	]);
});

it("tells the page's own comments, edits and deletions apart", async () => {
	const comment = say('a');
	say('b', '2414183');
	simulator.clock.advance(1000);
	simulator.state.editComment(comment.urn, 'A');
	simulator.clock.advance(1000);
	simulator.state.deleteComment(comment.urn);
	const reply = await find();
	expect(actionsOf(reply).sort()).toEqual(['ADMIN_COMMENT', 'COMMENT', 'COMMENT_DELETE', 'COMMENT_EDIT']);
	expect(reply.json.elements[0]).toMatchObject({ action: 'COMMENT_DELETE' });
	expect(reply.json.elements[0]).not.toHaveProperty('decoratedGeneratedActivity');
	expect(actionsOf(await find('', 'List(COMMENT)'))).toEqual(['COMMENT']);
});

it('tells of shares and mentions', async () => {
	const bob = simulator.state.member('bob').urn;
	const bobs = tokenOf(simulator, 'bob');
	for (const body of [
		textPost(bob, 'look', { reshareContext: { parent: post.urn } }),
		textPost(bob, 'hi @[Acme Corp](urn:li:organization:2414183)'),
	]) {
		await send(simulator, { method: 'POST', path: '/rest/posts', body, token: bobs });
	}
	const reply = await find('', 'List(SHARE,SHARE_MENTION)');
	expect(actionsOf(reply).sort()).toEqual(['SHARE', 'SHARE_MENTION']);
});

it('covers public posts of the page only', async () => {
	const hidden = simulator.state.addPost({ author: ACME, text: 'x', visibility: 'LOGGED_IN' });
	simulator.state.addComment({ post: hidden.urn, actor: 'cleo', text: 'x' });
	const members = simulator.state.addPost({ author: 'ada', text: 'x' });
	simulator.state.addComment({ post: members.urn, actor: 'cleo', text: 'x' });
	expect((await find()).json.elements).toEqual([]);
});

it('lags when told to, and shows the event under the time it happened', async () => {
	simulator.state.notificationDelayMs = 15 * MINUTE_MS;
	const { createdAt } = say('late');
	simulator.clock.advance(14 * MINUTE_MS);
	expect((await find()).json.elements).toEqual([]);
	simulator.clock.advance(MINUTE_MS + 1);
	expect((await find()).json.elements).toMatchObject([{ lastModifiedAt: createdAt }]);
});

it('forgets after 60 days', async () => {
	say('old', 'cleo', simulator.clock.now() - 61 * DAY_MS);
	say('young', 'cleo', simulator.clock.now() - 59 * DAY_MS);
	expect((await find()).json.elements).toHaveLength(1);
});

it('takes a range with start in and end out, one post by any of its URNs, and pages', async () => {
	const now = simulator.clock.now();
	const times = [now - 3000, now - 2000, now - 1000];
	times.forEach((at) => say('x', 'cleo', at));
	const inRange = await find(`&timeRange=(start:${times[0]},end:${times[2]})`);
	expect(inRange.json.elements.map((one: { lastModifiedAt: number }) => one.lastModifiedAt)).toEqual([
		times[1],
		times[0],
	]);
	const counts = await Promise.all(
		[post.urn, post.activity, 'urn:li:share:1'].map(
			async (urn) => (await find(`&sourcePost=${enc(urn)}`)).json.elements.length,
		),
	);
	expect(counts).toEqual([3, 3, 0]);
	const first = await find('&count=2');
	expect(first.json.elements).toHaveLength(2);
	const next = await send(simulator, { path: first.json.paging.links[0].href, token });
	expect([next.json.elements.length, next.json.paging.links]).toEqual([1, []]);
});

it.each([
	['no page', `${PATH}&actions=${COMMENTS}`, 400],
	['a bare page id', `${PATH}&organizationalEntity=2414183&actions=${COMMENTS}`, 400],
	['no actions', `${PATH}&organizationalEntity=${enc(ACME)}`, 400],
	['an unknown action', `${PATH}&organizationalEntity=${enc(ACME)}&actions=List(COMMENT_MENTION)`, 400],
	['an action outside a list', `${PATH}&organizationalEntity=${enc(ACME)}&actions=COMMENT`, 400],
	[
		'seconds for milliseconds',
		`${PATH}&organizationalEntity=${enc(ACME)}&actions=${COMMENTS}&timeRange=(start:1700000000)`,
		400,
	],
	[
		'a page without the role',
		`${PATH}&organizationalEntity=${enc('urn:li:organization:5583111')}&actions=${COMMENTS}`,
		403,
	],
])('refuses %s', async (_what, path, status) => {
	expect((await send(simulator, { path, token })).status).toBe(status);
});
