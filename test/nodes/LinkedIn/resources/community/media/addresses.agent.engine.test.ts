import { runAgent, type Model } from '../../../../../engine/agent';
import { connectTo } from '../../../../../engine/connection';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { samplePng } from '../../../../../simulator/sampleMedia';
import { startWeb, type Web } from '../../../../../web/web';

/** An AI agent can't hand over files, but it can name an address. What it may not fetch, it is told with the reason. */

const PNG = samplePng(300, 200);
const PHOTO = 'https://pictures.example/photo.png';

let simulator: Simulator;
let web: Web;

beforeEach(async () => {
	simulator = await startSimulator();
	web = await startWeb();
	web.serve(PHOTO, PNG);
});
afterEach(async () => {
	await web.close();
	await simulator.close();
});

const runPoster = async (model: Model) =>
	await runAgent(
		{
			node: 'linkedInCommunity',
			parameters: {
				resource: 'post',
				operation: 'create',
				author: { __rl: true, mode: 'id', value: '2414183' },
				text: "={{ $fromAI('text') }}",
				contentType: 'image',
				media: "={{ $fromAI('image') }}",
			},
			credentials: connectTo(simulator),
		},
		model,
	);

it('posts an image from an address', async () => {
	const { answers } = await runPoster((before) =>
		before.length === 0 ? { text: 'Look', image: PHOTO } : undefined,
	);
	const [post] = simulator.state.posts('2414183');
	expect(JSON.parse(answers[0])).toEqual([
		expect.objectContaining({ urn: post.urn, text: 'Look', contentType: 'image' }),
	]);
	const [media] = simulator.state.media.all();
	expect(media.file?.bytes).toEqual(PNG);
});

it('is told why an address is refused, and corrects itself', async () => {
	const tried = [
		'https://localhost/report.png',
		'http://pictures.example/photo.png',
		'https://10.0.0.7/photo.png',
		'https://pictures.example/missing.png',
		PHOTO,
	];
	const { answers } = await runPoster(({ length }) =>
		length < tried.length ? { text: 'Look', image: tried[length] } : undefined,
	);
	expect(answers).toEqual([
		expect.stringMatching(
			/points into a private network \(localhost\)[^]*Files are fetched from public addresses only/,
		),
		expect.stringMatching(/must start with https:\/\/[^]*Enter an address such as https:/),
		expect.stringMatching(/must have a host name, not an IP address/),
		expect.stringMatching(/pictures\.example answered with status 404[^]*Nothing was posted/),
		expect.stringContaining('"contentType":"image"'),
	]);
	expect(simulator.state.posts('2414183')).toHaveLength(1);
	expect(new Set(web.connections)).toEqual(new Set(['pictures.example:443']));
});
