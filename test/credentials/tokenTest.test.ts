import { LinkedInSuiteAccessTokenApi } from '../../credentials/LinkedInSuiteAccessTokenApi.credentials';

/**
 * What n8n concludes from a body by the rules of the token's test. n8n 1.x only checks the body: whatever its status,
 * it only sees the body. The end-to-end tests press the button itself, on both hosts.
 */

interface Rule {
	type: string;
	properties: { key?: string; value: unknown; message: string };
}
const rules = new LinkedInSuiteAccessTokenApi().test.rules as unknown as Rule[];

/** As n8n's credentials tester does: the first rule whose value equals the body's value under its key. */
function said(body: unknown): string {
	const valueAt = (key: string) =>
		key
			.split('.')
			.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], body);
	const broken = rules.find(
		({ type, properties: { key = '', value } }) => type === 'responseSuccessBody' && valueAt(key) === value,
	);
	return broken?.properties.message ?? 'Connection successful!';
}

const SUCCESS = /^Connection successful!$/;
const REFUSED = /doesn't accept this token/;
const NO_API = /no LinkedIn API at this host\. Check Environment/;
const FAULT = /had a server error.*Try again later/;

test.each<[body: unknown, says: RegExp]>([
	[{ sub: '782bbtaQ', name: 'Ada' }, SUCCESS],
	[{ sub: '782bbtaQ', error: null }, SUCCESS],
	[{ status: 403, code: 'ACCESS_DENIED', message: 'Not enough permissions' }, SUCCESS],
	[{ status: 429, code: 'TOO_MANY_REQUESTS', message: 'Throttled' }, SUCCESS],
	[{ status: 401, code: 'EXPIRED_ACCESS_TOKEN', message: 'Expired' }, REFUSED],
	[{ statusCode: 401, message: 'Unauthorized' }, REFUSED],
	[{ status: 404, code: 'RESOURCE_NOT_FOUND', message: 'No virtual resource found' }, NO_API],
	[{ statusCode: 404, error: 'Not Found', message: 'Cannot GET /v2/userinfo' }, NO_API],
	[{ statusCode: 404 }, NO_API],
	[{ status: 503, code: 'SERVICE_UNAVAILABLE', message: 'Down' }, FAULT],
	[{ statusCode: 502 }, FAULT],
	[{ error: 'Not Found' }, NO_API],
	['<!DOCTYPE html><html><body>Hello</body></html>', NO_API],
	['\n  <html></html>', NO_API],
	['404 page not found', NO_API],
	['', NO_API],
])('%j', (body, says) => {
	expect(said(body)).toMatch(says);
});
