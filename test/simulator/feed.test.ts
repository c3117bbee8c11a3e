import { ACME, send, startAtNow, textPost, tokenOf } from './wire';
import type { Simulator } from './index';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startAtNow();
});
afterEach(async () => simulator.close());

const feed = async () => (await send(simulator, { path: '/feed', token: null })).text;
const submit = async (fields: Record<string, string>) =>
	send(simulator, {
		method: 'POST',
		path: '/feed/comments',
		body: new URLSearchParams(fields).toString(),
		token: null,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
	});

it('shows a post as its readers see it, escaped', async () => {
	const body = textPost(ACME, 'Tom & \\<b\\>Jerry\\</b\\> #cats @[Acme Corp](urn:li:organization:2414183)');
	await send(simulator, { method: 'POST', path: '/rest/posts', body, token: tokenOf(simulator, 'ada') });
	const html = await feed();
	expect(html).toContain('Tom &#38; &#60;b&#62;Jerry&#60;/b&#62; #cats Acme Corp');
	expect(html).not.toContain('<b>Jerry');
});

it('takes a comment and a reply by a plain form and leads back to them', async () => {
	const post = simulator.state.addPost({ author: ACME, text: 'Ask us' });
	const reply = await submit({ post: post.urn, actor: 'cleo', text: ' <i>When?</i> ' });
	const [comment] = simulator.state.comments(post.urn);
	expect([reply.status, reply.headers.location]).toEqual([303, `/feed#comment-${comment.id}`]);
	expect(comment).toMatchObject({ actor: simulator.state.member('cleo').urn, text: '<i>When?</i>' });
	await submit({ post: post.urn, parent: comment.urn, actor: 'bob', text: 'Yes, when?' });
	expect(simulator.state.comments(post.urn)[1].parent).toBe(comment.urn);
	const html = await feed();
	expect(html).toContain('&#60;i&#62;When?&#60;/i&#62;');
	expect(html).toContain('2 comments');
	expect(simulator.state.notifications.map((one) => one.action)).toEqual(['COMMENT', 'COMMENT']);
});

it('offers cleo first among all members, in a labelled form on every post', async () => {
	simulator.state.addPost({ author: ACME, text: 'a' });
	simulator.state.addPost({ author: 'bob', text: 'b' });
	const html = await feed();
	expect(html.match(/<option value="cleo" selected>/g)).toHaveLength(2);
	expect(html.match(/<form method="post" action="\/feed\/comments">/g)).toHaveLength(2);
	const labels = [...html.matchAll(/<label for="([^"]+)"/g)].map((match) => match[1]);
	expect(labels.every((id) => html.includes(`id="${id}"`))).toBe(true);
});

it.each([
	['no text', { text: '  ' }],
	['an unknown post', { post: 'urn:li:share:1' }],
	['an unknown member', { actor: 'nobody' }],
	['an unknown parent', { parent: 'urn:li:comment:(urn:li:activity:1,2)' }],
])('refuses a form with %s', async (_what, fields) => {
	const post = simulator.state.addPost({ author: ACME, text: 'x' });
	const reply = await submit({ post: post.urn, actor: 'cleo', text: 'Hi', ...fields });
	expect(reply.status).toBe(400);
	expect(simulator.state.comments()).toHaveLength(0);
});

it('is not part of the request log', async () => {
	await feed();
	expect(simulator.requests).toEqual([]);
});
