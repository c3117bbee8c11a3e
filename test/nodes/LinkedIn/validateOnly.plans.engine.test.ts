import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	ACME,
	api,
	connect,
	CREATE_POST,
	LIST_POSTS,
	run,
	simulateForEachTest,
	simulator,
} from './connectedRun';
import { caseFiles, readCases, runCase, runOf } from './caseRun';
import { twoAudiences } from './resources/ads/audience/audiences';
import { ACCOUNT, adsApp, byId } from './resources/ads/connection';

/** What Validate Only says of the operations that people fear to do wrong, and what it never sends. */

simulateForEachTest();

const POST = 'urn:li:share:7100000000000000001';
const COMMENT = `urn:li:comment:(${POST},7100000000000000002)`;
const PERSON = 'urn:li:person:yrZCpj2ZYQ';
const comment = (operation: string, more: INodeParameters) => ({
	resource: 'comment',
	operation,
	actor: ACME,
	text: 'Hi',
	...more,
});
const ads = (resource: string, operation: string, more: INodeParameters) => ({
	resource,
	operation,
	account: ACCOUNT,
	...more,
});
const post = byId(POST);

interface Row {
	parameters: INodeParameters;
	isAds?: true;
	item: IDataObject;
}

const ROWS: Row[] = [
	{
		parameters: { ...CREATE_POST, additionalFields: { firstComment: 'First' } },
		item: {
			operation: 'Post: Create',
			area: 'Posts',
			access: 'write',
			scopes: ['w_organization_social'],
			steps: ['Publish the post as urn:li:organization:2414183', 'Write the first comment'],
			calls: 2,
		},
	},
	{
		parameters: {
			...CREATE_POST,
			text: 'A sentence. '.repeat(400),
			additionalFields: { longText: 'comments' },
		},
		item: {
			steps: ['Publish the post as urn:li:organization:2414183', 'Write the rest of the text in 2 comments'],
			calls: 4,
			continuedIn: [expect.stringMatching(/^\(2\/3\) A/), expect.stringMatching(/^\(3\/3\) A/)],
		},
	},
	{
		parameters: comment('create', { targetPost: post }),
		item: {
			operation: 'Comment: Create',
			area: 'Comments and Reactions',
			access: 'write',
			steps: [`Comment on ${POST}`],
			calls: 1,
			request: {
				method: 'CREATE',
				path: `/rest/socialActions/${encodeURIComponent(POST)}/comments`,
				body: { actor: 'urn:li:organization:2414183', object: POST, message: { text: 'Hi' } },
			},
		},
	},
	{
		parameters: comment('reply', { comment: byId(COMMENT) }),
		item: { operation: 'Comment: Reply', steps: [`Reply to ${COMMENT}`], calls: 1 },
	},
	{
		parameters: {
			resource: 'engagement',
			operation: 'setCommentsState',
			targetPost: post,
			author: ACME,
			commentsState: 'CLOSED',
			confirmDeletion: true,
		},
		item: {
			operation: 'Post Engagement: Open or Close Comments',
			access: 'full',
			steps: [`Close the comments of ${POST}, which permanently deletes all of them`],
			calls: 1,
		},
	},
	{
		parameters: {
			resource: 'message',
			operation: 'send',
			recipients: `${PERSON}, urn:li:person:b`,
			text: 'Hi',
		},
		item: { area: 'Messages', steps: ['Send 2 messages, one per recipient'], calls: 2 },
	},
	{
		isAds: true,
		parameters: ads('campaignGroup', 'create', { name: 'Q3', status: 'ACTIVE' }),
		item: {
			operation: 'Campaign Group: Create',
			area: 'Ads',
			access: 'full',
			scopes: ['rw_ads'],
			steps: ['Create the campaign group "Q3" as ACTIVE, which can spend money'],
			calls: 1,
		},
	},
	{
		isAds: true,
		parameters: ads('campaign', 'update', {
			campaign: byId('1001'),
			updateFields: { status: 'ACTIVE', dailyBudget: '50' },
		}),
		item: {
			steps: ['Change campaign 1001, and set it to ACTIVE, which can spend money'],
			calls: 2,
			request: null,
			notice:
				'Validate Only: nothing was sent to LinkedIn. GET /rest/adAccounts/{id} was not read, so what depends on its answer is not checked. Choose With Reads to check it too.',
		},
	},
	{
		isAds: true,
		parameters: ads('creative', 'update', {
			creative: byId('2001'),
			updateFields: { intendedStatus: 'PAUSED' },
		}),
		item: { access: 'write', steps: ['Change creative 2001, and set it to PAUSED'], calls: 1 },
	},
	{
		isAds: true,
		parameters: {
			resource: 'adAccount',
			operation: 'update',
			account: { __rl: true, mode: 'id', value: '1,2,3' },
			updateFields: { status: 'ACTIVE' },
		},
		item: {
			steps: ['Change 3 ad accounts, and set them to ACTIVE, which can spend money'],
			calls: 3,
		},
	},
	{
		isAds: true,
		parameters: ads('campaign', 'delete', { campaign: byId('1001') }),
		item: {
			steps: ["Delete campaign 1001, or set it to PENDING_DELETION if it isn't a draft"],
			calls: 2,
		},
	},
	{
		isAds: true,
		parameters: ads('conversion', 'associateCampaign', {
			conversion: byId('104012'),
			campaign: byId('1,2,3'),
		}),
		item: { steps: ['Link 3 campaigns to conversion 104012'], calls: 1 },
	},
	{
		parameters: { resource: 'post', operation: 'delete', post },
		item: { steps: [`Delete ${POST}`], calls: 1 },
	},
	{
		isAds: true,
		parameters: ads('creative', 'create', { campaign: byId('1001'), contentType: 'post', post }),
		item: { steps: ['Create the creative as DRAFT'], calls: 1 },
	},
	{
		isAds: true,
		parameters: {
			resource: 'conversionEvent',
			operation: 'send',
			conversion: byId('104012'),
			input: 'list',
			events:
				'={{ [{ email: "ada@example.com", conversionHappenedAt: $now.toISO() }, { email: "nobody" }] }}',
		},
		item: {
			area: 'Conversions and Audiences',
			scopes: ['rw_conversions'],
			steps: ['Send 1 conversion event, without 1 invalid entry'],
			calls: 1,
		},
	},
	{
		isAds: true,
		parameters: {
			resource: 'audience',
			operation: 'addMembers',
			audience: '9001',
			input: 'list',
			members: '[{ "email": "ada@example.com" }, { "email": "bob@example.com", "action": "REMOVE" }]',
		},
		item: {
			steps: ['Add 1 member to audience 9001', 'Remove 1 member from audience 9001'],
			calls: 1,
		},
	},
];

