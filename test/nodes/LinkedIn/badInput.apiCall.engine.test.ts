import type { INodeParameters } from 'n8n-workflow';

import { simulateForEachTest, testEach } from './badInputRow';

/** Wrong values in the fields of an API call. */

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
		message: /^Body isn't valid JSON: /,
		advice: /Enter an object, e\.g\./,
		field: 'Body',
	},
	{
		name: 'JSON that is a list where an object belongs',
		parameters: callApi({ query: '["a"]' }),
		message: /Query must be an object, not a list/,
		advice: /Enter an object, e\.g\./,
		field: 'Query',
	},
	{
		name: 'JSON with a value that no query can hold, by its path',
		parameters: callApi({ query: '{"timeRange":{"start":null}}' }),
		message: /Query: timeRange.*null/,
		advice: /text, numbers, true, false, or lists and objects/,
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
		message: /contains a query/,
		advice: /to Query/,
		field: 'Path',
	},
	...Object.entries({
		'doesn.t start with /rest/ or /v2/': [
			'https://example.com/rest/posts',
			'/restx/posts',
			'/REST/posts',
			'/oauth/v2/accessToken',
			'//evil.example/rest/posts',
			'/rest//evil.example',
			'\\\\evil.example/rest/posts',
			'/rest\\..\\oauth',
			'rest/posts',
			'@evil.example/rest/posts',
			'http://127.0.0.1:1/rest/posts',
		],
		'contains white space or a control character': [
			'/rest/.\t./oauth',
			'/rest/.\n./oauth',
			'/rest/x\u0000y',
			'/rest/x\u0085y',
			'/rest/x y',
		],
		'contains a backslash': ['/rest/..\\oauth', '/rest/x%5c..%5c..%5coauth', '/rest/x%5Cy'],
		'contains a fragment or an encoded question mark': [
			'/rest/posts#fragment',
			'/rest/posts%23fragment',
			'/rest/posts%3fq=author',
		],
		'contains an encoded slash': ['/rest/x%2f..%2f..%2foauth', '/rest/x%2Fy'],
		'is encoded twice': [
			'/rest/%252e%252e/oauth',
			'/rest/%25252e%25252e/oauth',
			'/rest/x%2500y',
			'/rest/a%252520b',
			'/rest/x%255cy',
			'/rest/x%252f..%252foauth',
		],
		'contains a percent sign without': [
			'/rest/x/%c0%ae%c0%ae/',
			'/rest/x/%C0%AE%C0%AE/oauth',
			'/rest/x/%e0%80%ae%e0%80%ae/',
			'/rest/x/%c0%afy',
			'/rest/%',
			'/rest/x%2',
			'/rest/x%zz',
			'/rest/x%ff',
			'/rest/x%u002e',
		],
		'contains an encoded control character': [
			'/rest/x%00y',
			'/rest/x%0d%0aHost:%20y',
			'/rest/x%7F',
			'/rest/x%C2%85y',
		],
		"contains braces that aren't part of a \\{name\\}": ['/rest/{a-b}', '/rest/{}', '/rest/{a'],
		'contains "." or ".." as one of its parts': [
			'/rest/../oauth/v2/accessToken',
			'/rest/..',
			'/rest/.',
			'/rest/./../oauth',
			'/rest/%2e%2e/oauth',
			'/rest/.%2E/oauth',
			'/rest/%2E./oauth',
			'/rest/..;/oauth',
		],
	}).flatMap(([rule, paths]) =>
		paths.map((path) => ({
			name: `the path ${JSON.stringify(path)} ${rule}`,
			parameters: callApi({ path }),
			message: new RegExp(`^Path: .* ${rule}`),
			advice: /Path Keys|Start with \/rest\/ or \/v2\/|Remove it|Write \{name\}/,
			field: 'Path',
		})),
	),
	...['x\u0000y', 'x\r\ny', 'x\u0085'].map((key) => ({
		name: `the path key ${JSON.stringify(key)}`,
		parameters: callApi({ path: '/rest/posts/{post}', keys: JSON.stringify({ post: { deep: [key] } }) }),
		message: /Path Keys: post contains a control character/,
		advice: /Remove it/,
		field: 'Path Keys',
	})),
	...[
		'.',
		'..',
		'../../oauth',
		'x/../../oauth',
		'..\\..\\oauth',
		'%2e%2e',
		'.%2E',
		'..;x',
		'%252e%252e',
		'%c0%ae%c0%ae',
		'%f0%80%80%ae.',
	].map((key) => ({
		name: `the path key ${JSON.stringify(key)}`,
		parameters: callApi({ path: '/rest/posts/{post}', keys: JSON.stringify({ post: key }) }),
		message: /would lead to another path/,
		advice: /Take out the key/,
		field: 'Path Keys',
	})),
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
		message: new RegExp(`Path Keys has no value for \\{${name}\\} in Path`),
		advice: /Add it to Path Keys/,
		field: 'Path Keys',
	})),
	...['constructor', '__proto__', 'toString'].map((method) => ({
		name: `the method ${method}`,
		parameters: callApi({ method: `={{ "${method}" }}` }),
		message: /is not a LinkedIn API method/,
		advice: /Use one of/,
		field: 'Method',
	})),
]);
