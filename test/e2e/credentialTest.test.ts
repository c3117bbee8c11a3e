import { mkdtempSync, rmSync } from 'fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'http';
import type { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';

import { installHost } from '../host/install';
import { type N8n, startN8n } from '../host/n8n';
import { type Rest, signIn } from '../host/rest';
import { OAUTH_CREDENTIAL, credentialData, hostLine } from '../host/world';

/**
 * What the test button of the token credential says, and which hosts it calls. n8n uses a proxy of the test, so that
 * requests to any other host are seen but don't get there.
 */

const TOKEN = 'AQX-pasted-token';

jest.setTimeout(300_000);

let home: string;
let gateway: Listener;
let elsewhere: Listener;
let wayOut: Listener;
let n8n: N8n;
let rest: Rest;

beforeAll(async () => {
	const installed = await installHost(() => undefined, hostLine());
	home = mkdtempSync(join(tmpdir(), 'n8n-nodes-linkedin-suite-'));
	gateway = await listen((asked, reply) => answerAs(row(asked.url), reply));
	elsewhere = await listen((_asked, reply) => answerAs(ROWS[0], reply));
	wayOut = await listen((_asked, reply) => reply.writeHead(403).end());
	n8n = await startN8n({
		installed,
		home,
		tarball: process.env.SUITE_TARBALL,
		variables: {
			HTTP_PROXY: wayOut.url,
			HTTPS_PROXY: wayOut.url,
			NO_PROXY: '127.0.0.1,localhost',
		},
	});
	rest = await signIn(n8n);
});
afterAll(async () => {
	await n8n?.stop();
	for (const listener of [gateway, elsewhere, wayOut]) listener?.server.close();
	rmSync(home, { recursive: true, force: true, maxRetries: 3 });
});
beforeEach(() => {
	for (const listener of [gateway, elsewhere, wayOut]) listener.requests.length = 0;
});

interface Row {
	name: string;
	status: number;
	type?: string;
	body?: string;
	/** What the button says. */
	says: RegExp;
}

const SUCCESS = /^Connection successful!$/;
const REFUSED = /doesn't accept this token/;
const NO_API = /no LinkedIn API at this host\. Check Environment/;
const FAULT = /had a server error.*Try again later/;
/** n8n 1.x doesn't see the status of an answer, only its body. */
const onLine = (line2: RegExp, line1: RegExp) => (hostLine() === 2 ? line2 : line1);

const PAGE = '<!DOCTYPE html><html><body>Hello</body></html>';
const html = (status: number, says: RegExp, body = PAGE): Row => ({
	name: `${status} with HTML`,
	status,
	type: 'text/html',
	body,
	says,
});
const json = (status: number, body: unknown, says: RegExp): Row => ({
	name: `${status} with ${JSON.stringify(body)}`,
	status,
	type: 'application/json',
	body: JSON.stringify(body),
	says,
});
const error = (status: number, code: string, says: RegExp) =>
	json(status, { status, serviceErrorCode: 100, code, message: 'So says LinkedIn' }, says);

const ROWS: Row[] = [
	json(200, { sub: '782bbtaQ', name: 'Ada' }, SUCCESS),
	error(403, 'ACCESS_DENIED', SUCCESS),
	error(429, 'TOO_MANY_REQUESTS', SUCCESS),
	error(401, 'INVALID_ACCESS_TOKEN', REFUSED),
	error(401, 'REVOKED_ACCESS_TOKEN', REFUSED),
	json(200, { status: 401, code: 'EXPIRED_ACCESS_TOKEN' }, REFUSED),
	html(401, onLine(REFUSED, NO_API)),
	{ name: '401 without a body', status: 401, says: onLine(REFUSED, NO_API) },
	error(404, 'RESOURCE_NOT_FOUND', NO_API),
	json(404, { statusCode: 404, error: 'Not Found' }, NO_API),
	html(404, NO_API),
	{ name: '404 with text', status: 404, type: 'text/plain', body: '404 page not found', says: NO_API },
	{ name: '404 without a body', status: 404, says: NO_API },
	error(405, 'METHOD_NOT_ALLOWED', NO_API),
	error(500, 'INTERNAL_SERVER_ERROR', FAULT),
	error(503, 'SERVICE_UNAVAILABLE', FAULT),
	html(503, onLine(FAULT, NO_API)),
	{ name: '502 without a body', status: 502, says: onLine(FAULT, NO_API) },
	html(200, NO_API),
	{ ...html(200, NO_API, `\n  ${PAGE}`), name: '200 with HTML after blanks' },
	{ ...html(403, NO_API), name: '403 with the page of a firewall' },
	{ name: '200 with text', status: 200, type: 'text/plain', body: 'It works!', says: NO_API },
	{ name: '200 without a body', status: 200, says: NO_API },
	{ name: '204', status: 204, says: NO_API },
	{ name: '302 to another host', status: 302, says: NO_API },
	// No rule can tell an object without a status from a valid answer.
	json(307, {}, onLine(NO_API, SUCCESS)),
	json(404, { message: 'no Route matched' }, onLine(NO_API, SUCCESS)),
];

describe('the button of the token credential', () => {
	it.each(ROWS.map((each, index) => ({ ...each, index })))('$name', async ({ says, index }) => {
		const { status, message } = await pressTest(`${gateway.url}/${index}`);
		expect(message).toMatch(says);
		expect(status).toBe(says === SUCCESS ? 'OK' : 'Error');
		expect(gateway.requests).not.toHaveLength(0);
		for (const request of gateway.requests) {
			expect(request).toEqual({ url: `/${index}/v2/userinfo`, authorization: `Bearer ${TOKEN}` });
		}
		expect([...elsewhere.requests, ...wayOut.requests]).toEqual([]);
	});

	it('says that nothing answers at a closed port', async () => {
		expect(await pressTest('http://127.0.0.1:9')).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/refused|ECONNREFUSED/),
		});
	});
});

