import { sendRequest } from '../../../../../nodes/LinkedIn/transport/client/httpClient';
import { Renewal } from '../../../../../nodes/LinkedIn/transport/client/renewal';
import { MOST_ANSWER_BYTES } from '../../../../../nodes/LinkedIn/transport/limits/callLimits';
import { Secrets } from '../../../../../nodes/LinkedIn/transport/redaction/secrets';
import type { Context, HttpRequest as Request } from '../../../../../nodes/LinkedIn/transport/types';
import { fakeHost, RENEWED, SECRETS, TOKEN, type FakeHostOptions } from '../fakeHost';
import { closeTheInternet, ok, refusals, Wire, type Played } from '../mockServer';

closeTheInternet();

const OAUTH = 'linkedInSuiteOAuth2Api';

const request: Request = {
	method: 'GET',
	url: 'https://api.linkedin.com/rest/posts?ids=List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A2)',
	headers: { 'Linkedin-Version': '202609' },
	kind: 'read',
	options: {},
};

const signer = (context: Context) => ({ context, secrets: new Secrets() });

async function sendTo(wire: Wire, host: FakeHostOptions = {}, more: Partial<Request> = {}) {
	const fake = fakeHost(host);
	const type = host.authentication === 'accessToken' ? 'linkedInSuiteAccessTokenApi' : OAUTH;
	const attempt = await sendRequest(signer(fake.context), type, { ...request, ...more });
	for (const secret of SECRETS) expect(JSON.stringify(attempt)).not.toContain(secret);
	return { attempt, wire, fake };
}

describe('a request', () => {
	it('goes out as it was encoded, signed, and asks for JSON', async () => {
		const { wire } = await sendTo(new Wire().on('GET', ok({ results: {} })));
		expect(wire.arrived).toEqual([
			expect.objectContaining({
				method: 'GET',
				path: '/rest/posts?ids=List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A2)',
				token: TOKEN,
			}),
		]);
		expect(wire.arrived[0].headers).toMatchObject({
			accept: 'application/json',
			'linkedin-version': '202609',
		});
	});

	it('follows no redirect, which could carry the token to another host', async () => {
		const moved: Played = { status: 302, headers: { Location: 'https://elsewhere.example/' } };
		const { attempt, fake } = await sendTo(new Wire().on('GET', moved));
		expect(attempt).toMatchObject({ kind: 'reply', status: 302 });
		expect(fake.calls[0].disableFollowRedirect).toBe(true);
	});

	it("carries n8n's own options", async () => {
		const options = { timeout: 1234, proxy: 'http://proxy:1', allowedDomains: 'api.linkedin.com' };
		const { fake } = await sendTo(new Wire().on('GET', ok({})), {}, { options });
		expect(fake.calls[0]).toMatchObject(options);
	});

	it('without a credential goes bare', async () => {
		const wire = new Wire().on('GET', ok({}));
		await sendRequest(signer(fakeHost().context), undefined, request);
		expect(wire.arrived[0].token).toBeUndefined();
	});

	it('does not hand its options to n8n as a query, which n8n would encode', async () => {
		const { fake } = await sendTo(new Wire().on('GET', ok({})));
		expect(fake.calls[0].qs).toBeUndefined();
	});
});

describe('a reply', () => {
	it('has its header names in lower case', async () => {
		const { attempt } = await sendTo(
			new Wire().on('GET', { status: 200, body: {}, headers: { 'X-RestLi-Id': 'urn:li:share:1' } }),
		);
		expect(attempt).toMatchObject({ kind: 'reply', headers: { 'x-restli-id': 'urn:li:share:1' } });
	});

	it.each<[what: string, body: unknown, expected: unknown]>([
		['JSON', { elements: [1] }, { elements: [1] }],
		['HTML', '<html></html>', '<html></html>'],
		['nothing', undefined, ''],
		['JSON that is cut off', '{"elements":[', '{"elements":['],
	])('of %s is given as such', async (_what, body, expected) => {
		const { attempt } = await sendTo(new Wire().on('GET', { status: 200, body }));
		expect(attempt).toMatchObject({ kind: 'reply', status: 200, body: expected });
	});

	it.each([400, 401, 403, 404, 409, 422, 426, 429, 500, 503])(
		'with status %d is a value, not an exception',
		async (status) => {
			const body = { status, message: 'No' };
			const { attempt } = await sendTo(new Wire().on('GET', { status, body }));
			expect(attempt).toMatchObject({ kind: 'reply', status, body });
		},
	);
});

describe('silence', () => {
	it.each([
		['ECONNREFUSED', true],
		['ENOTFOUND', true],
		['EAI_AGAIN', true],
		['EHOSTUNREACH', true],
		['ENETUNREACH', true],
		['ECONNRESET', false],
		['ETIMEDOUT', false],
		['EPIPE', false],
	])('after %s: surely never sent %s', async (code, neverSent) => {
		const { attempt } = await sendTo(new Wire().on('GET', { fails: code }));
		expect(attempt).toEqual({ kind: 'silence', cause: code, neverSent });
	});

	it.each([
		['read', 'EHOSTUNREACH'],
		['read', 'ECONNREFUSED'],
		['write', 'ENETUNREACH'],
	] as const)(
		'after a %s that met %s, on a connection that stood, may have been heard',
		async (call, code) => {
			const { attempt } = await sendTo(new Wire().on('GET', { fails: code, call }));
			expect(attempt).toEqual({ kind: 'silence', cause: code, neverSent: false });
		},
	);

	it('after a timeout may have been heard', async () => {
		const wire = new Wire().on('GET', { status: 200, body: {}, delayMs: 5000 });
		const { attempt } = await sendTo(wire, {}, { options: { timeout: 50 } });
		expect(attempt).toEqual({ kind: 'silence', cause: 'ECONNABORTED', neverSent: false });
	});
});

