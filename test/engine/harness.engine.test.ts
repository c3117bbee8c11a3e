import type { IDataObject, INodeExecutionData, INodeType, IPollFunctions } from 'n8n-workflow';

import { exampleCredential, exampleNode, exampleOAuth2, exampleToken } from './exampleNode';
import { listSearch, loadOptions } from './options';
import { pollHarness } from './poll';
import { runNode } from './run';

/** The harness itself: when static data is saved, lists, logs, credentials. */

type Poll = (this: IPollFunctions) => Promise<INodeExecutionData[][] | null>;

const trigger = (poll: Poll): INodeType => ({
	description: {
		displayName: 'Example Trigger',
		name: 'exampleTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Polls',
		defaults: { name: 'Example Trigger' },
		polling: true,
		inputs: [],
		outputs: ['main'],
		credentials: [{ name: exampleOAuth2.name, required: true }],
		properties: [{ displayName: 'Page', name: 'page', type: 'string', default: 'own' }],
	},
	poll,
});

/** Counts polls in static data and emits on every third. */
const everyThird: Poll = async function () {
	const data = this.getWorkflowStaticData('node');
	data.polls = Number(data.polls ?? 0) + 1;
	this.logger.info(`poll ${data.polls}`);
	return data.polls % 3 === 0 ? [[{ json: { polls: data.polls } }]] : null;
};

const harness = (poll: Poll, mode?: 'trigger' | 'manual') =>
	pollHarness({
		node: 'exampleTrigger',
		nodeType: trigger(poll),
		credentials: exampleCredential('oAuth2', 'http://127.0.0.1'),
		mode,
	});

test('9: static data is saved after the first poll and when a poll emits, not otherwise', async () => {
	const polls = harness(everyThird);
	const seen = [];
	for (let count = 0; count < 4; count++) {
		const emitted = (await polls.poll()) !== null;
		seen.push([emitted, polls.memory().polls, polls.saved().polls]);
	}
	expect(seen).toEqual([
		[false, 1, 1],
		[false, 2, 1],
		[true, 3, 3],
		[false, 4, 3],
	]);
	expect(polls.saves()).toBe(2);
});

test('9: a crash and a clean restart both go back to the saved copy, and the next poll is a first one', async () => {
	const polls = harness(everyThird);
	await polls.poll();
	await polls.poll();
	polls.crash();
	await polls.poll();
	expect(polls.saved()).toEqual({ polls: 2 });
	await polls.poll();
	await polls.poll();
	await polls.restart();
	expect(polls.memory()).toEqual({ polls: 3 });
	expect(polls.logs().map((entry) => entry.message)).toEqual([1, 2, 2, 3, 4].map((count) => `poll ${count}`));
});

test('9: what a poll emits after the crash it was caught by is lost', async () => {
	let finish: () => void = () => undefined;
	const polls = harness(async function () {
		this.getWorkflowStaticData('node').cursor = 1;
		await new Promise<void>((resolve) => (finish = resolve));
		return [[{ json: {} }]];
	});
	const caught = polls.poll();
	polls.crash();
	finish();
	expect(await caught).toBeNull();
	expect(polls.saved()).toEqual({});
});

test('9: a manual run saves nothing', async () => {
	const polls = harness(everyThird, 'manual');
	for (let count = 0; count < 3; count++) await polls.poll();
	expect(polls.saved()).toEqual({});
	expect(polls.saves()).toBe(0);
});

test('10: a poll that throws rejects, and the harness goes on', async () => {
	let failing = true;
	const polls = harness(async () => {
		if (failing) throw new Error('no network');
		return null;
	});
	await expect(polls.poll()).rejects.toThrow('no network');
	failing = false;
	expect(await polls.poll()).toBeNull();
});

test('a trigger sees its mode, activation, parameters and the credential with its expressions resolved', async () => {
	const seen: IDataObject[] = [];
	const polls = harness(async function () {
		const { accessTokenUrl } = await this.getCredentials(exampleOAuth2.name);
		seen.push({
			mode: this.getMode(),
			activation: this.getActivationMode(),
			page: this.getNodeParameter('page'),
			accessTokenUrl: String(accessTokenUrl),
		});
		return null;
	});
	await polls.poll();
	await polls.restart({ page: 'other' });
	await polls.poll();
	const accessTokenUrl = 'http://127.0.0.1/oauth/token';
	expect(seen).toEqual([
		{ mode: 'trigger', activation: 'activate', page: 'own', accessTokenUrl },
		{ mode: 'trigger', activation: 'init', page: 'other', accessTokenUrl },
	]);
});

test('lists are filled with the filter, the page token, the parameters and the credential', async () => {
	const node = exampleNode(async () => [], {
		more: {
			methods: {
				listSearch: {
					async search(filter, token) {
						const { host } = await this.getCredentials<{ host: string }>(exampleToken.name);
						const id = this.getCurrentNodeParameter('id') as string;
						return { results: [{ name: `${host} ${id} ${filter}`, value: 1 }], paginationToken: token };
					},
				},
				loadOptions: {
					async load() {
						return [{ name: String(this.getNodeParameter('id')), value: 1 }];
					},
				},
			},
		},
	});
	const request = {
		node: 'example',
		nodeType: node,
		parameters: { authentication: 'accessToken', id: 'seven' },
		credentials: exampleCredential('accessToken', 'host'),
	};
	expect(await listSearch({ ...request, method: 'search', filter: 'acme', paginationToken: 'next' })).toEqual(
		{
			results: [{ name: 'host seven acme', value: 1 }],
			paginationToken: 'next',
		},
	);
	expect(await loadOptions({ ...request, method: 'load' })).toEqual([{ name: 'seven', value: 1 }]);
});

test('a run gives the log lines of the node', async () => {
	const { logs } = await runNode({
		node: 'example',
		nodeType: exampleNode(async function () {
			this.logger.warn('look', { at: 'this' });
			return [];
		}),
		credentials: exampleCredential('oAuth2', 'http://127.0.0.1'),
	});
	expect(logs).toContainEqual({ level: 'warn', message: 'look', metadata: { at: 'this' } });
});

test.each([
	['no credential', [], /does not have any credentials/],
	[
		'a credential that was never connected',
		[{ ...exampleCredential('oAuth2', ''), data: {} }],
		/Unable to sign without access token/,
	],
])('with %s the run ends with the words of n8n', async (_name, credentials, message) => {
	const { error } = await runNode({
		node: 'example',
		nodeType: exampleNode(async function () {
			const options = { url: 'http://127.0.0.1:9/' };
			await this.helpers.httpRequestWithAuthentication.call(this, exampleOAuth2.name, options);
			return [];
		}),
		credentials,
	});
	expect(error?.message).toMatch(message);
});

test('no node reaches another machine', async () => {
	const { error } = await runNode({
		node: 'example',
		nodeType: exampleNode(async function () {
			await this.helpers.httpRequest({ url: 'https://linkedin.com/' });
			return [];
		}),
		credentials: exampleCredential('oAuth2', 'http://127.0.0.1'),
	});
	expect(JSON.stringify([error?.message, Object(error).messages, Object(error).description])).toContain(
		'ENOTFOUND linkedin.com',
	);
});
