import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../engine/connection';
import type { HarnessCredential } from '../../engine/credentials';
import { line } from '../../engine/host';
import { runNode, type RunOptions, type RunResult } from '../../engine/run';
import { faults, startSimulator, type Fault, type Simulator } from '../../simulator';

/** Bad input gives one clear error: what is wrong, what to do, which field, which item; and no call where none is needed. */

const ACME = { __rl: true, mode: 'id', value: '2414183' };
/** Nothing listens there. */
const CLOSED_PORT = 'http://127.0.0.1:9';

/** n8n itself refuses an empty required field before the node runs; an expression gets past that. */
const EMPTY = '={{ "" }}';

const createPost = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'post',
	operation: 'create',
	author: ACME,
	text: 'Never to be seen',
	...more,
});
const getPost = (post: string): INodeParameters => ({ resource: 'post', operation: 'get', post });
const callApi = (more: INodeParameters): INodeParameters => ({
	resource: 'api',
	operation: 'call',
	method: 'GET',
	path: '/rest/posts',
	...more,
});

interface Row {
	name: string;
	parameters?: INodeParameters;
	/** How the credential differs. */
	connection?: ConnectionOptions;
	/** A fault that strikes every call. */
	fault?: Fault;
	message: RegExp;
	advice: RegExp;
	field?: string;
	code?: string;
	status?: number;
	/** Requests that LinkedIn may see; none when left out. */
	requests?: number;
}