const json = ({ outputs }: Awaited<ReturnType<typeof run>>) => outputs[0].map((item) => item.json);

test.each(ROWS)('$parameters.resource:$parameters.operation', async ({ parameters, isAds, item }) => {
	const options = { validateOnly: 'withoutCalls' };
	const result = await run(
		{ ...parameters, options },
		connect(isAds ? adsApp : {}),
		isAds && { node: 'linkedInAds' },
	);
	expect(result.error).toBeUndefined();
	expect(json(result)).toEqual([
		expect.objectContaining({
			valid: true,
			sent: false,
			notice: expect.stringContaining('Validate Only: nothing was sent to LinkedIn.'),
			...item,
		}),
	]);
	expect(simulator.requests).toEqual([]);
});

test('what would be done comes early, where a table shows it', async () => {
	const [item] = json(await run({ ...CREATE_POST, options: { validateOnly: 'withoutCalls' } }, connect()));
	expect(Object.keys(item).slice(0, 3)).toEqual(['valid', 'sent', 'steps']);
});

test('campaign:create', async () => {
	const file = caseFiles.find((name) => /campaign[\\/]create\.case/.test(name)) ?? '';
	const { operation, cases } = readCases(file);
	const { result } = await runCase(simulator, file, operation, cases[0], (variables) => {
		const { parameters } = runOf(simulator, file, operation, cases[0], variables);
		const additionalFields = { conversions: byId('104012') };
		return { parameters: { ...parameters, additionalFields, options: { validateOnly: 'withReads' } } };
	});
	expect(json(result)).toEqual([
		expect.objectContaining({
			steps: ['Create the campaign "Campaign A" as DRAFT', 'Link 1 conversion to it'],
			calls: 3,
			request: expect.objectContaining({ method: 'CREATE', path: '/rest/adAccounts/507404993/adCampaigns' }),
			notice: 'Validate Only: nothing was sent to LinkedIn, apart from 1 call to read.',
		}),
	]);
});

test('an item that is only validated never goes with those that are sent', async () => {
	twoAudiences(simulator);
	const parameters = {
		resource: 'audience',
		operation: 'addMembers',
		audience: '9001',
		email: '={{ $json.email }}',
		options: { validateOnly: '={{ $json.check }}' },
	};
	const items = ['a', 'b', 'c'].map((name, index) => ({
		json: { email: `${name}@example.com`, check: index !== 1 },
	}));
	const result = await run(parameters, connect(adsApp), { node: 'linkedInAds', items });
	const bodies = api().map(({ body }) => JSON.parse(body) as { elements: unknown[] });
	expect(bodies.map(({ elements }) => elements.length)).toEqual([1]);
	expect(json(result).map(({ sent }) => sent)).toEqual([false, true, false]);
});

test('the access policy holds as for the real run', async () => {
	const options = { validateOnly: 'withoutCalls' };
	const { error } = await run({ ...CREATE_POST, options }, connect({ fields: { accessPolicy: 'readOnly' } }));
	expect(error?.context.details).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('bad input is refused as without it', async () => {
	const bad = { ...CREATE_POST, text: 'x'.repeat(5000) };
	const { error } = await run({ ...bad, options: { validateOnly: 'withReads' } }, connect());
	expect(error?.message).toBe((await run(bad, connect())).error?.message);
});

test('an operation that only reads gives its items with reads, and says what it would read without', async () => {
	const read = await run({ ...LIST_POSTS, options: { validateOnly: 'withReads' } }, connect());
	const unread = await run({ ...LIST_POSTS, options: { validateOnly: 'withoutCalls' } }, connect());
	expect(read.error).toBeUndefined();
	expect(json(read)).not.toContainEqual(expect.objectContaining({ valid: true }));
	expect(json(unread)).toMatchObject([{ valid: true, access: 'read', calls: 1, request: null }]);
	expect(api()).toHaveLength(1);
});
