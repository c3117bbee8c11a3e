import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ServerResponse } from 'node:http';

import { DEADLINE_MS } from '../../../../../../nodes/LinkedIn/transport/limits/callLimits';
import { connectTo, type ConnectionOptions } from '../../../../../engine/connection';
import { runNode, type RunOptions, type RunResult } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { sampleMp4, samplePng } from '../../../../../simulator/sampleMedia';
import { file, redirect, startWeb, unmeasured, type Answer, type Web } from '../../../../../web/web';

/** Addresses and answers that are refused, each with the reason, and without a call to LinkedIn. */

const PNG = samplePng(300, 200);
const ACME = { __rl: true, mode: 'id', value: '2414183' };
const ADDRESS = 'https://files.example/a';
/** What signs an address, and is found nowhere afterwards. */
const SECRET = 'X-Signature=SECRET0123456789';

let simulator: Simulator;
let web: Web;

beforeEach(async () => {
	simulator = await startSimulator();
	web = await startWeb();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await web.close();
	await simulator.close();
});

interface Run extends Partial<RunOptions> {
	connection?: ConnectionOptions;
}

async function run(parameters: INodeParameters, { connection, ...options }: Run = {}): Promise<RunResult> {
	return await runNode({
		node: 'linkedInCommunity',
		parameters: {
			resource: 'post',
			operation: 'create',
			author: ACME,
			text: 'Hello',
			contentType: 'image',
			...parameters,
		},
		credentials: connectTo(simulator, connection),
		...options,
	});
}

const detailsOf = ({ error }: RunResult) =>
	(error as unknown as { context?: { details?: IDataObject } } | undefined)?.context?.details;

/** Nothing reached LinkedIn, and what signs the address is nowhere. */
function expectNothing(result: RunResult): void {
	expect([...simulator.requests, ...simulator.uploads]).toEqual([]);
	const { error, outputs, logs, calls } = result;
	const shown = { message: error?.message, description: error?.description, context: error?.context };
	expect(JSON.stringify([shown, outputs, logs, calls])).not.toContain('SECRET');
}