const ROWS: Row[] = [
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
		name: 'an empty text',
		parameters: createPost({ text: '' }),
		message: /^Text is empty/,
		advice: /Type the text/,
		field: 'Text',
	},
	{
		name: 'a text of spaces',
		parameters: createPost({ text: ' \n\t' }),
		message: /^Text is empty/,
		advice: /Type the text/,
		field: 'Text',
	},
	{
		name: 'an expression that gives null for the text',
		parameters: createPost({ text: '={{ null }}' }),
		message: /^Text is empty/,
		advice: /expression/,
		field: 'Text',
	},
	{
		name: 'an expression that gives an object for the text',
		parameters: createPost({ text: '={{ ({ a: 1 }) }}' }),
		message: /Text/,
		advice: /text|expression/i,
		field: 'Text',
	},
	{
		name: 'a text of 3,001 characters',
		parameters: createPost({ text: 'x'.repeat(3001) }),
		message: /3001 characters.*at most 3000/,
		advice: /Shorten it by 1 /,
		field: 'Text',
	},
	{
		name: 'a text of 1,501 emojis, which LinkedIn counts as two each',
		parameters: createPost({ text: '😀'.repeat(1501) }),
		message: /3002 characters.*at most 3000/,
		advice: /Shorten it by 2 /,
		field: 'Text',
	},
	{
		name: 'an empty comment',
		parameters: { resource: 'comment', operation: 'create', post: '1', actor: ACME, text: EMPTY },
		message: /^Text is empty/,
		advice: /Type the comment/,
		field: 'Text',
	},
	{
		name: 'an empty post',
		parameters: getPost(EMPTY),
		message: /Post is empty/,
		advice: /urn:li:share:\d+/,
		field: 'Post',
	},
	{
		name: 'a URN of a kind that does not exist',
		parameters: getPost('urn:li:cake:12'),
		message: /"urn:li:cake:12".*"cake"/,
		advice: /urn:li:share:\d+/,
		field: 'Post',
	},
	{
		name: 'a link that is no post',
		parameters: getPost('https://www.linkedin.com/in/ada-example'),
		message: /profile link that names no post/,
		advice: /Copy link to post/,
		field: 'Post',
	},
	{
		name: 'a link elsewhere',
		parameters: getPost('https://example.com/feed/update/urn:li:share:1'),
		message: /outside linkedin\.com/,
		advice: /linkedin\.com\/feed\/update/,
		field: 'Post',
	},
	{
		name: 'a post number that JavaScript has rounded',
		parameters: getPost('={{ 7045020441609936898 }}'),
		message: /rounded/,
		advice: /text, in quotes/,
		field: 'Post',
	},
	{
		name: 'a comment number without its post',
		parameters: { resource: 'comment', operation: 'get', comment: '6636062862760562688' },
		message: /does not say under which post/,
		advice: /whole comment URN/,
		field: 'Comment',
	},
	{
		name: 'an empty author',
		parameters: createPost({ author: { __rl: true, mode: 'id', value: EMPTY } }),
		message: /Author is empty/,
		advice: /Choose Me or a page/,
		field: 'Author',
	},
	{
		name: 'the profile link of a person as author',
		parameters: createPost({
			author: { __rl: true, mode: 'url', value: 'https://www.linkedin.com/in/ada-example' },
		}),
		message: /profile link/,
		advice: /number|URN|page|look a member up/i,
		field: 'Author',
	},
	{
		name: 'a company name that no page has',
		parameters: createPost({
			author: { __rl: true, mode: 'url', value: 'https://www.linkedin.com/company/no-such-page' },
		}),
		message: /knows no page named "no-such-page"/,
		advice: /Check the address/,
		field: 'Author',
		requests: 1,
	},
	{
		name: 'an audience for a post of a member',
		parameters: createPost({
			author: { __rl: true, mode: 'list', value: 'me' },
			additionalFields: { targeting: { facet: [{ name: 'geoLocations', values: '103644278' }] } },
		}),
		message: /Only posts of a page can be targeted/,
		advice: /Remove Targeting/,
		field: 'Targeting',
	},
	{
		name: 'an audience of the wrong kind',
		parameters: createPost({
			additionalFields: { targeting: { facet: [{ name: 'geoLocations', values: 'Berlin' }] } },
		}),
		message: /"Berlin" is not a URN such as urn:li:geo:4/,
		advice: /Targeting/,
		field: 'Targeting',
	},
	{
		name: 'connections of a page',
		parameters: createPost({ additionalFields: { visibility: 'CONNECTIONS' } }),
		message: /A page has no connections/,
		advice: /Choose Anyone/,
		field: 'Visibility',
	},
	{
		name: 'a mention that is not in the text',
		parameters: createPost({
			additionalFields: { mentions: { mention: [{ name: 'Globex', urn: '5583111' }] } },
		}),
		message: /does not contain "Globex"/,
		advice: /exactly as in the mention/,
		field: 'Mentions',
	},
	{
		name: 'an article without a web address',
		parameters: createPost({ contentType: 'article', articleUrl: 'example', articleTitle: 'News' }),
		message: /"example" is no web address/,
		advice: /https:\/\//,
		field: 'Link',
	},
	{
		name: 'an article without a title',
		parameters: createPost({
			contentType: 'article',
			articleUrl: 'https://example.com',
			articleTitle: EMPTY,
		}),
		message: /Title is empty/,
		advice: /title of yours/,
		field: 'Title',
	},
	{
		// Contract §3.1: fewer than 400.
		name: 'an article title of 400 characters',
		parameters: createPost({
			contentType: 'article',
			articleUrl: 'https://example.com',
			articleTitle: 't'.repeat(400),
		}),
		message: /Title has 400 characters.*at most 399/,
		advice: /Shorten it by 1 /,
		field: 'Title',
	},
	{
		// Contract §3.1: fewer than 4,086.
		name: 'an article description of 4,086 characters',
		parameters: createPost({
			contentType: 'article',
			articleUrl: 'https://example.com',
			articleTitle: 'News',
			articleOptions: { description: 'd'.repeat(4086) },
		}),
		message: /Description has 4086 characters.*at most 4085/,
		advice: /Shorten it by 1 /,
		field: 'Description',
	},
	{
		name: 'a thumbnail that is no image',
		parameters: createPost({
			contentType: 'article',
			articleUrl: 'https://example.com',
			articleTitle: 'News',
			articleOptions: { thumbnail: 'https://example.com/a.png' },
		}),
		message: /no image URN/,
		advice: /urn:li:image:/,
		field: 'Thumbnail',
	},
	{
		name: 'an update of nothing',
		parameters: { resource: 'post', operation: 'update', post: 'urn:li:share:1', updateFields: {} },
		message: /nothing to change/,
		advice: /Add the field to change/,
		field: 'Update Fields',
	},
	{
		name: 'a version that is none',
		connection: { fields: { version: 'custom', customVersion: '2026-09' } },
		message: /"2026-09" is no LinkedIn API version/,
		advice: /202609/,
		field: 'API Version',
	},
	{
		name: 'a version that LinkedIn does not know, pinned to fail',
		connection: { fields: { version: 'custom', customVersion: '202512', whenVersionEnds: 'fail' } },
		message: /has ended or does not know API version 202512.*Requested version 20251201 is not active/,
		advice: /newer API Version/,
		field: 'API Version',
		code: 'NONEXISTENT_VERSION',
		status: 426,
		requests: 1,
	},
	{
		name: 'a page without the role',
		parameters: createPost({ author: { __rl: true, mode: 'id', value: '9999001' } }),
		message: /rights of this connection: Member does not have the required role/,
		advice: /ADMINISTRATOR, CONTENT_ADMINISTRATOR.*Check what this connection may do/,
		field: 'Credential',
		code: 'ACCESS_DENIED',
		status: 403,
		requests: 1,
	},
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
	{
		name: 'an API host that is no address',
		connection: { fields: { apiHost: 'linkedin' } },
		message: /"linkedin" cannot be used as API Host/,
		advice: /https:\/\//,
		field: 'API Host',
	},
	{
		name: 'an API host elsewhere without https',
		connection: { fields: { apiHost: 'http://gateway.example.com' } },
		message: /cannot be used as API Host/,
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
		message: /web page/,
		advice: /proxy|gateway|API host/,
		requests: 1,
	},
	{
		name: 'a gateway that answers with a web page for as long as we try',
		parameters: { ...getPost('urn:li:share:1'), options: { maxWait: 1 } },
		fault: faults.html({ times: Infinity }, 502),
		message: /failed to answer \(status 502\)/,
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
];

