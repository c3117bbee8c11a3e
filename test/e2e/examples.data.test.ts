import { join } from 'path';

import { behindProxy } from '../host/behindProxy';
import { createTable, type DataTable } from '../host/dataTable';
import type { WorkflowFile } from '../host/rest';
import { until } from '../host/until';
import { startWorld, type World } from '../host/world';
import { readWithPdfJs } from '../nodes/LinkedIn/transport/media/carousel/readers';
import { samplePng } from '../simulator/sampleMedia';
import { startWeb, type Web } from '../web/web';
import { byId } from './action';
import { connectAds } from './adsApp';
import { startCrm, startFeed, type Crm, type Feed } from './standIns';

/**
 * The examples that bring data to LinkedIn or from there, as a user runs them: only filled in where their notes say so.
 * What is published at the start is looked at in the end, so that n8n polls meanwhile.
 */

const EXAMPLES = join(__dirname, '../../examples');
const ACME = 'urn:li:organization:2414183';
const ACCOUNT = 'urn:li:sponsoredAccount:507404993';
const DAY_MS = 86_400_000;
/** n8n polls at a random second of every minute, so there are up to two minutes between two polls. */
const NEXT_POLL_WITHIN_MS = 240_000;

jest.setTimeout(300_000);

let proxy: ReturnType<typeof behindProxy>;
let web: Web;
let world: World;
let ads: World['credential'];
let crm: Crm;
let feed: Feed;
let leadsToCrm: { id: string; table: DataTable };
let postsFromFeed: string;

beforeAll(async () => {
	[web, crm, feed] = await Promise.all([startWeb(false), startCrm(), startFeed()]);
	proxy = behindProxy(web);
	world = await startWorld({
		tarball: process.env.SUITE_TARBALL,
		variables: proxy.variables,
		say: () => undefined,
	});
	ads = await connectAds(world);
	leadsToCrm = await publishLeadsToCrm();
	postsFromFeed = await publishPostsFromFeed();
});
afterAll(async () => {
	await world?.close();
	await Promise.all([web, crm, feed].map(async (one) => await one?.close()));
	proxy?.remove();
});

const node = ({ nodes }: WorkflowFile, name: string) => nodes.find((one) => one.name === name)!;
const example = async (name: string, fillIn: (file: WorkflowFile) => void) =>
	await world.importWorkflow(join(EXAMPLES, `${name}.json`), fillIn);

const over = ({ type, id, name }: World['credential']) => ({ [type]: { id, name } });

async function publishLeadsToCrm() {
	const table = await createTable(world.rest, 'Leads sent', { string: ['lead', 'sentAt'] });
	const id = await example('new-lead-to-a-crm', (file) => {
		node(file, 'New lead').credentials = over(ads);
		// Daily calls are released evenly from 00:00 UTC.
		node(file, 'New lead').parameters.maxCallsADay = 1_000_000;
		node(file, 'Not sent yet').parameters.dataTableId = byId(table.id);
		const { parameters } = node(file, 'Send to the CRM');
		parameters.url = String(parameters.url).replace('https://crm.example.com', crm.url);
	});
	await world.rest.publish(id);
	world.simulator.state.ads.leads.submit({
		form: world.simulator.state.ads.leads.addForm({
			owner: { sponsoredAccount: ACCOUNT },
			name: 'Newsletter',
			consents: ['I agree to be called', 'I agree to get letters'],
			hiddenFields: [{ name: 'utm_source', value: 'spring' }],
		}),
		id: 'lead-1',
		answers: { 'First name': 'Ada', 'Last name': 'Okafor', Email: 'ada@example.com' },
		consents: [true, false],
	});
	return { id, table };
}

async function publishPostsFromFeed() {
	const link = (name: string) => `https://news.example.com/${name}`;
	feed.entries.push({ title: 'Old news', link: link('old'), at: Date.now() - DAY_MS });
	const id = await example('posts-from-a-feed', (file) => {
		const { parameters } = node(file, 'New entry');
		parameters.feedUrl = feed.url;
		parameters.pollTimes = { item: [{ mode: 'everyMinute' }] };
		node(file, 'Publish').parameters.author = byId(ACME);
	});
	await world.rest.publish(id);
	web.serve(link('opening.png'), samplePng(120, 63));
	web.serve(link('party.webp'), Buffer.from('RIFF    WEBPVP8 '));
	const tag = (name: string, content: string) => `<meta property="og:${name}" content="${content}">`;
	const pages = {
		opening: [
			tag('title', 'Opening &amp; more'),
			tag('description', 'We open in (May) *2027*.'),
			tag('image', link('opening.png')),
		],
		party: [tag('title', 'A party'), tag('image', link('party.webp'))],
		plain: [],
	};
	for (const [name, tags] of Object.entries(pages)) {
		web.serve(link(name), (response) => {
			response.writeHead(200, { 'content-type': 'text/html' });
			response.end(`<html><head>${tags.join('')}</head><body><h1>News</h1></body></html>`);
		});
		feed.entries.unshift({ title: `Title in the feed: ${name}`, link: link(name), at: Date.now() });
	}
	return id;
}