describe('an address that a run refuses gets no request, nor does LinkedIn', () => {
	const refused: Array<[string, () => unknown]> = [
		['plain http', () => 'http://gateway.example'],
		['plain http behind blanks', () => '  http://gateway.example'],
		['plain http to a name that begins like this machine', () => 'http://127.0.0.1.gateway.example'],
		['another scheme', () => 'ftp://gateway.example'],
		['a user', () => gateway.url.replace('//', '//ada@')],
		['a user and a password', () => gateway.url.replace('//', '//ada:secret@')],
		['a user at an https host', () => 'https://ada:secret@gateway.example'],
		['backslashes before another host', () => 'https://gateway.example\\@api.linkedin.com'],
		['nothing', () => ''],
		['blanks', () => '   '],
		['null', () => null],
		['a script', () => 'javascript:alert(1)'],
		['no scheme', () => 'gateway.example'],
		['no scheme but slashes', () => '//gateway.example'],
		['blanks inside', () => 'https://gateway .example'],
	];

	it.each(refused)('%s', async (_what, address) => {
		const { status, message } = await pressTest(address());
		expect([...gateway.requests, ...elsewhere.requests, ...wayOut.requests]).toEqual([]);
		expect(status).toBe('Error');
		expect(message).toMatch(/^(ERR_INVALID_URL|Invalid URL)$/);
	});

	it.each([
		['https://gateway.example', 'gateway.example:443'],
		['HTTPS://gateway.example:8443/linkedin/', 'gateway.example:8443'],
	])('while %s is asked', async (address, host) => {
		await pressTest(address);
		expect(wayOut.requests.map(({ url }) => url)).toContain(host);
		expect(new Set(wayOut.requests.map(({ url }) => url))).toEqual(new Set([host]));
	});

	it('nor does it get the client of an OAuth2 credential', async () => {
		const data = {
			...credentialData('https://gateway.example'),
			oauthHost: 'http://gateway.example',
		};
		const { id } = await rest.createCredential(OAUTH_CREDENTIAL, 'OAuth2', data);
		const consent = await rest.call<string>('GET', `/rest/oauth2-credential/auth?id=${id}`).catch(String);
		expect(consent).not.toMatch(/gateway\.example|linkedin\.com/);
		expect(wayOut.requests).toEqual([]);
	});

	it("and LinkedIn's own host is asked where none is given", async () => {
		await pressTest(undefined, 'linkedIn');
		expect(new Set(wayOut.requests.map(({ url }) => url))).toEqual(new Set(['api.linkedin.com:443']));
	});
});

/** As the editor does if the credential is saved or Retry is pressed. */
async function pressTest(
	apiHost: unknown,
	environment = 'custom',
): Promise<{ status: string; message: string }> {
	const type = 'linkedInSuiteAccessTokenApi';
	const data = { accessToken: TOKEN, environment, ...(apiHost !== undefined && { apiHost }) };
	const { id, name } = await rest.createCredential(type, 'Pasted', data);
	return await rest.call('POST', '/rest/credentials/test', { credentials: { id, name, type, data } });
}

interface Listener {
	url: string;
	server: Server;
	requests: Array<{ url: string | undefined; authorization: string | undefined }>;
}

/** A local server that records its requests, including a proxy's tunnels. */
async function listen(answer: (asked: IncomingMessage, reply: ServerResponse) => void): Promise<Listener> {
	const requests: Listener['requests'] = [];
	const note = ({ url, headers }: IncomingMessage) =>
		requests.push({ url, authorization: headers.authorization });
	const server = createServer((asked, reply) => {
		note(asked);
		answer(asked, reply);
	});
	server.on('connect', (asked, socket) => {
		note(asked);
		socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, requests };
}

/** The first segment of the path says which. */
function row(url = ''): Row {
	return ROWS[Number(url.split('/')[1])] ?? ROWS[0];
}

function answerAs({ status, type, body = '' }: Row, reply: ServerResponse): void {
	const isRedirect = status === 302 || status === 307;
	reply.writeHead(status, {
		...(type && { 'content-type': type }),
		...(isRedirect && { location: `${elsewhere.url}/v2/userinfo` }),
	});
	reply.end(body);
}
