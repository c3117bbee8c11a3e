import { ACME, enc, GLOBEX, send, startAtNow, textPost, tokenOf } from './wire';
import { samplePdf, samplePng } from './sampleMedia';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

let simulator: Simulator;
let token: string;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
	const { media } = simulator.state;
	for (const id of ['A', 'B']) media.add({ kind: 'image', id, owner: ACME, bytes: samplePng() });
	media.add({ kind: 'video', id: 'V', owner: ACME });
	media.add({ kind: 'document', id: 'D', owner: ACME, bytes: samplePdf() });
	media.add({ kind: 'image', id: 'GLOBEX', owner: GLOBEX });
	media.add({ kind: 'image', id: 'WAITING', owner: ACME, status: 'WAITING_UPLOAD' });
	media.add({ kind: 'video', id: 'PROCESSING', owner: ACME, status: 'PROCESSING' });
	media.add({ kind: 'document', id: 'FAILED', owner: ACME, status: 'PROCESSING_FAILED' });
});
afterEach(async () => simulator.close());

const create = async (content: unknown, more = {}): Promise<WireAnswer> =>
	send(simulator, {
		method: 'POST',
		path: '/rest/posts',
		body: textPost(ACME, 'Look', { content, ...more }),
		token,
	});
const idOf = (reply: WireAnswer) => String(reply.headers['x-restli-id']);
const read = async (urn: string): Promise<WireAnswer> =>
	send(simulator, { path: `/rest/posts/${enc(urn)}`, token });

const image = (id = 'A', more = {}) => ({ media: { id: `urn:li:image:${id}`, ...more } });
const images = (count: number) => ({
	multiImage: { images: Array.from({ length: count }, () => ({ id: 'urn:li:image:A' })) },
});
const article = (more = {}) => ({ article: { source: 'https://a.example/b', title: 'News', ...more } });
const poll = (more = {}) => ({
	poll: {
		question: 'Which?',
		options: [{ text: 'red' }, { text: 'blue' }],
		settings: { duration: 'THREE_DAYS' },
		...more,
	},
});

describe('content is taken', () => {
	it.each<[string, unknown, string]>([
		['an image', image('A', { altText: 'x'.repeat(4086) }), 'share'],
		['a video with a title', { media: { id: 'urn:li:video:V', title: 'Film' } }, 'ugcPost'],
		['a document with its title', { media: { id: 'urn:li:document:D', title: 'Report' } }, 'ugcPost'],
		['two images', images(2), 'ugcPost'],
		['twenty images', images(20), 'ugcPost'],
		['an article with a thumbnail', article({ thumbnail: 'urn:li:image:B' }), 'share'],
		['a poll of four', poll({ options: ['a', 'b', 'c', 'd'].map((text) => ({ text })) }), 'ugcPost'],
		['a video still processing', { media: { id: 'urn:li:video:PROCESSING' } }, 'ugcPost'],
	])('%s', async (_what, content, type) => {
		const urn = idOf(await create(content));
		expect(urn).toMatch(new RegExp(`^urn:li:${type}:\\d+$`));
		expect((await read(urn)).json.content).toEqual(content);
	});
});

