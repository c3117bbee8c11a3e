import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';
import { needed } from './resources/ads/campaign/campaigns';
import { ACCOUNT, adsApp } from './resources/ads/connection';

/** What the fields of an operation, the policy of the node and that of the credential decide together. */

simulateForEachTest();

const rows = (...areas: Array<[area: string, access: string]>) => ({
	rows: areas.map(([area, access]) => ({ area, access })),
});
const only = (...areas: Array<[area: string, access: string]>): ICredentialDataDecryptedObject => ({
	accessPolicy: 'table',
	accessTable: rows(...areas),
});

const apiCall = (method: string, path = '/rest/posts'): INodeParameters => ({
	resource: 'api',
	operation: 'call',
	method,
	path,
});
const update = (resource: string, more: INodeParameters): INodeParameters => ({
	resource,
	operation: 'update',
	account: ACCOUNT,
	...more,
});
const campaign = { __rl: true, mode: 'id', value: '1001' };
const withImage: INodeParameters = {
	...CREATE_POST,
	contentType: 'image',
	media: 'urn:li:image:C4E10AQFoyyAjHPMQuQ',
};

interface Row {
	name: string;
	policy: ICredentialDataDecryptedObject;
	parameters: INodeParameters;
	ads?: true;
	/** What the refusal says of what is needed. */
	needs?: string;
}

const REFUSED: Row[] = [
	{
		name: 'an API call that deletes, with Write',
		policy: only(['api', 'write']),
		parameters: apiCall('DELETE'),
		needs: 'API Call: Full',
	},
	{
		name: 'an API call that creates, with Read',
		policy: only(['api', 'read']),
		parameters: apiCall('CREATE'),
		needs: 'API Call: Write',
	},
	{
		name: 'an API call of a method that nobody knows, with Write',
		policy: only(['api', 'write']),
		parameters: apiCall('PURGE'),
		needs: 'API Call: Full',
	},
	{
		name: 'an API call to posts, with Posts alone',
		policy: only(['posts', 'full']),
		parameters: apiCall('GET'),
		needs: 'API Call: Read',
	},
	{
		name: 'a campaign set to active, with Write',
		policy: only(['ads', 'write']),
		ads: true,
		parameters: update('campaign', { campaign, updateFields: { status: ' active ' } }),
		needs: 'Ads: Full',
	},
	{
		name: 'a campaign set to be deleted, with Write',
		policy: only(['ads', 'write']),
		ads: true,
		parameters: update('campaign', { campaign, updateFields: { status: 'PENDING_DELETION' } }),
		needs: 'Ads: Full',
	},
	{
		name: 'a campaign that links conversions, with Ads alone',
		policy: only(['ads', 'full']),
		ads: true,
		parameters: {
			...needed,
			resource: 'campaign',
			operation: 'create',
			additionalFields: { conversions: { __rl: true, mode: 'id', value: '5001' } },
		},
		needs: 'Conversions and Audiences: Write',
	},
	{
		name: 'an ad account canceled, with Write',
		policy: only(['ads', 'write']),
		ads: true,
		parameters: update('adAccount', { updateFields: { status: 'CANCELED' } }),
		needs: 'Ads: Full',
	},
	{
		name: 'an active ad account, with Write',
		policy: only(['ads', 'write']),
		ads: true,
		parameters: {
			resource: 'adAccount',
			operation: 'create',
			name: 'New',
			currency: 'EUR',
			reference: { __rl: true, mode: 'id', value: '2414183' },
			additionalFields: { status: 'ACTIVE' },
		},
		needs: 'Ads: Full',
	},
	{
		name: 'a first comment, with Posts alone',
		policy: only(['posts', 'full']),
		parameters: { ...CREATE_POST, additionalFields: { firstComment: 'First' } },
		needs: 'Comments and Reactions: Write',
	},
	{
		name: 'a row that takes back another',
		policy: only(['posts', 'full'], ['posts', 'off']),
		parameters: LIST_POSTS,
		needs: 'Posts: Read',
	},
	{
		name: 'a table without rows',
		policy: { accessPolicy: 'table', accessTable: {} },
		parameters: LIST_POSTS,
		needs: 'Posts: Read',
	},
	{
		name: 'a table that is missing',
		policy: { accessPolicy: 'table' },
		parameters: LIST_POSTS,
		needs: 'Posts: Read',
	},
	{
		name: 'a post, Read Only',
		policy: { accessPolicy: 'readOnly' },
		parameters: CREATE_POST,
		needs: 'Posts: Write',
	},
];

test.each(REFUSED)('refuses $name', async ({ policy, parameters, needs, ads }) => {
	const credential = connect({ ...(ads && adsApp), fields: policy });
	const { error } = await run(parameters, credential, ads && { node: 'linkedInAds' });
	expect(simulator.requests).toEqual([]);
	expect(error?.message).toContain(`this needs ${needs}`);
	expect(error?.message).toContain(`the credential "${credential.name}"`);
	expect(error?.description).toMatch(
		/^Nothing was sent to LinkedIn\. .+ under Access Policy(?: → Allowed Areas)? in the credential\.$/,
	);
	expect(error?.context.details).toMatchObject({ code: 'NOT_ALLOWED', field: 'Access Policy' });
});

