import type { IDataObject } from 'n8n-workflow';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { fill, percentEncode, type OperationCase, type OperationCases, type Variables } from '../../cases';
import { connectTo } from '../../engine/connection';
import { runNode, type RunResult } from '../../engine/run';
import { startSimulator, type LoggedRequest, type LoggedUpload, type Simulator } from '../../simulator';

/**
 * Runs every `<operation>.case.ts` and `<operation>.<reason>.case.ts` under resources/ through the real engine against
 * the simulator.
 */

/** The folder under resources/ names the nodes that have the operation. */
const NODES: Record<string, string[]> = {
	ads: ['linkedInAds'],
	api: ['linkedInCommunity', 'linkedInAds'],
	community: ['linkedInCommunity'],
	profile: ['linkedInCommunity', 'linkedInAds'],
};
const nodesOf = (file: string) => NODES[file.split(/[\\/]/)[0]];

const resources = join(__dirname, 'resources');
const files = readdirSync(resources, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.case.ts'))
	.sort();

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});

afterEach(async () => {
	await simulator.close();
});

/** The parts of a logged request that the case typed, so that one comparison shows the whole difference. */
function asTyped(request: LoggedRequest, withVersion: boolean) {
	const body = request.body === '' ? {} : { body: jsonOf(request.body) };
	return {
		method: request.method,
		url: request.url,
		...(request.restliMethod && { restliMethod: request.restliMethod }),
		...body,
		...(withVersion && { version: request.version }),
	};
}

function asUploaded({ method, what, part, bytes, headers, status }: LoggedUpload) {
	const withToken = headers.authorization !== undefined;
	return { method, what, ...(part !== undefined && { part }), bytes, withToken, status };
}

const placeOf = ({ what, part = 0 }: ReturnType<typeof asUploaded>) =>
	`${what} ${String(part).padStart(4, '0')}`;

function jsonOf(body: string): unknown {
	return /^[[{]/.test(body) ? JSON.parse(body) : body;
}

const resolve = <T>(given: T | ((variables: Variables) => T), variables: Variables): T =>
	typeof given === 'function' ? (given as (variables: Variables) => T)(variables) : given;

async function check(node: string, operation: string, testCase: OperationCase): Promise<void> {
	const variables = testCase.given?.(simulator) ?? {};
	const before = simulator.requests.length;
	const value = <T>(given: T | ((known: Variables) => T)) => fill(resolve(given, variables), variables);

	const [resource, name] = operation.split(':');
	const result = await runNode({
		node,
		parameters: {
			authentication: testCase.authentication ?? 'oAuth2',
			resource,
			operation: name,
			...value(testCase.parameters),
		},
		items: testCase.items && value(testCase.items),
		onError: testCase.onError,
		credentials: connectTo(simulator, testCase),
	});

	const wire = resolve(testCase.wire, variables).map(({ url, ...request }) => ({
		...fill(request, variables),
		url: fill(url, variables, percentEncode),
	}));
	const sent = simulator.requests
		.slice(before)
		.map((request, index) => asTyped(request, wire[index]?.version !== undefined));
	expect(sent).toEqual(wire);

	const uploads = simulator.uploads.map(asUploaded).sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
	expect(uploads).toEqual(value(testCase.uploads ?? []));

	if (testCase.error) expect(result.error).toMatchObject(value(testCase.error));
	else expect(result.error).toBeUndefined();
	expect(json(result, 0)).toEqual(value(testCase.out ?? []));
	expect(json(result, 1)).toEqual(value(testCase.errorOut ?? []));
}

function json(result: RunResult, output: number): IDataObject[] {
	return (result.outputs[output] ?? []).map((item) => item.json);
}

test('there are cases to run', () => {
	expect(files).not.toEqual([]);
});

/** Cases reckon days from now, so each is read when it runs: midnight may have passed since the file was loaded. */
function readCases(file: string): OperationCases {
	let read: { default: OperationCases } | undefined;
	jest.isolateModules(() => {
		read = require(join(resources, file)) as { default: OperationCases };
	});
	if (!read) throw new Error(`${file} was not read`);
	return read.default;
}

describe.each(files)('%s', (file) => {
	const { operation, cases } = readCases(file);
	const rows = nodesOf(file).flatMap((node) =>
		cases.map(({ name, contract }, index) => ({ node, name, contract, index })),
	);

	test.each(rows)(
		`$node, ${operation}: $name ($contract)`,
		async ({ node, index }) => await check(node, operation, readCases(file).cases[index]),
	);
});