describe('content is refused', () => {
	it.each<[string, unknown, number, string]>([
		['an image nobody uploaded', image('NONE'), 400, 'INVALID_IMAGE_ID'],
		['a video nobody uploaded', { media: { id: 'urn:li:video:NONE' } }, 400, 'INVALID_URN_ID'],
		['an image of another owner', image('GLOBEX'), 400, 'INVALID_VALUE_FOR_FIELD'],
		['an image still to be uploaded', image('WAITING'), 400, 'MEDIA_ASSET_WAITING_UPLOAD'],
		[
			'a document that failed',
			{ media: { id: 'urn:li:document:FAILED', title: 't' } },
			400,
			'MEDIA_ASSET_PROCESSING_FAILED',
		],
		['a URN of another type', { media: { id: 'urn:li:share:1' } }, 400, 'INVALID_URN_TYPE'],
		[
			'an image with too long alt text',
			image('A', { altText: 'x'.repeat(4087) }),
			400,
			'FIELD_LENGTH_TOO_LONG',
		],
		[
			'a video with alt text',
			{ media: { id: 'urn:li:video:V', altText: 'x' } },
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		['a document without title', { media: { id: 'urn:li:document:D' } }, 400, 'MISSING_FIELD'],
		['one image as many', images(1), 400, 'INVALID_VALUE_FOR_FIELD'],
		['21 images', images(21), 400, 'INVALID_VALUE_FOR_FIELD'],
		[
			'many images with one of another owner',
			{ multiImage: { images: [{ id: 'urn:li:image:A' }, { id: 'urn:li:image:GLOBEX' }] } },
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		[
			'a video among many images',
			{ multiImage: { images: [{ id: 'urn:li:image:A' }, { id: 'urn:li:video:V' }] } },
			400,
			'INVALID_URN_TYPE',
		],
		['an article of 400 letters', article({ title: 'x'.repeat(400) }), 400, 'FIELD_LENGTH_TOO_LONG'],
		['an article that is no URL', article({ source: 'example.com' }), 400, 'INVALID_VALUE_FOR_FIELD'],
		[
			'an article with a missing thumbnail',
			article({ thumbnail: 'urn:li:image:NONE' }),
			400,
			'INVALID_IMAGE_ID',
		],
		['a poll of one', poll({ options: [{ text: 'a' }] }), 400, 'INVALID_VALUE_FOR_FIELD'],
		['a poll of five', poll({ options: Array(5).fill({ text: 'a' }) }), 400, 'INVALID_VALUE_FOR_FIELD'],
		[
			'an option of 31 letters',
			poll({ options: [{ text: 'x'.repeat(31) }, { text: 'b' }] }),
			400,
			'FIELD_LENGTH_TOO_LONG',
		],
		['a question of 141 letters', poll({ question: 'x'.repeat(141) }), 400, 'FIELD_LENGTH_TOO_LONG'],
		['an empty question', poll({ question: '' }), 400, 'INVALID_VALUE_BLANK_FIELD'],
		['another duration', poll({ settings: { duration: 'ONE_WEEK' } }), 400, 'INVALID_VALUE_FOR_FIELD'],
		[
			'hidden voters',
			poll({ settings: { duration: 'ONE_DAY', isVoterVisibleToAuthor: false } }),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		['votes set by the author', poll({ uniqueVotersCount: 5 }), 403, 'ACCESS_DENIED'],
	])('%s', async (_what, content, status, code) => {
		const reply = await create(content);
		expect([reply.status, reply.json.code]).toEqual([status, code]);
		expect(simulator.state.posts()).toHaveLength(0);
	});

	it('beside a reshare, and a call to action on media without its page', async () => {
		const parent = simulator.state.addPost({ author: ACME, text: 'root' }).urn;
		const label = { contentCallToActionLabel: 'LEARN_MORE' };
		const replies = [
			await create(image(), { reshareContext: { parent } }),
			await create(image(), label),
			await create(image(), { ...label, contentLandingPage: 'https://a.example' }),
		];
		expect(replies.map((reply) => [reply.status, reply.json?.code])).toEqual([
			[400, 'INVALID_VALUE_FOR_FIELD'],
			[400, 'MISSING_FIELD'],
			[201, undefined],
		]);
	});
});

it('media still processing is refused where the state says so', async () => {
	simulator.state.refuseProcessingMedia = true;
	const reply = await create({ media: { id: 'urn:li:video:PROCESSING' } });
	expect([reply.status, reply.json.code]).toEqual([400, 'MEDIA_ASSET_WAITING_UPLOAD']);
});

it('a post waits for its media, and fails with it', async () => {
	const media = simulator.state.media.add({ kind: 'video', owner: ACME, status: 'PROCESSING' });
	const urn = idOf(await create({ media: { id: media.urn } }));
	const state = async () => (await read(urn)).json.lifecycleState;
	expect(await state()).toBe('PUBLISH_REQUESTED');
	media.readyAt = 0;
	expect(await state()).toBe('PUBLISHED');
	media.found.failure = 'Too long';
	expect(await state()).toBe('PUBLISH_FAILED');
});

describe('posts for an ad account', () => {
	const ACCOUNT = 'urn:li:sponsoredAccount:512345678';
	const dark = (more = {}) => ({
		distribution: { feedDistribution: 'NONE', targetEntities: [], thirdPartyDistributionChannels: [] },
		adContext: { dscAdAccount: ACCOUNT, dscStatus: 'ACTIVE', dscName: 'Ad', dscAdType: 'VIDEO', ...more },
	});
	const find = async (query: string) =>
		send(simulator, { path: `/rest/posts?q=dscAdAccount${query}`, token });

	it('take a role on it, and are found by account and type', async () => {
		expect((await create(undefined, dark())).status).toBe(403);
		expect((await find(`&dscAdAccount=${enc(ACCOUNT)}`)).status).toBe(403);
		simulator.state.ads.addAccount({ id: '512345678', roles: { ada: 'CAMPAIGN_MANAGER' } });
		const urn = idOf(await create(undefined, dark()));
		const ids = async (query: string) =>
			(await find(`&dscAdAccount=${enc(ACCOUNT)}${query}`)).json.elements.map(
				(one: { id: string }) => one.id,
			);
		expect(await ids('')).toEqual([urn]);
		expect(await ids('&dscAdTypes=List(VIDEO)')).toEqual([urn]);
		expect(await ids('&dscAdTypes=List(STANDARD)')).toEqual([]);
		expect((await read(urn)).json.adContext).toMatchObject({ dscAdAccount: ACCOUNT, isDsc: true });
		const byAuthor = async (isDsc: string) =>
			(await send(simulator, { path: `/rest/posts?q=author&author=${enc(ACME)}&isDsc=${isDsc}`, token })).json
				.elements;
		expect([(await byAuthor('true')).length, (await byAuthor('false')).length]).toEqual([1, 0]);
	});

	it.each<[string, Record<string, unknown>, number]>([
		['outside the feed without adContext', { ...dark(), adContext: undefined }, 400],
		['in the feed with adContext', { adContext: dark().adContext }, 400],
		['with a poll', { ...dark(), content: poll() }, 400],
		['of an organization', dark({ dscAdAccount: ACME }), 400],
	])('are refused %s', async (_what, more, status) => {
		simulator.state.ads.addAccount({ id: '512345678', roles: { ada: 'CAMPAIGN_MANAGER' } });
		expect((await create(undefined, more)).status).toBe(status);
	});

	it.each([
		['without account', '', 400],
		['of a bare number', '&dscAdAccount=512345678', 400],
		['of an unknown type', `&dscAdAccount=${enc(ACCOUNT)}&dscAdTypes=List(FILM)`, 400],
		['of a type that is no list', `&dscAdAccount=${enc(ACCOUNT)}&dscAdTypes=VIDEO`, 400],
	])('are not searched %s', async (_what, query, status) => {
		simulator.state.ads.addAccount({ id: '512345678', roles: { ada: 'CAMPAIGN_MANAGER' } });
		expect((await find(query)).status).toBe(status);
	});
});

describe('the feed page', () => {
	const feed = async () => (await send(simulator, { path: '/feed', token: null })).text;

	it('shows an image from its uploaded bytes, with its alt text', async () => {
		await create(image('A', { altText: 'A "blue" field' }));
		const path = `/feed/media/${encodeURIComponent('urn:li:image:A')}`;
		expect(await feed()).toContain(`<img src="${path}" alt="A &#34;blue&#34; field">`);
		const shown = await send(simulator, { path, token: null });
		expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/png']);
	});

	it.each<[string, unknown, string[]]>([
		[
			'a document by its title',
			{ media: { id: 'urn:li:document:D', title: 'Re<port>' } },
			['Re&#60;port&#62;', 'Document, 1 KB'],
		],
		['a video by its title', { media: { id: 'urn:li:video:V', title: 'Film' } }, ['Film', 'Video, 0 KB']],
		[
			'a video still processing',
			{ media: { id: 'urn:li:video:PROCESSING', title: 'F' } },
			['Video, still processing'],
		],
		['a poll', poll(), ['Which?', '<li>red</li><li>blue</li>', 'open for 3 days']],
		[
			'an article as a card',
			article({ description: 'All of it', thumbnail: 'urn:li:image:B' }),
			['href="https://a.example/b"', 'News', 'All of it', 'a.example', 'urn%3Ali%3Aimage%3AB'],
		],
	])('shows %s', async (_what, content, words) => {
		await create(content);
		const html = await feed();
		for (const word of words) expect(html).toContain(word);
	});

	it('shows every one of many images', async () => {
		await create(images(3));
		expect((await feed()).match(/<img /g)).toHaveLength(3);
	});

	it('shows a reshare as a card with what it reshares, and no post made for an ad account', async () => {
		const parent = idOf(await create(image()));
		await create(undefined, { commentary: 'See this', reshareContext: { parent } });
		simulator.state.savePost({
			author: ACME,
			parts: [{ kind: 'text', text: 'Buy!' }],
			visibility: 'PUBLIC',
			type: 'share',
			details: { adContext: { dscAdAccount: 'urn:li:sponsoredAccount:1', dscAdType: 'STANDARD' } },
		});
		const html = await feed();
		expect(html).toMatch(
			/<blockquote class="tile">[\s\S]*Acme Corp[\s\S]*Look[\s\S]*<img [\s\S]*<\/blockquote>/,
		);
		expect(html).not.toContain('Buy!');
	});
});
