import { connect, LIST_POSTS, api, run, simulateForEachTest } from './connectedRun';

/**
 * n8n's setting for the domains a credential may be used for (the host's own fields, written for the HTTP Request
 * node).
 */

simulateForEachTest();

describe('the domains that a credential allows', () => {
	test.each([
		['none for other nodes', { allowedHttpRequestDomains: 'none' }],
		['another domain', { allowedHttpRequestDomains: 'domains', allowedDomains: 'example.com' }],
		['LinkedIn', { allowedHttpRequestDomains: 'domains', allowedDomains: '*.linkedin.com' }],
		['the custom host itself', { allowedHttpRequestDomains: 'domains', allowedDomains: '127.0.0.1' }],
	])('%s: the credential works at its own API host', async (_what, fields) => {
		const { error } = await run(LIST_POSTS, connect({ fields }));
		expect(error).toBeUndefined();
		expect(api()).toHaveLength(1);
	});

	test('a list of domains holds for every other host: the OAuth host too', async () => {
		const fields = { allowedHttpRequestDomains: 'domains', allowedDomains: 'example.com' };
		const { outputs } = await run(
			{ resource: 'profile', operation: 'getOpenIdConfiguration' },
			connect({ fields: { ...fields, oauthHost: 'http://localhost:1' } }),
			{ onError: 'continueRegularOutput' },
		);
		expect(outputs[0][0].json.error).toBe('n8n itself blocked this request');
	});
});