it('statistics of a page go to a table, and every week into a chart', async () => {
	const { statistics } = world.simulator.state;
	const day = new Date(Date.now() - 4 * DAY_MS).toISOString().slice(0, 10);
	const at = Date.parse(day) + DAY_MS / 2;
	statistics.followerGains.push({ organization: ACME, at, organic: 5, paid: 2 });
	statistics.pageViews.push({ organization: ACME, at, tab: 'overview', device: 'desktop', views: 30 });
	statistics.shares.push({ organization: ACME, at, impressionCount: 200, clickCount: 10, likeCount: 3 });
	const numbers = ['newFollowers', 'pageViews', 'buttonClicks', 'impressions', 'clicks', 'reactions'];
	const table = await createTable(world.rest, 'Page', {
		string: ['day'],
		number: [...numbers, 'comments', 'reposts'],
	});
	const id = await example('page-statistics-to-a-table', (file) => {
		node(file, 'Followers').parameters.organization = byId(ACME);
		node(file, 'Keep').parameters.dataTableId = byId(table.id);
		// Any day will do.
		const { conditions } = node(file, 'Is it Monday?').parameters as {
			conditions: { conditions: Array<{ leftValue: unknown }> };
		};
		conditions.conditions[0].leftValue = 1;
	});
	for (const impressions of [200, 250]) {
		const run = await world.rest.run(id, 'Every morning');
		expect(run.error?.message).toBeUndefined();
		expect((await table.rows()).filter((row) => row.day === day)).toMatchObject([
			{ newFollowers: 7, pageViews: 30, impressions, clicks: 10, reactions: 3 },
		]);
		expect(run.items('Draw the chart')[0].chart).toMatch(
			new RegExp(`^<svg .*New followers: 7<.*Impressions of posts: ${impressions}<.*</svg>$`),
		);
		expect(run.rawItems('As a file')).toHaveLength(1);
		statistics.shares.push({ organization: ACME, at, impressionCount: 50 });
	}
});

it('rows of a table become conversion events, each once, with the result in its row', async () => {
	const { conversions } = world.simulator.state.ads;
	const rule = conversions.add({ account: ACCOUNT, name: 'Bought' });
	const table = await createTable(world.rest, 'Orders', {
		string: ['order', 'email', 'currency', 'happenedAt', 'status', 'error'],
		number: ['amount'],
	});
	const happenedAt = new Date(Date.now() - DAY_MS).toISOString();
	await table.insert([
		{ order: 'order 1', email: 'ada@example.com', amount: 149.9, currency: 'EUR', happenedAt },
		{ order: 'order 2', email: 'bob(at)example.com', amount: 20, currency: 'EUR', happenedAt },
		{ order: 'order 3', email: 'Cleo@Example.com', status: '' },
		{ order: 'order 4', email: 'dan@example.com', status: 'sending' },
	]);
	const id = await example('conversions-from-a-table', (file) => {
		node(file, 'Send').credentials = over(ads);
		node(file, 'Rows to send').parameters.dataTableId = byId(table.id);
		node(file, 'Send').parameters.conversion = byId(String(rule.id));
	});
	for (const time of ['first', 'second']) {
		const run = await world.rest.run(id, 'Every hour');
		expect([time, run.error?.message]).toEqual([time, undefined]);
		// Nothing is sent that another run could take for new.
		expect(run.items('Claim').map(({ status }) => status)).toEqual(
			time === 'first' ? ['sending', 'sending', 'sending'] : [],
		);
		expect(conversions.events).toMatchObject([
			{
				eventId: 'order 1',
				conversionHappenedAt: Date.parse(happenedAt),
				conversionValue: { currencyCode: 'EUR', amount: '149.9' },
			},
			{ eventId: 'order 3' },
		]);
		const rows = await table.rows();
		expect(rows.map(({ status, error }) => [status, error])).toEqual([
			['sent', ''],
			['failed', expect.stringMatching(/^Email must be an email address\. Enter an address such as /)],
			['sent', ''],
			['sending', null],
		]);
	}
});

