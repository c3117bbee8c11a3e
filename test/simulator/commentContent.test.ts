import { ACME, enc, send, startAtNow, tokenOf } from './wire';
import { samplePng } from './sampleMedia';
import type { Post, Simulator } from './index';
import type { WireAnswer } from './wire';

let simulator: Simulator;
let token: string;
let post: Post;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
	post = simulator.state.addPost({ author: ACME, text: 'Ask us' });
	const { media } = simulator.state;
	media.add({ kind: 'image', id: 'A', owner: ACME, bytes: samplePng() });
	media.add({ kind: 'image', id: 'ADAS', owner: simulator.state.member('ada').urn });
	media.add({ kind: 'image', id: 'WAITING', owner: ACME, status: 'WAITING_UPLOAD' });
});
afterEach(async () => simulator.close());

const path = (base = '/rest') => `${base}/socialActions/${enc(post.urn)}/comments`;
const create = async (more: object, base = '/rest'): Promise<WireAnswer> =>
	send(simulator, {
		method: 'POST',
		path: path(base),
		body: { actor: ACME, object: post.activity, message: { text: 'Hi Cleo' }, ...more },
		token,
	});
const image = (id: string) => ({ content: [{ entity: { image: `urn:li:image:${id}` } }] });

it('an image stands in a comment, with type and address when it is read, and on the feed page', async () => {
	const made = await create(image('A'));
	expect([made.status, made.json.content]).toEqual([201, image('A').content]);
	const { json } = await send(simulator, { path: `${path()}/${made.json.id}`, token });
	expect(json.content).toEqual([
		{ type: 'IMAGE', entity: { image: 'urn:li:image:A' }, url: expect.stringMatching(/^http:/) },
	]);
	const feed = await send(simulator, { path: '/feed', token: null });
	expect(feed.text).toContain('<img src="/feed/media/urn%3Ali%3Aimage%3AA"');
});

it.each<[string, object, string, number, string]>([
	['nobody uploaded', image('NONE'), '/rest', 400, 'INVALID_IMAGE_ID'],
	['of another owner', image('ADAS'), '/rest', 400, 'INVALID_VALUE_FOR_FIELD'],
	['still to be uploaded', image('WAITING'), '/rest', 400, 'MEDIA_ASSET_WAITING_UPLOAD'],
	[
		'beside another',
		{ content: [...image('A').content, ...image('A').content] },
		'/rest',
		400,
		'INVALID_VALUE_FOR_FIELD',
	],
	['on the unversioned API', image('A'), '/v2', 403, 'ACCESS_DENIED'],
])('an image %s is refused', async (_what, more, base, status, code) => {
	const reply = await create(more, base);
	expect([reply.status, reply.json.code]).toEqual([status, code]);
	expect(simulator.state.comments()).toHaveLength(0);
});

const CLEO = 'urn:li:person:cLeO55wQz0';
const mention = (value: object, start = 3, length = 4) => ({
	message: { text: 'Hi Cleo', attributes: [{ start, length, value }] },
});

it.each([
	['a person, versioned', { person: { person: CLEO } }],
	['a page, versioned', { organization: { organization: ACME } }],
	['a person, as on /v2', { 'com.linkedin.common.MemberAttributedEntity': { member: CLEO } }],
	['a page, as on /v2', { 'com.linkedin.common.CompanyAttributedEntity': { company: ACME } }],
])('a mention of %s is kept', async (_what, value) => {
	const made = await create(mention(value));
	expect([made.status, made.json.message]).toEqual([201, mention(value).message]);
});

it.each<[string, object]>([
	['behind the end of the text', mention({ person: { person: CLEO } }, 4, 4)],
	['of no length', mention({ person: { person: CLEO } }, 3, 0)],
	['of a page as person', mention({ person: { person: ACME } })],
	['of a bare URN', mention({ urn: CLEO })],
	[
		'on the text of another',
		{
			message: {
				text: 'Hi Cleo',
				attributes: [3, 4].map((start) => ({ start, length: 2, value: { person: { person: CLEO } } })),
			},
		},
	],
])('a mention %s is refused', async (_what, more) => {
	expect((await create(more)).status).toBe(400);
});

it('a mention may be set by an edit', async () => {
	const { json } = await create({});
	const { message } = mention({ person: { person: CLEO } });
	const edited = await send(simulator, {
		method: 'POST',
		path: `${path()}/${json.id}?actor=${enc(ACME)}`,
		body: { patch: { message: { $set: message } } },
		token,
		headers: { 'x-restli-method': 'PARTIAL_UPDATE' },
	});
	expect([edited.status, edited.json.message]).toEqual([200, message]);
});
