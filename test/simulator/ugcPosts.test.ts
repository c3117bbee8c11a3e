import { ACME, enc, NOW, send, startAtNow, textPost, tokenOf } from './wire';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

let simulator: Simulator;
let token: string;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
});
afterEach(async () => simulator.close());

const create = async (more: object, commentary = 'Hello'): Promise<string> => {
	const body = textPost(ACME, commentary, more as Record<string, unknown>);
	const reply = await send(simulator, { method: 'POST', path: '/rest/posts', body, token });
	return String(reply.headers['x-restli-id']);
};
const read = async (urn: string, as = token): Promise<WireAnswer> =>
	send(simulator, { path: `/v2/ugcPosts/${enc(urn)}`, token: as });
const contentOf = (reply: WireAnswer) => reply.json.specificContent['com.linkedin.ugc.ShareContent'];

it('a post has its older shape: plain text, mentions beside it, no version asked', async () => {
	const urn = await create({}, 'Hi \\(all\\), @[Acme Corp](urn:li:organization:2414183) #here');
	const reply = await read(urn);
	const { json: newer } = await send(simulator, { path: `/rest/posts/${enc(urn)}`, token });
	expect(newer.createdAt).toBeGreaterThanOrEqual(NOW);
	expect(newer.createdAt).toBeLessThan(NOW + 60_000);
	expect(reply.json).toEqual({
		id: urn,
		author: ACME,
		created: { actor: ACME, time: newer.createdAt },
		lastModified: { actor: ACME, time: newer.lastModifiedAt },
		firstPublishedAt: newer.publishedAt,
		lifecycleState: 'PUBLISHED',
		versionTag: String(newer.lastModifiedAt),
		distribution: { feedDistribution: 'MAIN_FEED', externalDistributionChannels: [] },
		specificContent: {
			'com.linkedin.ugc.ShareContent': {
				shareCommentary: {
					text: 'Hi (all), Acme Corp #here',
					attributes: [
						{
							start: 10,
							length: 9,
							value: { 'com.linkedin.common.CompanyAttributedEntity': { company: ACME } },
						},
					],
				},
				shareMediaCategory: 'NONE',
				media: [],
			},
		},
		visibility: { 'com.linkedin.ugc.MemberNetworkVisibility': 'PUBLIC' },
	});
});

it.each<[string, object, string, unknown]>([
	[
		'an article',
		{ article: { source: 'https://a.example', title: 't', description: 'd' } },
		'ARTICLE',
		[{ status: 'READY', originalUrl: 'https://a.example', title: { text: 't' }, description: { text: 'd' } }],
	],
	[
		'an image',
		{ media: { id: 'urn:li:image:A' } },
		'IMAGE',
		[{ status: 'READY', media: 'urn:li:digitalmediaAsset:A', title: { text: '' } }],
	],
	[
		'a video',
		{ media: { id: 'urn:li:video:V', title: 'Film' } },
		'VIDEO',
		[{ status: 'READY', media: 'urn:li:digitalmediaAsset:V', title: { text: 'Film' } }],
	],
])('%s has its category and media', async (_what, content, category, media) => {
	simulator.state.media.add({ kind: 'image', id: 'A', owner: ACME });
	simulator.state.media.add({ kind: 'video', id: 'V', owner: ACME });
	const found = contentOf(await read(await create({ content })));
	expect([found.shareMediaCategory, found.media]).toEqual([category, media]);
});

it('posts of authors are listed, newest first, in pages', async () => {
	const urns = Array.from(
		{ length: 12 },
		(_, at) => simulator.state.addPost({ author: ACME, text: `${at}`, createdAt: 1e12 + at }).urn,
	).reverse();
	const list = async (query: string) =>
		send(simulator, { path: `/v2/ugcPosts?q=authors&authors=List(${enc(ACME)})${query}`, token });
	const ids = (reply: WireAnswer) => reply.json.elements.map((one: { id: string }) => one.id);
	expect(ids(await list('&sortBy=CREATED'))).toEqual(urns.slice(0, 10));
	const second = await list('&start=10&count=10');
	expect(ids(second)).toEqual(urns.slice(10));
	expect(second.json.paging).toEqual({ start: 10, count: 10, links: [], total: 12 });
});

it.each([
	['without authors', '?q=authors', 400],
	['of one author without list', `?q=authors&authors=${enc(ACME)}`, 400],
	['of a share', `?q=authors&authors=List(${enc('urn:li:share:1')})`, 400],
	['by another order', `?q=authors&authors=List(${enc(ACME)})&sortBy=TITLE`, 400],
	['of a member', `?q=authors&authors=List(${enc('urn:li:person:Ada782bbtaQ')})`, 400],
	['that is not there', `/${enc('urn:li:share:1')}`, 404],
	['by its activity', `/${enc('urn:li:activity:1')}`, 400],
])('a reading %s is refused', async (_what, rest, status) => {
	expect((await send(simulator, { path: `/v2/ugcPosts${rest}`, token })).status).toBe(status);
});

it('takes the scope and a role on the page', async () => {
	const { urn } = simulator.state.addPost({ author: ACME, text: 'x' });
	const statuses = [
		await read(urn, tokenOf(simulator, 'bob')),
		await read(urn, tokenOf(simulator, 'ada', ['w_member_social'])),
	].map((reply) => reply.status);
	expect(statuses).toEqual([403, 403]);
});
