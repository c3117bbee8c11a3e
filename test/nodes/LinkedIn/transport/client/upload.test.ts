import type { Upload } from '../../../../../nodes/LinkedIn/transport/types';
import { fakeHost, TOKEN } from '../fakeHost';
import { closeTheInternet, refusals, Wire, type Played } from '../mockServer';
import { withHeaders } from './attempts';

/** Where bytes may be sent, with or without the token. */

closeTheInternet();

const BYTES = Buffer.from('bytes of a file');
const upload = (more: Partial<Upload>): Upload => ({
	what: 'the image',
	method: 'PUT',
	url: 'https://www.linkedin.com/dms-uploads/1?ut=(a)&b=%20',
	withToken: true,
	headers: { 'Content-Type': 'application/octet-stream' },
	sizeBytes: BYTES.length,
	open: async () => BYTES,
	...more,
});
const created: Played = { status: 201 };

it('carries the token to LinkedIn’s upload host, and the address as it was given', async () => {
	const wire = new Wire('https://www.linkedin.com').on('PUT', created);
	const linkedin = await fakeHost().connect();
	expect(await linkedin.upload(upload({}))).toMatchObject({ status: 201 });
	expect(wire.arrived).toMatchObject([
		{
			path: '/dms-uploads/1?ut=(a)&b=%20',
			token: TOKEN,
			body: 'bytes of a file',
			headers: { 'content-length': '15', 'content-type': 'application/octet-stream' },
		},
	]);
});

it('sends bare where the address is signed, to whatever host', async () => {
	const wire = new Wire('https://uploads.example.com').on('PUT', created);
	const linkedin = await fakeHost().connect();
	await linkedin.upload(upload({ url: 'https://uploads.example.com/part', withToken: false }));
	expect(wire.arrived[0].token).toBeUndefined();
});

it('names the API version where the upload host asks for it', async () => {
	const wire = new Wire('https://www.linkedin.com').on('POST', created);
	const linkedin = await fakeHost().connect();
	await linkedin.upload(upload({ method: 'POST', isVersioned: true }));
	expect(wire.versions).toEqual(['202609']);
});

it('carries the token to the host of the API where that is a gateway', async () => {
	const fields = {
		advanced: true,
		environment: 'custom',
		apiHost: 'https://gateway.example.com',
		oauthHost: 'https://gateway.example.com',
	};
	const wire = new Wire('https://gateway.example.com:8443').on('PUT', created);
	const linkedin = await fakeHost({
		fields: { ...fields, apiHost: 'https://gateway.example.com:8443/linkedin' },
	}).connect();
	await linkedin.upload(upload({ url: 'https://gateway.example.com:8443/up' }));
	expect(wire.arrived[0].token).toBe(TOKEN);
});

it.each([
	'https://gateway.example.com:8443/up',
	'https://gateway.example.com.evil.example/up',
	'https://uploads.gateway.example.com/up',
	'http://gateway.example.com/up',
	'https://user@gateway.example.com/up',
])('carries no token to %s, which is not exactly the host of the API', async (url) => {
	const fields = { advanced: true, environment: 'custom', apiHost: 'https://gateway.example.com' };
	const host = fakeHost({ fields: { ...fields, oauthHost: 'https://gateway.example.com' } });
	const linkedin = await host.connect();
	await expect(linkedin.upload(upload({ url }))).rejects.toMatchObject({
		details: { code: 'UNSAFE_UPLOAD_HOST' },
	});
	expect(host.calls).toEqual([]);
});

it.each([
	['another host, with the token', { url: 'https://linkedin.com.example.com/up' }],
	['a host that only ends like LinkedIn', { url: 'https://notlinkedin.com/up' }],
	['plain http', { url: 'http://www.linkedin.com/up' }],
	['plain http, bare', { url: 'http://www.linkedin.com/up', withToken: false }],
	['this machine, where the API is not here', { url: 'http://127.0.0.1:4010/up', withToken: false }],
	['another port of LinkedIn', { url: 'https://www.linkedin.com:8443/up' }],
	['LinkedIn with a name before it', { url: 'https://api.linkedin.com@evil.example/up' }],
	['LinkedIn signed in as somebody', { url: 'https://user:password@www.linkedin.com/up' }],
	['a host behind a backslash', { url: 'https://evil.example\\@www.linkedin.com/up' }],
	['LinkedIn before a backslash', { url: 'https://www.linkedin.com\\@evil.example/up' }],
	['a host with a tab in it', { url: 'https://www.linked\tin.com/up' }],
	['a host that begins like LinkedIn', { url: 'https://www.linkedin.com.evil.example/up' }],
	['a host in whose path LinkedIn stands', { url: 'https://evil.example/www.linkedin.com' }],
	['a host that looks like LinkedIn', { url: 'https://www.lınkedin.com/up' }],
	['no address', { url: 'up' }],
	['a file', { url: 'file:///etc/passwd', withToken: false }],
])('sends nothing to %s', async (_what, more) => {
	const host = fakeHost();
	const linkedin = await host.connect();
	await expect(linkedin.upload(upload(more))).rejects.toMatchObject({
		details: { code: 'UNSAFE_UPLOAD_HOST', advice: expect.stringMatching(/only to https/) },
	});
	expect(host.calls).toEqual([]);
});

