import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../../engine/run';
import { faults } from '../../simulator';
import { ACME, createPost, simulateForEachTest, simulator, testEach } from './badInputRow';

/** Unusable credentials, versions, roles, hosts and gateways. */

simulateForEachTest();

/** No server listens there. */
const CLOSED_PORT = 'http://127.0.0.1:9';

const getPost = (post: string): INodeParameters => ({ resource: 'post', operation: 'get', post });

testEach([
	{
		name: 'a credential that was never connected',
		connection: { fields: { oauthTokenData: undefined as never } },
		message: /not connected yet/,
		advice: /press Connect/,
		field: 'Credential',
		code: 'NOT_CONNECTED',
	},
	{
		name: 'an empty access token',
		connection: { authentication: 'accessToken', fields: { accessToken: '' } },
		message: /access token is empty/,
		advice: /Token Generator/,
		field: 'Credential',
		code: 'NOT_CONNECTED',
	},
	{
		name: 'a scope that was not granted',
		connection: { scopes: ['openid', 'profile', 'w_member_social'] },
		message: /w_organization_social/,
		advice: /Community Management API/,
		field: 'Credential',
		code: 'MISSING_SCOPE',
	},
	{
		name: 'a version that is none',
		connection: { fields: { version: 'custom', customVersion: '2026-09' } },
		message: /"2026-09" is not a LinkedIn API version/,
		advice: /202609/,
		field: 'API Version',
	},
	{
		name: 'a version that LinkedIn does not know, pinned to fail',
		connection: { fields: { version: 'custom', customVersion: '202512', whenVersionEnds: 'fail' } },
		message: /has retired or doesn't know API version 202512.*Requested version 20251201 is not active/,
		advice: /newer API Version/,
		field: 'API Version',
		code: 'NONEXISTENT_VERSION',
		status: 426,
		requests: 1,
	},
	{
		name: 'a page without the role',
		parameters: createPost({ author: { __rl: true, mode: 'id', value: '9999001' } }),
		message: /isn't allowed to do this[^:]*: Member does not have the required role/,
		advice: /ADMINISTRATOR, CONTENT_ADMINISTRATOR.*Run Check Access/,
		field: 'Credential',
		code: 'ACCESS_DENIED',
		status: 403,
		requests: 1,
	},
	{
		name: 'an API host that is no address',
		connection: { fields: { apiHost: 'linkedin' } },
		message: /"linkedin" can't be used as API Host/,
		advice: /https:\/\//,
		field: 'API Host',
	},
	{
		name: 'an API host elsewhere without https',
		connection: { fields: { apiHost: 'http://gateway.example.com' } },
		message: /can't be used as API Host/,
		advice: /starts with https:\/\//,
		field: 'API Host',
	},
	{
		name: 'an API host that is down',
		connection: { fields: { apiHost: CLOSED_PORT } },
		parameters: createPost({ options: { maxWait: 1 } }),
		message: /^No answer came from http:\/\/127\.0\.0\.1:9/,
		advice: /right API host/,
		field: 'API Host',
		code: 'NO_ANSWER',
	},
	{
		name: 'an answer that is a web page',
		fault: faults.html({ times: Infinity }, 403),
		message: /web page or nothing at all \(status 403\)/,
		advice: /proxy/,
		field: 'API Host',
		status: 403,
		requests: 1,
	},
	{
		name: 'a success that is a web page',
		parameters: { resource: 'post', operation: 'getMany', author: ACME },
		fault: faults.html({ times: Infinity }, 200),
		message: /web page/,
		advice: /proxy|gateway|API host/,
		requests: 1,
	},
	{
		name: 'a web page in place of a created post',
		fault: faults.html({ times: Infinity }, 200),
		message: /outcome is unknown.* web page/,
		advice: /proxy|gateway|API host/,
		code: 'OUTCOME_UNKNOWN',
		requests: 1,
	},
	{
		name: 'a gateway that answers with a web page for as long as we try',
		parameters: { ...getPost('urn:li:share:1'), options: { maxWait: 1 } },
		fault: faults.html({ times: Infinity }, 502),
		message: /server error \(status 502\)/,
		advice: /Run it again later/,
		status: 502,
		requests: expect.any(Number) as unknown as number,
	},
	{
		name: 'an expired token that nobody can renew',
		connection: { refreshable: false },
		fault: faults.expiredToken({ times: Infinity }),
		message: /has expired.*The token used in the request has expired/,
		advice: /connect again.*60 days/,
		field: 'Credential',
		code: 'EXPIRED_ACCESS_TOKEN',
		status: 401,
		requests: 1,
	},
]);

test('without a credential n8n itself refuses before the node runs', async () => {
	const { error } = await runNode({ node: 'linkedInCommunity', parameters: createPost() });
	expect(error?.message).toMatch(/credential/i);
	expect(simulator.requests).toEqual([]);
});
