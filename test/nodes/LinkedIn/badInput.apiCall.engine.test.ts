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
]);
