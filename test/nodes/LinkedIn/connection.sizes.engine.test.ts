import { gzipSync } from 'node:zlib';
import type { INodeParameters } from 'n8n-workflow';

import { MOST_ANSWER_BYTES } from '../../../nodes/LinkedIn/transport/limits/callLimits';
import type { HarnessCredential } from '../../engine/credentials';
import { ACME, connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';
import { json, PlainServer, type Handler } from './plainServer';

/**
 * An endless answer is aborted at a limit, however small its transfer; answers that n8n's client could read before are
 * read the same way.
 */

simulateForEachTest();

const MEGABYTE = 1_000_000;
const BOMB_MB = 300;
/** This much may also be in sockets and buffers. */
const SLACK_MB = 12;

let server: PlainServer;
afterEach(async () => {
	jest.restoreAllMocks();
	await server?.close();
});

async function serve(handle: Handler): Promise<void> {
	server = await new PlainServer(handle).start();
}

function credentialFor(authentication: 'oAuth2' | 'accessToken'): HarnessCredential {
	const credential = connect({ authentication });
	Object.assign(credential.data, { apiHost: server.url, oauthHost: server.url });
	return credential;
}

const atOnce = (parameters: INodeParameters): INodeParameters => ({ ...parameters, options: { maxWait: 0 } });

/** 300 MB of zeros in 300 KB: a gzip file may consist of several members. */
const packed = Buffer.concat(
	Array.from({ length: BOMB_MB / 10 }, () => gzipSync(Buffer.alloc(10 * MEGABYTE))),
);

const bombs: Record<string, (status: number) => Handler> = {
	'packed as gzip': (status) => (_request, response) => {
		response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
		response.end(packed);
	},
	'as it is': (status) => (_request, response) => {
		response.writeHead(status, { 'content-type': 'application/json' });
		const chunk = Buffer.alloc(MEGABYTE, ' ');
		let left = BOMB_MB;
		const more = () => {
			while (left > 0 && !response.destroyed) {
				left -= 1;
				if (!response.write(chunk)) return void response.once('drain', more);
			}
			response.end();
		};
		more();
	},
};

/** The process's memory, without garbage. */
function heldMb(): number {
	const { heapUsed, external } = process.memoryUsage();
	return (heapUsed + external) / MEGABYTE;
}

const rows = (['oAuth2', 'accessToken'] as const).flatMap((authentication) =>
	Object.entries(bombs).map(([name, bomb]) => [authentication, name, bomb] as const),
);

describe.each(rows)('with %s 300 MB %s', (authentication, _name, bomb) => {
	const LIMIT_MB = 5;

	test('are left at the limit of a read, in words, and tried no more', async () => {
		jest.replaceProperty(MOST_ANSWER_BYTES, 'read', LIMIT_MB * MEGABYTE);
		await serve(bomb(200));
		await run(atOnce(LIST_POSTS), credentialFor(authentication));
		const before = heldMb();
		let most = 0;
		const watch = setInterval(() => {
			most = Math.max(most, heldMb() - before);
		}, 1);
		const { error } = await run(LIST_POSTS, credentialFor(authentication));
		clearInterval(watch);
		expect(error?.message).toBe(
			"The answer to FINDER /rest/posts is larger than 5 MB, so it wasn't read to the end",
		);
		expect(server.arrived).toHaveLength(2);
		expect(most).toBeLessThan(4 * (LIMIT_MB + SLACK_MB));
		expect(await server.isLeft()).toBe(true);
		expect(server.sentBytes).toBeLessThan(2 * (LIMIT_MB + SLACK_MB) * MEGABYTE);
	});

	test('behind a 201 do not hide that it was done', async () => {
		await serve((request, response, body) => {
			response.setHeader('x-restli-id', 'urn:li:share:7');
			bomb(201)(request, response, body);
		});
		const { outputs, error } = await run(CREATE_POST, credentialFor(authentication));
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({ urn: 'urn:li:share:7' });
		expect(server.arrived).toEqual(['POST /rest/posts']);
	});

	test('behind a 401 do not hide that the token has ended', async () => {
		await serve(bomb(401));
		const { error } = await run(atOnce(LIST_POSTS), credentialFor(authentication));
		expect(error?.message).toBe("LinkedIn rejected this connection's token");
		expect(await server.isLeft()).toBe(true);
	});
});

test('a 401 with 300 MB is renewed all the same, and the read continues', async () => {
	let count = 0;
	await serve((request, response, body) => {
		if (request.url?.startsWith('/oauth/')) {
			return json(200, { access_token: 'AQX-new', expires_in: 5_184_000, token_type: 'Bearer' })(
				request,
				response,
				body,
			);
		}
		count += 1;
		const isNew = request.headers.authorization === 'Bearer AQX-new';
		return isNew
			? json(200, { elements: [] })(request, response, body)
			: bombs['packed as gzip'](401)(request, response, body);
	});
	const { error } = await run(atOnce(LIST_POSTS), credentialFor('oAuth2'));
	expect(error).toBeUndefined();
	expect(count).toBeGreaterThanOrEqual(2);
});

const bodies: Array<[string, Buffer | string, Record<string, string>, RegExp | undefined]> = [
	['JSON', '{"elements":[]}', {}, undefined],
	['JSON behind a byte order mark', '\uFEFF{"elements":[]}', {}, undefined],
	['JSON packed as gzip', gzipSync('{"elements":[]}'), { 'content-encoding': 'gzip' }, undefined],
	['JSON that is called HTML', '{"elements":[]}', { 'content-type': 'text/html' }, undefined],
	['a web page', '<html></html>', {}, /./],
	['nothing', '', {}, /./],
	['half of it', '{"elements":[', {}, /broke off/],
	['gzip that is none', 'plain', { 'content-encoding': 'gzip' }, /broke off/],
];

describe.each(['oAuth2', 'accessToken'] as const)('with %s', (authentication) => {
	test.each(bodies)('a 200 with %s', async (_what, body, headers, expected) => {
		await serve((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json', ...headers });
			response.end(body);
		});
		const { error } = await run(atOnce(LIST_POSTS), credentialFor(authentication));
		if (expected) expect(error?.message).toMatch(expected);
		else expect(error).toBeUndefined();
		expect(error?.message ?? '').not.toMatch(/TypeError|undefined/);
		expect(simulator.requests).toEqual([]);
	});

	test('a page of 20 MB is no bomb', async () => {
		const post = {
			id: 'urn:li:share:1',
			author: `urn:li:organization:${ACME.value}`,
			commentary: 'x'.repeat(20 * MEGABYTE),
		};
		await serve(json(200, { elements: [post] }));
		const { error, outputs } = await run(atOnce(LIST_POSTS), credentialFor(authentication));
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
	});
});