it.each<[url: string, shown: string]>([
	['javascript:alert(1)', '"javascript:alert(1)"'],
	['data:text/html;base64,PHNjcmlwdD4=', '"data:text/html;base64,PHNjcmlwdD4="'],
	[`data:,${'x'.repeat(1_000)}`, `"data:,${'x'.repeat(54)}…"`],
	['mailto:a@b.example?subject=x', '"mailto:a@b.example…"'],
	['ftp://files.example/up', 'ftp://files.example'],
	['https://user:password@evil.example:8443/up?signature=1', 'https://evil.example:8443'],
	['file:///etc/passwd', '"file:///etc/passwd"'],
	['up', '"up"'],
	['', 'no address was given'],
])('says of %s what it is', async (url, shown) => {
	const linkedin = await fakeHost().connect();
	await expect(linkedin.upload(upload({ url }))).rejects.toMatchObject({
		message: `LinkedIn gave an upload address for ${upload({}).what} that isn't allowed (${shown}), so the file wasn't sent`,
	});
});

it.each([
	['throttled', refusals.throttled],
	['unavailable', refusals.unavailable],
	['broken', { fails: 'ECONNRESET' }],
])('opens the bytes anew when it is %s', async (_what, first: Played) => {
	const wire = new Wire('https://www.linkedin.com').on('PUT', first, created);
	let opened = 0;
	const linkedin = await fakeHost().connect();
	await linkedin.upload(
		upload({
			open: async () => {
				opened += 1;
				return BYTES;
			},
		}),
	);
	expect(opened).toBe(2);
	expect(wire.arrived.at(-1)?.body).toBe('bytes of a file');
});

it('does not renew a token, as a stream cannot be sent again', async () => {
	new Wire('https://www.linkedin.com').on('PUT', refusals.expired);
	const host = fakeHost({ refresh: 'renews' });
	const linkedin = await host.connect();
	await expect(linkedin.upload(upload({}))).rejects.toMatchObject({ details: { status: 401 } });
	expect(host.refreshes).toBe(0);
	expect(host.calls).toHaveLength(1);
});

it.each([
	['milliseconds', () => Date.now() - 1],
	['seconds', () => Math.floor(Date.now() / 1000) - 1],
])('takes a refusal after the end of the address, in epoch %s, for its end', async (_unit, end) => {
	new Wire('https://www.linkedin.com').on('PUT', refusals.denied);
	const linkedin = await fakeHost().connect();
	await expect(linkedin.upload(upload({ expiresAtMs: end() }))).rejects.toMatchObject({
		message: expect.stringMatching(/has expired/),
		details: { code: 'EXPIRED_UPLOAD_URL' },
	});
});

it.each([
	['milliseconds', () => Date.now() + 3_600_000],
	['seconds', () => Math.floor(Date.now() / 1000) + 3600],
])('does not take a refusal before the end of the address, in epoch %s, for its end', async (_unit, end) => {
	new Wire('https://www.linkedin.com').on('PUT', refusals.denied);
	const linkedin = await fakeHost().connect();
	await expect(linkedin.upload(upload({ expiresAtMs: end() }))).rejects.toMatchObject({
		details: { code: 'ACCESS_DENIED' },
	});
});

it('says when the upload host wants to be asked again, no later than the next reset', async () => {
	const nextMonth = String(Date.now() + 30 * 86_400_000);
	new Wire('https://www.linkedin.com').on(
		'PUT',
		withHeaders(refusals.throttled, { 'X-RateLimit-Reset': nextMonth }),
	);
	const reset = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
	const linkedin = await fakeHost().connect();
	await expect(linkedin.upload(upload({}))).rejects.toMatchObject({
		details: { status: 429, retryAt: new Date(reset).toISOString() },
	});
});