let simulator: Simulator;
let runs = 0;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

function credentialOf(connection: ConnectionOptions): HarnessCredential {
	const credential = connectTo(simulator, connection);
	for (const [name, value] of Object.entries(credential.data)) {
		if (value === undefined) delete credential.data[name];
	}
	return { ...credential, name: `bad input ${(runs += 1)}` };
}

async function run(row: Row, more: Partial<RunOptions> = {}): Promise<RunResult> {
	const { connection = {} } = row;
	if (row.fault) simulator.faults.add(row.fault);
	return await runNode({
		node: 'linkedInCommunity',
		parameters: {
			authentication: connection.authentication ?? 'oAuth2',
			...(row.parameters ?? createPost()),
		},
		credentials: credentialOf(connection),
		...more,
	});
}

interface Details extends IDataObject {
	field: string | null;
	code: string | null;
	status: number | null;
	advice: string;
}

/** What the error output keeps on this line: 1.x holds the details in `message`, 2.x beside it. */
function detailsOf(json: IDataObject | undefined): Details {
	return (line === 1 ? json?.message : json?.details) as Details;
}

describe('one clear error with the index of its item, in stop mode', () => {
	it.each(ROWS)('$name', async (row) => {
		const { error, outputs } = await run(row);
		expect(outputs.flat()).toEqual([]);
		expect(error?.message).toMatch(row.message);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			description: expect.stringMatching(row.advice),
			context: expect.objectContaining({ itemIndex: 0 }),
		});
		expect(`${error?.message} ${error?.description}`).not.toMatch(/TypeError|undefined|\[object Object\]/);
		expect(simulator.requests.length).toEqual(row.requests ?? 0);
	});
});

