import type { INodeParameters } from 'n8n-workflow';

import { simulateForEachTest, testEach } from './badInputRow';

/** What a user types into the fields of an API call. */

simulateForEachTest();

const callApi = (more: INodeParameters): INodeParameters => ({
	resource: 'api',
	operation: 'call',
	method: 'GET',
	path: '/rest/posts',
	...more,
});

testEach([
	{
		name: 'JSON that is no JSON',
		parameters: callApi({ method: 'CREATE', body: '{"a":' }),
		message: /^Body is no JSON: /,
		advice: /Give an object, e\.g\./,
		field: 'Body',
	},
	{
		name: 'JSON that is a list where an object belongs',
		parameters: callApi({ query: '["a"]' }),
		message: /Query holds a list/,
		advice: /Give an object, e\.g\./,
		field: 'Query',
	},
	{
		name: 'JSON with a value that no query can hold, by its path',
		parameters: callApi({ query: '{"timeRange":{"start":null}}' }),
		message: /Query: timeRange.*null/,
		advice: /texts, numbers, true, false, lists and objects/,
		field: 'Query',
	},
	{
		name: 'a path that names a key which is not given',
		parameters: callApi({ path: '/rest/posts/{post}' }),
		message: /post/,
		advice: /Path Keys/,
		field: 'Path Keys',
	},
	{
		name: 'a key that the path does not name',
		parameters: callApi({ path: '/rest/posts', keys: '{"post":"urn:li:share:1"}' }),
		message: /post/,
		advice: /Path/,
	},
	{
		name: 'a query typed into the path',
		parameters: callApi({ path: '/rest/posts?q=author' }),
		message: /holds a query/,
		advice: /to Query/,
		field: 'Path',
	},
	{
		name: 'a path on another host',
		parameters: callApi({ path: 'https://example.com/rest/posts' }),
		message: /no path of the LinkedIn API/,
		advice: /Start with \/rest\/ or \/v2\//,
		field: 'Path',
	},
	...[
		'/rest/../oauth/v2/accessToken',
		'/rest/..',
		'/rest/.',
		'/rest/./../oauth',
		'/rest/%2e%2e/oauth',
		'/rest/.%2E/oauth',
		'/rest/%2E./oauth',
		'/rest/%252e%252e/oauth',
		'/rest/%25252e%25252e/oauth',
		'/rest\\..\\oauth',
		'/rest/..\\oauth',
		'/rest/x%5c..%5c..%5coauth',
		'/rest/x%2f..%2f..%2foauth',
		'/rest/x%252f..%252f..%252foauth',
		'/rest/..;/oauth',
		'/rest/.\t./oauth',
		'/rest/.\n./oauth',
		'/rest/x\u0000y',
		'/rest/posts#fragment',
		'/rest/posts%23fragment',
		'/rest/posts%3fq=author',
		'/restx/posts',
		'/REST/posts',
		'/oauth/v2/accessToken',
		'//evil.example/rest/posts',
		'/rest//evil.example',
		'\\\\evil.example/rest/posts',
		'rest/posts',
		'@evil.example/rest/posts',
		'http://127.0.0.1:1/rest/posts',
		'/rest/{a b}',
		'/rest/{}',
		'/rest/{a',
	].map((path) => ({
		name: `the path ${JSON.stringify(path)}`,
		parameters: callApi({ path }),
		message: /no path of the LinkedIn API/,
		advice: /Start with \/rest\/ or \/v2\//,
		field: 'Path',
	})),
	...['.', '..', '../../oauth', 'x/../../oauth', '..\\..\\oauth', '%2e%2e', '.%2E', '..;x', '%252e%252e'].map(
		(key) => ({
			name: `the path key ${JSON.stringify(key)}`,
			parameters: callApi({ path: '/rest/posts/{post}', keys: JSON.stringify({ post: key }) }),
			message: /would lead to another path/,
			advice: /Take out the key/,
			field: 'Path Keys',
		}),
	),
	{
		name: 'two path keys that make up two dots',
		parameters: callApi({ path: '/rest/{a}{b}/x', keys: '{"a":".","b":"."}' }),
		message: /would lead to another path/,
		advice: /Take out the key/,
		field: 'Path Keys',
	},
	...['constructor', '__proto__', 'toString', 'hasOwnProperty'].map((name) => ({
		name: `a path key ${name} that is not given`,
		parameters: callApi({ path: `/rest/posts/{${name}}` }),
		message: new RegExp(`Path names \\{${name}\\}, and Path Keys gives no value`),
		advice: /Add it to Path Keys/,
		field: 'Path Keys',
	})),
	...['constructor', '__proto__', 'toString'].map((method) => ({
		name: `the method ${method}`,
		parameters: callApi({ method: `={{ "${method}" }}` }),
		message: /is no method of the LinkedIn API/,
		advice: /Choose one of/,
		field: 'Method',
	})),
]);
