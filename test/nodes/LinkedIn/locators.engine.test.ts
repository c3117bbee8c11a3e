import type { INodeParameters, INodeProperties, INodeType } from 'n8n-workflow';

import { percentEncode, type Variables } from '../../cases';
import { loadClasses } from '../../engine/sources';
import { connectTo } from '../../engine/connection';
import { runNode } from '../../engine/run';
import { startSimulator, type Simulator } from '../../simulator';
import { caseFiles, nodesOf, readCases, runCase } from './caseRun';

/** Whatever its mode, a locator means what the same text means that an expression puts in its place. */

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const nodes = loadClasses<INodeType>('nodes');

function locatorsOf(node: string, operation: string): INodeProperties[] {
	const [resource, name] = operation.split(':');
	const { properties } = nodes.find(({ description }) => description.name === node)?.description ?? {};
	return (properties ?? []).filter(
		({ type, displayOptions }) =>
			type === 'resourceLocator' &&
			displayOptions?.show?.resource?.includes(resource) &&
			displayOptions.show.operation?.includes(name),
	);
}

/** The first case of each operation that gives a locator as plain text. */
const rows = caseFiles.flatMap((file) => {
	const { operation, cases } = readCases(file);
	return locatorsOf(nodesOf(file)[0], operation).flatMap(({ name, modes }) => {
		const index = cases.findIndex(
			({ parameters, error }) =>
				error === undefined &&
				typeof parameters === 'object' &&
				typeof parameters[name] === 'string' &&
				parameters[name] !== '',
		);
		if (index < 0) return [];
		return (modes ?? []).map((mode) => ({ file, operation, name, mode: mode.name, index }));
	});
});

test('there are rows for posts, comments, audiences and lead forms', () => {
	const names = ['audience', 'comment', 'entities', 'entity', 'leadForms', 'post', 'targetPost'];
	expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});

/** What was sent, with the names of what the case's world numbers anew each time. */
function asSent(from: number, variables: Variables) {
	const known = Object.entries(variables)
		.map(([name, value]) => [name, String(value)])
		.sort(([, a], [, b]) => b.length - a.length);
	return simulator.requests
		.slice(from)
		.map(({ method, url, body }) =>
			known.reduce(
				(text, [name, value]) => text.replaceAll(value, name).replaceAll(percentEncode(value), name),
				`${method} ${url} ${body}`,
			),
		);
}

test.each(rows)('$operation: $name, $mode', async ({ file, operation, name, mode, index }) => {
	const testCase = readCases(file).cases[index];
	const run = async (parameters: INodeParameters) => {
		const { result, variables, requestsBefore } = await runCase(simulator, file, operation, {
			...testCase,
			parameters: { ...(testCase.parameters as INodeParameters), ...parameters },
		});
		return {
			error: result.error,
			outputs: result.outputs.map((items) => items.length),
			sent: asSent(requestsBefore, variables),
		};
	};
	const value = (testCase.parameters as INodeParameters)[name];
	const located = await run({ [name]: { __rl: true, mode, value } });
	expect(located).toMatchObject({ error: undefined });
	await simulator.close();
	simulator = await startSimulator();
	expect(located).toEqual(await run({}));
});

/** Whoever answers for a page would else do so under their own name, where they overlook the field. */
describe('nobody is chosen beforehand to answer', () => {
	const POST = 'urn:li:share:1';
	const COMMENT = 'urn:li:comment:(urn:li:activity:6631349431612559360,6636062862760562688)';
	test.each<[string, string, string, INodeParameters]>([
		['comment:create', 'Comment As', 'actor', { targetPost: POST, text: 'Hi' }],
		['comment:reply', 'Comment As', 'actor', { comment: COMMENT, text: 'Hi' }],
		['comment:update', 'Comment As', 'actor', { comment: COMMENT, text: 'Hi' }],
		['comment:delete', 'Comment As', 'actor', { comment: COMMENT }],
		['reaction:create', 'React As', 'reactor', { entity: POST }],
		['reaction:get', 'React As', 'reactor', { entity: POST }],
		['reaction:delete', 'React As', 'reactor', { entity: POST }],
	])(
		'%s: n8n marks %s as missing, and an empty expression says what to choose',
		async (id, label, name, given) => {
			const [resource, operation] = id.split(':');
			const run = async (parameters: INodeParameters) =>
				await runNode({
					node: 'linkedInCommunity',
					parameters: { authentication: 'oAuth2', resource, operation, ...given, ...parameters },
					credentials: connectTo(simulator),
				});
			await expect(run({})).rejects.toThrow(/has issues/);
			const { error } = await run({ [name]: { __rl: true, mode: 'id', value: '={{ "" }}' } });
			expect(error).toMatchObject({
				message: expect.stringContaining(`${label} is empty`),
				description: expect.stringContaining('Choose Me or a page from the list'),
			});
			expect(simulator.requests).toEqual([]);
		},
	);
});