describe('the same as an item on the error output, with the field to change', () => {
	it.each(ROWS)('$name', async (row) => {
		const { error, outputs } = await run(row, { onError: 'continueErrorOutput', items: [{ id: 7 }] });
		expect(error).toBeUndefined();
		const [succeeded, failed] = outputs;
		expect(succeeded).toEqual([]);
		expect(failed).toHaveLength(1);
		const { json, pairedItem } = failed[0];
		expect(json.error).toMatch(row.message);
		expect(pairedItem).toMatchObject({ item: 0 });
		expect(detailsOf(json)).toMatchObject({
			advice: expect.stringMatching(row.advice),
			...(row.field && { field: row.field }),
			...(row.code && { code: row.code }),
			...(row.status && { status: row.status }),
		});
		expect(simulator.requests.length).toEqual(row.requests ?? 0);
	});
});

/** A row of which only the parameters and the connection count. */
const VALID: Row = { name: '', message: /./, advice: /./ };

test('without a credential n8n itself refuses before the node runs', async () => {
	const { error } = await runNode({ node: 'linkedInCommunity', parameters: createPost() });
	expect(error?.message).toMatch(/credential/i);
	expect(simulator.requests).toEqual([]);
});

describe('with continue-on-fail the other items go on', () => {
	const items = [{ text: 'First' }, { text: '' }, { text: 'Third' }];
	const parameters = createPost({ text: '={{ $json.text }}' });

	test('on the regular output, the error stands in its place', async () => {
		const { outputs } = await run(
			{ ...VALID, parameters },
			{
				items,
				onError: 'continueRegularOutput',
			},
		);
		expect(outputs[0].map(({ json, pairedItem }) => [json.text ?? json.error, pairedItem])).toEqual([
			['First', { item: 0 }],
			['Text is empty', { item: 1 }],
			['Third', { item: 2 }],
		]);
		expect(simulator.state.posts()).toHaveLength(2);
	});

	test('on the error output, the error keeps the item that caused it', async () => {
		const { outputs } = await run(
			{ ...VALID, parameters },
			{
				items,
				onError: 'continueErrorOutput',
			},
		);
		expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }, { item: 2 }],
			[expect.objectContaining({ item: 1 })],
		]);
		expect(detailsOf(outputs[1][0].json)).toEqual({
			status: null,
			code: 'INVALID_INPUT',
			serviceErrorCode: null,
			retryAt: null,
			requestId: null,
			field: 'Text',
			advice: expect.stringContaining('Type the text'),
		});
	});

	test('LinkedIn’s own refusal carries its trace id and code', async () => {
		const { outputs } = await run(
			{ ...VALID, parameters: createPost({ author: '={{ $json.author }}' as never }) },
			{
				items: [
					{ author: { __rl: true, mode: 'id', value: '2414183' } },
					{ author: { __rl: true, mode: 'id', value: '9999001' } },
				],
				onError: 'continueErrorOutput',
			},
		);
		expect(outputs[0]).toHaveLength(1);
		expect(detailsOf(outputs[1][0].json)).toMatchObject({
			status: 403,
			code: 'ACCESS_DENIED',
			serviceErrorCode: 100,
			requestId: expect.stringMatching(/^[\w+/=]{24}$/),
		});
	});
});

describe('without continue-on-fail the error lists what was written and what was not', () => {
	test('one post stands, one failed, two were not sent', async () => {
		const { error } = await run(
			{ ...VALID, parameters: createPost({ text: '={{ $json.text }}' }) },
			{ items: [{ text: 'First' }, { text: '' }, { text: 'Third' }, { text: 'Fourth' }] },
		);
		const [post] = simulator.state.posts();
		expect(simulator.state.posts()).toHaveLength(1);
		expect(error?.message).toBe('Text is empty');
		expect(error?.description).toContain(`Written: item 0 → ${post.urn}.`);
		expect(error?.description).toContain('Not written: item 1 (failed), item 2, item 3.');
		expect(error?.context).toMatchObject({ itemIndex: 1 });
	});

	test('nothing was written where the first item fails', async () => {
		const { error } = await run(
			{ ...VALID, parameters: createPost({ text: '={{ $json.text }}' }) },
			{ items: [{ text: '' }, { text: 'Second' }] },
		);
		expect(error?.description).toContain('Written: nothing.');
		expect(simulator.requests).toEqual([]);
	});
});
