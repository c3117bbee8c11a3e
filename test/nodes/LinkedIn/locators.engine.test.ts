import type { INodeParameters, INodeProperties, INodeType, NodeParameterValueType } from 'n8n-workflow';

import { percentEncode, type Variables } from '../../cases';
import { connectTo } from '../../engine/connection';
import { runNode } from '../../engine/run';
import { loadClasses } from '../../engine/sources';
import { startSimulator, type Simulator } from '../../simulator';
import { caseFiles, nodesOf, readCases, runCase } from './caseRun';

/** In any mode, a locator means the same as its value given by an expression. */

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const nodes = loadClasses<INodeType>('nodes');

interface Placed {
	locator: INodeProperties;
	/** The collection that contains it. */
	collection?: string;
}

function locatorsOf(node: string, operation: string): Placed[] {
	const [resource, name] = operation.split(':');
	const { properties } = nodes.find(({ description }) => description.name === node)?.description ?? {};
	const placed = (properties ?? [])
		.filter(
			({ displayOptions }) =>
				displayOptions?.show?.resource?.includes(resource) && displayOptions.show.operation?.includes(name),
		)
		.flatMap((property): Placed[] =>
			property.type === 'collection'
				? (property.options as INodeProperties[]).map((locator) => ({ locator, collection: property.name }))
				: [{ locator: property }],
		);
	return placed.filter(({ locator }) => locator.type === 'resourceLocator');
}

/** What a case gives the locator. */
function givenTo(parameters: INodeParameters, { locator: { name }, collection }: Placed): unknown {
	const all = collection === undefined ? parameters : parameters[collection];
	return (all as INodeParameters | undefined)?.[name];
}

function withGiven(parameters: INodeParameters, placed: Placed, value: NodeParameterValueType) {
	const { locator, collection } = placed;
	if (collection === undefined) return { ...parameters, [locator.name]: value };
	return { ...parameters, [collection]: { ...(parameters[collection] as object), [locator.name]: value } };
}

/** The first case of each operation that uses a locator as plain text. */
const rows = caseFiles.flatMap((file) => {
	const { operation, cases } = readCases(file);
	return locatorsOf(nodesOf(file)[0], operation).flatMap((placed) => {
		const index = cases.findIndex(({ parameters, error }) => {
			const given = typeof parameters === 'object' ? givenTo(parameters, placed) : undefined;
			return error === undefined && typeof given === 'string' && given !== '';
		});
		if (index < 0) return [];
		const { name, modes } = placed.locator;
		return (modes ?? []).map((mode) => ({ file, operation, placed, name, mode: mode.name, index }));
	});
});

test('there are rows for all that is listed, in filters too', () => {
	const names = [
		...['audience', 'campaignGroups', 'campaigns', 'comment', 'creatives', 'entities', 'entity', 'leadForms'],
		...['pages', 'post', 'posts', 'reshareOf', 'shares', 'targetPost'],
	];
	expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});

/** What was sent, with names for ids that the case's world generates. */
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

test.each(rows)('$operation: $name, $mode', async ({ file, operation, placed, mode, index }) => {
	const testCase = readCases(file).cases[index];
	const run = async (parameters: INodeParameters) => {
		const { result, variables, requestsBefore } = await runCase(simulator, file, operation, {
			...testCase,
			parameters,
		});
		return {
			error: result.error,
			outputs: result.outputs.map((items) => items.length),
			sent: asSent(requestsBefore, variables),
		};
	};
	const plain = testCase.parameters as INodeParameters;
	const value = givenTo(plain, placed) as string;
	const located = await run(withGiven(plain, placed, { __rl: true, mode, value }));
	expect(located).toMatchObject({ error: undefined });
	await simulator.close();
	simulator = await startSimulator();
	expect(located).toEqual(await run(plain));
});

/** Otherwise someone who overlooks the field would write under their own name instead of the page's. */
describe('nobody is chosen beforehand to answer', () => {
	const POST = 'urn:li:share:1';
	const COMMENT = 'urn:li:comment:(urn:li:activity:6631349431612559360,6636062862760562688)';
	test.each<[string, string, string, INodeParameters]>([
		['comment:create', 'Comment As', 'actor', { targetPost: POST, text: 'Hi' }],
		['comment:reply', 'Comment As', 'actor', { comment: COMMENT, text: 'Hi' }],
		['comment:update', 'Act As', 'actor', { comment: COMMENT, text: 'Hi' }],
		['comment:delete', 'Act As', 'actor', { comment: COMMENT }],
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
