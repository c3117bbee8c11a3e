import type { INodeParameters } from 'n8n-workflow';

import type { ConnectionOptions } from '../../engine/connection';
import { ACME, connect, run, simulateForEachTest, simulator } from './connectedRun';
import { ACCOUNT, adsApp } from './resources/ads/connection';

/** A result without items says why: in the log or, with Say When Empty, in an item, so that the workflow continues. */

simulateForEachTest();

interface Row {
	name: string;
	node?: 'linkedInAds';
	connection?: ConnectionOptions;
	given?: () => void;
	parameters: INodeParameters;
	reason: RegExp;
}

const ROWS: Row[] = [
	{
		name: 'posts of a page that has none',
		given: () => {
			for (const post of simulator.state.posts('2414183')) post.isDeleted = true;
		},
		parameters: { resource: 'post', operation: 'getMany', author: ACME },
		reason: /^Get many posts of a page: no results\. The author has no posts, or/,
	},
	{
		name: 'campaigns that a filter leaves out',
		node: 'linkedInAds',
		connection: adsApp,
		parameters: {
			resource: 'campaign',
			operation: 'getMany',
			account: ACCOUNT,
			filters: { names: 'No campaign has this name' },
		},
		reason: /^Get many campaigns: no results\. .*none match the filters/,
	},
	{
		name: 'an operation without reasons of its own',
		given: () => {
			simulator.state.addPost({ author: '2414183', text: 'Quiet' });
		},
		parameters: { resource: 'comment', operation: 'getMany', entity: '={{ $json.post }}' },
		reason: /: no results\. Nothing matches the fields and filters, or LinkedIn shows none/,
	},
];

const runRow = async ({ node, connection, given, parameters }: Row, options: INodeParameters = {}) => {
	given?.();
	const [newest] = simulator.state.posts('2414183');
	return await run({ ...parameters, options }, connect(connection), {
		...(node && { node }),
		items: [{ post: newest?.urn }],
	});
};

describe.each(ROWS)('$name', (row) => {
	test('give no item, and the log says why', async () => {
		const { outputs, error, logs } = await runRow(row);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([]);
		const said = logs.filter(({ level }) => level === 'info').map(({ message }) => message);
		expect(said).toContainEqual(expect.stringMatching(row.reason));
	});

	test('give one item with the reason where Say When Empty is on', async () => {
		const { outputs, error } = await runRow(row, { sayWhenEmpty: true });
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([
			{ json: { found: 0, notice: expect.stringMatching(row.reason) }, pairedItem: { item: 0 } },
		]);
	});
});

test('results that are there carry no word of it', async () => {
	simulator.state.addPost({ author: '2414183', text: 'Here' });
	const parameters = { ...ROWS[0].parameters, limit: 1, options: { sayWhenEmpty: true } };
	const { outputs } = await run(parameters, connect());
	expect(outputs[0]).toHaveLength(1);
	expect(outputs[0][0].json).not.toHaveProperty('found');
	expect(outputs[0][0].json).not.toHaveProperty('notice');
});

describe('a version that moved on, where nothing was found', () => {
	const ended: Row = {
		...ROWS[0],
		connection: { fields: { version: 'custom', customVersion: '202602' } },
		given: () => {
			simulator.state.versions.end('202602');
			ROWS[0].given?.();
		},
	};
	const movedOn = expect.stringMatching(/switched to 202609/);

	test('is in the log', async () => {
		const { logs } = await runRow(ended);
		expect(logs).toContainEqual(expect.objectContaining({ level: 'warn', message: movedOn }));
	});

	test('is in the item', async () => {
		const { outputs } = await runRow(ended, { sayWhenEmpty: true });
		expect(outputs[0][0].json).toEqual({ found: 0, notice: movedOn });
	});
});