test('refuses the upload of a file where Media is off, before any call', async () => {
	const png = Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64',
	);
	const binary = { data: { data: png.toString('base64'), mimeType: 'image/png', fileName: 'a.png' } };
	const { error } = await run({ ...withImage, media: 'data' }, connect({ fields: only(['posts', 'full']) }), {
		items: [{ json: {}, binary }],
	});
	expect(error?.message).toContain('this needs Media: Write');
	expect(simulator.requests).toEqual([]);
});

const ALLOWED: Row[] = [
	{
		name: 'a campaign paused, with Write',
		policy: only(['ads', 'write']),
		ads: true,
		parameters: update('campaign', { campaign, updateFields: { status: 'PAUSED' } }),
	},
	{
		name: 'an image that is uploaded already, with Posts alone',
		policy: only(['posts', 'write']),
		parameters: withImage,
	},
	{
		name: 'an API call that reads, with Read',
		policy: only(['api', 'read']),
		parameters: apiCall('GET', '/v2/me'),
	},
	{ name: 'anything where no policy was saved', policy: {}, parameters: CREATE_POST },
];

test.each(ALLOWED)('allows $name', async ({ policy, parameters, ads }) => {
	const { error } = await run(
		parameters,
		connect({ ...(ads && adsApp), fields: policy }),
		ads && { node: 'linkedInAds' },
	);
	expect((error?.context?.details as IDataObject | undefined)?.code).not.toBe('NOT_ALLOWED');
	expect(simulator.requests.length).toBeGreaterThan(0);
});

describe('a policy that can not be read allows nothing', () => {
	test.each<[string, ICredentialDataDecryptedObject, INodeParameters, string]>([
		['of an unknown kind', { accessPolicy: 'some' }, {}, 'Access Policy'],
		['whose expression gives nothing', { accessPolicy: '={{ undefined }}' }, {}, 'Access Policy'],
		['of null', { accessPolicy: null as never }, {}, 'Access Policy'],
		[
			'with a list as its area',
			{ accessPolicy: 'table', accessTable: { rows: [{ area: ['posts'], access: 'full' }] } },
			{},
			'Access Policy',
		],
		[
			'of a node, whose expression gives nothing',
			{},
			{ thisNodeMay: '={{ $json.nothing }}' },
			'This Node May',
		],
		["of a node, with a choice of the credential's", {}, { thisNodeMay: 'everything' }, 'This Node May'],
		['with an unknown area', only(['everything', 'full']), {}, 'Access Policy'],
		['with an unknown access', only(['posts', 'all']), {}, 'Access Policy'],
		['of a node, of an unknown kind', {}, { thisNodeMay: 'some' }, 'This Node May'],
		[
			'of a node, with an unknown area',
			{},
			{ thisNodeMay: 'table', nodeAreas: rows(['all', 'full']) },
			'This Node May',
		],
	])('%s', async (_what, fields, options, field) => {
		const { error } = await run({ ...LIST_POSTS, options }, connect({ fields }));
		expect(error?.context.details).toMatchObject({ code: 'INVALID_INPUT', field });
		expect(error?.description).toMatch(/Until then it allows nothing\.$/);
		expect(simulator.requests).toEqual([]);
	});
});

describe('the policy of a node', () => {
	const options = (...areas: Array<[string, string]>): INodeParameters => ({
		thisNodeMay: 'table',
		nodeAreas: rows(...areas),
	});

	test.each<[string, ICredentialDataDecryptedObject, INodeParameters, string | undefined]>([
		['narrower than its credential', {}, options(['posts', 'read']), 'This Node May'],
		['wider than its credential', { accessPolicy: 'readOnly' }, options(['posts', 'full']), 'Access Policy'],
		['as its credential', { accessPolicy: 'readOnly' }, { thisNodeMay: 'asCredential' }, 'Access Policy'],
		['with all that is needed', only(['posts', 'write']), options(['posts', 'write']), undefined],
	])('%s', async (_what, fields, nodeOptions, field) => {
		const { error } = await run({ ...CREATE_POST, options: nodeOptions }, connect({ fields }));
		expect((error?.context?.details as IDataObject | undefined)?.field).toBe(field);
		expect(simulator.requests.length > 0).toBe(field === undefined);
	});

	test('holds with its areas alone', async () => {
		const { error } = await run(
			{ ...CREATE_POST, options: { nodeAreas: rows(['posts', 'read']) } },
			connect(),
		);
		expect((error?.context?.details as IDataObject | undefined)?.field).toBe('This Node May');
		expect(simulator.requests).toEqual([]);
	});

	test('is read for each item', async () => {
		const { outputs } = await run(
			{ ...LIST_POSTS, options: { thisNodeMay: '={{ $json.may }}' } },
			connect(),
			{ items: [{ may: 'asCredential' }, { may: 'table' }], onError: 'continueErrorOutput' },
		);
		expect(outputs[1]).toHaveLength(1);
		expect(outputs[1][0].json.error).toMatch(
			/^This Node May of the node "Node under test" doesn't allow Post: Get Many: it is set to Posts: Off, and this needs Posts: Read$/,
		);
		expect(simulator.requests).toHaveLength(1);
	});
});

test('a policy asks for no other scopes', async () => {
	await run(LIST_POSTS, connect({ fields: only(['posts', 'read']) }));
	expect(simulator.requests.map(({ method }) => method)).toEqual(['GET']);
});