it('a form turns images into a carousel', async () => {
	const id = await example('carousel-from-images', (file) => {
		node(file, 'Publish').parameters.author = byId(ACME);
	});
	await world.rest.publish(id);
	const form = new FormData();
	for (const page of [2, 10, 1]) {
		const image = new Blob([samplePng(300 + page, 300)], { type: 'image/png' });
		form.append('field-0', image, `page ${page}.png`);
	}
	form.append('field-1', 'Three steps');
	form.append('field-2', 'How we do it (in three steps)');
	const sent = await fetch(`${world.n8n.url}/form/84ae5c06-d1b9-4279-8f3d-a6270e9c5500`, {
		method: 'POST',
		body: form,
	});
	const answer = await sent.text();
	const run = await until(60_000, `The form was not used: ${answer}`, async () =>
		(await world.rest.executions(id)).find(({ status }) => !['new', 'running'].includes(status)),
	);
	expect(run.error?.message).toBeUndefined();
	const { urn, url } = run.items('Publish')[0] as { urn: string; url: string };
	expect(world.simulator.state.posts(ACME).filter(({ content }) => content?.media)).toMatchObject([{ urn }]);
	const { media } = world.simulator.state.findPost(urn)!.content as { media: { id: string; title: string } };
	expect(media).toMatchObject({ id: expect.stringMatching(/^urn:li:document:/), title: 'Three steps' });
	const { title, pages } = await readWithPdfJs(world.simulator.state.media.find(media.id)!.file!.bytes);
	expect([title, pages.map(({ image }) => image.width)]).toEqual(['Three steps', [301, 302, 310]]);
	const { formWaitingUrl } = JSON.parse(answer) as { formWaitingUrl: string };
	expect(await (await fetch(formWaitingUrl)).text()).toContain(url);
});

it('a new lead goes to the CRM once, although its first answer is lost', async () => {
	const { id, table } = leadsToCrm;
	const rows = await until(NEXT_POLL_WITHIN_MS, 'No lead was sent', async () => {
		const found = await table.rows();
		return found.length > 0 ? found : undefined;
	});
	expect(rows).toMatchObject([{ lead: 'lead-1' }]);
	expect([...crm.leads]).toEqual([
		[
			'lead-1',
			expect.objectContaining({
				firstName: 'Ada',
				lastName: 'Okafor',
				email: 'ada@example.com',
				form: 'Newsletter',
				mayContact: false,
				consents: [
					{ text: 'I agree to be called', accepted: true },
					{ text: 'I agree to get letters', accepted: false },
				],
				source: 'spring',
				hiddenFields: { utm_source: 'spring' },
			}),
		],
	]);
	expect(crm.requests).toHaveLength(2);
	// A run by hand starts with the newest leads.
	const again = await world.rest.run(id, 'New lead');
	expect([again.error?.message, again.items('New lead')]).toMatchObject([undefined, [{ id: 'lead-1' }]]);
	expect(crm.requests).toHaveLength(2);
});

it('new entries of a feed are posted once, with title, picture and first comment', async () => {
	const posts = () => world.simulator.state.posts(ACME).filter(({ content }) => content?.article);
	const run = await until(NEXT_POLL_WITHIN_MS, 'Nothing was posted', async () => {
		const runs = await world.rest.executions(postsFromFeed);
		return runs.find(({ status }) => !['new', 'running'].includes(status));
	});
	expect(run.error?.message).toBeUndefined();
	const link = (name: string) => `https://news.example.com/${name}`;
	const description = 'We open in (May) *2027*.';
	const thumbnail = expect.stringMatching(/^urn:li:image:/);
	const plain = 'Title in the feed: plain';
	const expected = [
		['A party', { source: link('party'), title: 'A party' }],
		[plain, { source: link('plain'), title: plain }],
		[description, { source: link('opening'), title: 'Opening & more', description, thumbnail }],
	];
	const found = () =>
		posts().map(({ content, parts, urn }) => {
			const [comment, ...more] = world.simulator.state.comments(urn);
			const { article } = content as { article: { source: string } };
			expect(comment).toMatchObject({ actor: ACME, text: `The whole article: ${article.source}` });
			expect(more).toEqual([]);
			return [parts.map((part) => ('text' in part ? part.text : '')).join(''), article];
		});
	expect(found().sort()).toEqual(expected.sort());
	// A run by hand starts with the first entry.
	const again = await world.rest.run(postsFromFeed, 'New entry');
	expect([again.error?.message, again.items('New entry')]).toMatchObject([
		undefined,
		[{ link: link('plain') }],
	]);
	const sent = world.simulator.requests.filter(({ body }) => String(body).includes('"article"'));
	expect(sent).toHaveLength(3);
});