it.each([
	['http://files.example/a', /The web address http:\/\/files\.example\/a must start with https:\/\//],
	['https://127.0.0.1/a', /must have a host name, not an IP address/],
	['https://localhost/a', /points into a private network \(localhost\)/],
	['https://user:SECRET@files.example/a', /can't contain a user name or password/],
	['https://files.example:8443/a', /can't have a port/],
	['data:image/png;base64,SECRET', /must start with https:\/\//],
])('connects to nothing for %s', async (media, message) => {
	const result = await run({ media: `${media}?${SECRET}` });
	expect(result.error?.message).toMatch(message);
	expect(result.error?.description).toMatch(/HTTP Request node/);
	expect(detailsOf(result)).toMatchObject({
		code: 'INVALID_INPUT',
		field: 'Binary Field, Address or URN',
	});
	expect(web.connections).toEqual([]);
});

it.each([
	'http://files.example/b',
	'https://localhost/b',
	'https://metadata.google.internal/b',
	'//169.254.169.254/b',
	'https://[::1]/b',
	'https://user:SECRET@files.example/b',
	'https://files.example:8443/b',
	'',
])('follows no redirect to "%s"', async (location) => {
	web.serve(ADDRESS, redirect(location));
	web.serve('https://files.example/b', PNG);
	const result = await run({ media: `${ADDRESS}?${SECRET}` });
	expect(result.error?.message).toMatch(
		/^https:\/\/files\.example\/a redirects (to an address that |more than 3)/,
	);
	expect(new Set(web.connections)).toEqual(new Set(['files.example:443']));
	expectNothing(result);
});

it('follows no fourth redirect', async () => {
	for (const [from, to] of ['ab', 'bc', 'cd', 'de']) {
		web.serve(`https://files.example/${from}`, redirect(`/${to}`));
	}
	web.serve('https://files.example/e', PNG);
	const result = await run({ media: ADDRESS });
	expect(result.error?.message).toBe('https://files.example/a redirects more than 3 times');
	expect(web.requests.map(({ path }) => path)).toEqual(['/a', '/b', '/c', '/d']);
	expectNothing(result);
});

const status =
	(code: number): Answer =>
	(response) =>
		void response.writeHead(code, { 'Content-Type': 'text/html' }).end('<h1>SECRET</h1>');

const page: Answer = (response) =>
	void response
		.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
		.end('<!doctype html><title>SECRET</title>');

/** An image that never ends. */
const endless: Answer = (response) => {
	response.writeHead(200, { 'Content-Type': 'image/png' });
	const more = () => {
		while (!response.destroyed && response.write(Buffer.alloc(1_048_576)));
	};
	response.on('drain', more);
	more();
};

const stalled: Answer = (response) => {
	response.writeHead(200, { 'Content-Length': '1000' });
	response.write(PNG.subarray(0, 10));
};

it.each<[what: string, answer: Answer | Buffer, code: string, message: RegExp]>([
	[
		'a missing file',
		status(404),
		'FILE_NOT_FETCHED',
		/^files\.example answered with status 404 \(there's no such file\): https:\/\/files\.example\/a$/,
	],
	['a file that needs a login', status(401), 'FILE_NOT_FETCHED', /status 401 \(it requires a login\)/],
	['a forbidden file', status(403), 'FILE_NOT_FETCHED', /status 403 \(access is denied\)/],
	['a broken server', status(500), 'FILE_NOT_FETCHED', /status 500: /],
	['a web page', page, 'INVALID_INPUT', /^https:\/\/files\.example\/a is a web page, not an image$/],
	['an empty file', file(Buffer.alloc(0)), 'INVALID_INPUT', /is empty$/],
	['a document', Buffer.from('%PDF-1.4\n'), 'INVALID_INPUT', /must be JPG, PNG or GIF, not PDF$/],
	['too many pixels', samplePng(8000, 8000), 'INVALID_INPUT', /has 64,000,000 pixels/],
	['an image without end', endless, 'FILE_NOT_FETCHED', /has more than 41,943,040 bytes/],
	[
		'a length that is too large',
		(response: ServerResponse) => void response.writeHead(200, { 'Content-Length': '41943041' }).write('x'),
		'FILE_NOT_FETCHED',
		/has more than 41,943,040 bytes/,
	],
	[
		'a length that is never reached',
		(response: ServerResponse) => {
			response.writeHead(200, { 'Content-Length': '1000' });
			response.write('x');
			setTimeout(() => response.destroy(), 50);
		},
		'FILE_NOT_FETCHED',
		/^The connection broke while fetching https:\/\/files\.example\/a$/,
	],
])('says what is wrong with %s', async (_what, answer, code, message) => {
	web.serve(ADDRESS, answer);
	const result = await run({ media: `${ADDRESS}?${SECRET}` });
	expect(result.error?.message).toMatch(message);
	expect(detailsOf(result)).toMatchObject({ code });
	expectNothing(result);
});

it('ends captions at their own limit', async () => {
	web.serve('https://files.example/film.mp4', sampleMp4(100_000));
	web.serve(ADDRESS, endless);
	const result = await run({
		contentType: 'video',
		media: 'https://files.example/film.mp4',
		videoOptions: { captions: ADDRESS },
	});
	expect(result.error?.message).toMatch(/has more than 1,000,000 bytes/);
	expect(detailsOf(result)).toMatchObject({ field: 'Captions' });
	expectNothing(result);
});

it('refuses a video without its length', async () => {
	web.serve(ADDRESS, unmeasured(sampleMp4(100_000)));
	const result = await run({ contentType: 'video', media: `${ADDRESS}?${SECRET}` });
	expect(result.error?.message).toBe(`files.example doesn't say how long the video is: ${ADDRESS}`);
	expectNothing(result);
});

it('gives up a server that sends nothing for too long', async () => {
	jest.replaceProperty(DEADLINE_MS, 'read', 300);
	for (const answer of [stalled, dripping, () => undefined]) {
		web.serve(ADDRESS, answer);
		const result = await run({ media: `${ADDRESS}?${SECRET}` });
		expect(result.error?.message).toMatch(/took too long$/);
		expectNothing(result);
	}
	await untilCutOff(3);
});

/** A byte at a time of many that are told. */
function dripping(response: ServerResponse): void {
	response.writeHead(200, { 'Content-Length': 30_000_000 });
	const drops = setInterval(() => response.write('x'), 20);
	response.on('close', () => clearInterval(drops));
}

/** Waits until the client has ended this many connections before the whole answer. */
async function untilCutOff(count: number): Promise<void> {
	for (let waits = 0; web.cutOff < count && waits < 100; waits += 1) {
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	expect(web.cutOff).toBe(count);
}

it('stops with the execution', async () => {
	const controller = new AbortController();
	web.serve(ADDRESS, (response, request) => {
		stalled(response, request);
		setTimeout(() => controller.abort(), 300);
	});
	const result = await run({ media: ADDRESS }, { signal: controller.signal });
	expect(result.status).toBe('canceled');
	await untilCutOff(1);
	expectNothing(result);
});

it('trusts only known certificates, even if the node skips the check for LinkedIn', async () => {
	web.serve(ADDRESS, PNG);
	web.untrusted.add('files.example');
	const requestOptions = { allowUnauthorizedCerts: true };
	const result = await run({ media: `${ADDRESS}?${SECRET}`, requestOptions });
	expect(result.error?.message).toBe("No file came from files.example: its certificate can't be trusted");
	expectNothing(result);
});

it('says that a host cannot be reached', async () => {
	web.absent.add('files.example');
	const result = await run({ media: `${ADDRESS}?${SECRET}` });
	expect(result.error?.message).toMatch(/^No file came from files\.example: /);
	expectNothing(result);
});

it("keeps to the credential's Allowed HTTP Request Domains", async () => {
	web.serve(ADDRESS, PNG);
	const fields = { allowedHttpRequestDomains: 'domains', allowedDomains: 'pictures.example' };
	const result = await run({ media: `${ADDRESS}?${SECRET}` }, { connection: { fields } });
	expect(result.error?.message).toBe('n8n itself blocked fetching a file from files.example');
	expect(web.connections).toEqual([]);
	expectNothing(result);
	web.serve('https://pictures.example/a', PNG);
	const allowed = await run({ media: 'https://pictures.example/a' }, { connection: { fields } });
	expect(allowed.error).toBeUndefined();
	// It only says that HTTP Request nodes can't use the credential.
	const none = { allowedHttpRequestDomains: 'none' };
	const open = await run({ media: ADDRESS, text: 'Another' }, { connection: { fields: none } });
	expect(open.error).toBeUndefined();
});

it('fetches nothing that the access policy would not let it upload', async () => {
	web.serve(ADDRESS, PNG);
	const accessTable = { rows: [{ area: 'posts', access: 'write' }] };
	const fields = { accessPolicy: 'table', accessTable } as unknown as ConnectionOptions['fields'];
	const result = await run({ media: ADDRESS }, { connection: { fields } });
	expect(detailsOf(result)).toMatchObject({ code: 'NOT_ALLOWED' });
	expect(web.connections).toEqual([]);
});

it('fetches no more addresses for an item than a carousel has pages', async () => {
	const media = Array.from({ length: 301 }, (_, index) => `${ADDRESS}${index}`).join(', ');
	const result = await run({ media });
	expect(result.error?.message).toBe('There are 301 web addresses; at most 300 are fetched for an item');
	expect(web.connections).toEqual([]);
});

it('writes a line about each fetch to the log, which no limit counts', async () => {
	web.serve(ADDRESS, redirect(`https://pictures.example/b?${SECRET}`));
	web.serve('https://pictures.example/b', PNG);
	const result = await run({ media: `${ADDRESS}?${SECRET}` });
	expect(result.error).toBeUndefined();
	const lines = result.calls.map(({ message }) => message).filter((message) => message.includes('.example'));
	expect(lines).toEqual([
		expect.stringMatching(/Post: Create \(GET https:\/\/files\.example\).*, status 302 after \d+ ms$/),
		expect.stringMatching(/Post: Create \(GET https:\/\/pictures\.example\).*, status 200 after \d+ ms$/),
	]);
	expect(JSON.stringify([result.outputs, result.logs, result.calls])).not.toContain('SECRET');
});