describe('a 401', () => {
	it.each([1, 2] as const)('is renewed by n8n %d.x and sent again', async (line) => {
		const wire = new Wire().on(
			'GET',
			...(line === 1 ? [refusals.expired] : []),
			refusals.expired,
			ok({ id: 1 }),
		);
		const { attempt, fake } = await sendTo(wire, { line, refresh: 'renews' }, { renewal: new Renewal() });
		expect(attempt).toMatchObject({ kind: 'reply', status: 200, body: { id: 1 } });
		expect(fake.refreshes).toBe(1);
		expect(wire.arrived.at(-1)?.token).toBe(RENEWED);
	});

	it.each([1, 2] as const)('that survives the renewal on %d.x is not renewed again', async (line) => {
		const wire = new Wire().on('GET', ...Array.from({ length: 6 }, () => refusals.expired));
		const { attempt, fake } = await sendTo(wire, { line, refresh: 'renews' }, { renewal: new Renewal() });
		expect(attempt).toMatchObject({ kind: 'reply', status: 401, body: { code: 'EXPIRED_ACCESS_TOKEN' } });
		expect(fake.refreshes).toBe(1);
		expect(wire.arrived).toHaveLength(line === 1 ? 3 : 2);
	});

	it.each([1, 2] as const)('without a refresh token is sent once on %d.x (day 61)', async (line) => {
		const wire = new Wire().on('GET', refusals.expired);
		const { attempt } = await sendTo(wire, { line });
		expect(attempt).toMatchObject({ kind: 'reply', status: 401, body: { code: 'EXPIRED_ACCESS_TOKEN' } });
		expect(wire.arrived).toHaveLength(1);
	});

	it('with a pasted token is sent once', async () => {
		const wire = new Wire().on('GET', refusals.expired);
		const { attempt } = await sendTo(wire, { authentication: 'accessToken' });
		expect(attempt).toMatchObject({ kind: 'reply', status: 401 });
		expect(wire.arrived).toHaveLength(1);
	});

	/** The first are LinkedIn's words (docs.refreshTokens), the others the RFC's. */
	const refused = [
		['invalid_request', 'The provided authorization grant or refresh token is invalid, expired or revoked.'],
		['invalid_grant', 'The provided authorization grant or refresh token is invalid.'],
		['invalid_client', 'Client authentication failed'],
	];

	it.each(refused.flatMap((words) => [1, 2].map((line) => [line, ...words] as [1 | 2, string, string])))(
		'on %d.x whose renewal LinkedIn refuses with %s says to reconnect, and counts as no lost answer',
		async (line, error, error_description) => {
			const wire = new Wire().on('GET', refusals.expired, refusals.expired);
			const { attempt } = await sendTo(
				wire,
				{ line, refresh: { error, error_description } },
				{ renewal: new Renewal() },
			);
			expect(attempt).toMatchObject({
				kind: 'failure',
				error: { details: { code: 'RECONNECT', status: 401, field: 'Credential' } },
			});
		},
	);
});

describe("what n8n's own guards throw", () => {
	it.each([
		['Domain not allowed: This credential is restricted from accessing https://gateway.example.com'],
		['The request was blocked because it resolves to a restricted IP address'],
	])('"%s" is told as such, and not as a network fault', async (message) => {
		const { context } = fakeHost();
		const helpers = { httpRequestWithAuthentication: async () => await Promise.reject(new Error(message)) };
		const attempt = await sendRequest(
			signer({ ...context, helpers } as unknown as typeof context),
			OAUTH,
			request,
		);
		expect(attempt).toMatchObject({
			kind: 'failure',
			error: { details: { code: 'BLOCKED_BY_N8N', field: 'Credential' } },
		});
	});
});

it('a cancelled execution ends the request under way with its own reason, and waits for nothing', async () => {
	const stop = new AbortController();
	const reason = new Error('cancelled');
	new Wire().on('GET', { status: 200, body: {}, delayMs: 50_000 });
	const sending = sendTo(new Wire(), { signal: stop.signal });
	const ending = expect(sending).rejects.toBe(reason);
	await new Promise((resolve) => setTimeout(resolve, 50));
	const abortedAt = Date.now();
	stop.abort(reason);
	await ending;
	expect(Date.now() - abortedAt).toBeLessThan(10_000);
});

describe('the answer to a', () => {
	afterEach(() => jest.restoreAllMocks());

	it.each([
		['read', 3_000],
		['write', 2_000],
		['upload', 1_000],
	] as const)('%s is left at the size of its kind', async (kind, most) => {
		jest.replaceProperty(MOST_ANSWER_BYTES, 'read', 3_000);
		jest.replaceProperty(MOST_ANSWER_BYTES, 'write', 2_000);
		jest.replaceProperty(MOST_ANSWER_BYTES, 'upload', 1_000);
		let given = 0;
		const answered = async (bytes: number) => {
			async function* body() {
				for (given = 0; given < bytes; given += 100) yield Buffer.alloc(100, '1');
			}
			const { context } = fakeHost();
			const httpRequest = async () => ({ statusCode: 200, headers: {}, body: body() });
			const helpers = Object.create(context.helpers, { httpRequest: { value: httpRequest } }) as object;
			const own = Object.create(context, { helpers: { value: helpers } }) as typeof context;
			return await sendRequest(signer(own), undefined, { ...request, kind });
		};
		expect(await answered(most)).not.toHaveProperty('isCut');
		expect(await answered(1_000_000)).toMatchObject({ isCut: true, left: 'tooLarge' });
		expect(given).toBe(most);
	});
});
