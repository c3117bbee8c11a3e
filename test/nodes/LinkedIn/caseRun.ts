import type { INodeParameters } from 'n8n-workflow';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { fill, type OperationCase, type OperationCases, type Variables } from '../../cases';
import { connectTo } from '../../engine/connection';
import { runNode, type RunOptions, type RunResult } from '../../engine/run';
import type { Simulator } from '../../simulator';

/** Every `<operation>.case.ts` and `<operation>.<reason>.case.ts` under resources/, and how one of them is run. */

/** The folder under resources/ names the nodes that have the operation. */
const NODES: Record<string, string[]> = {
	ads: ['linkedInAds'],
	api: ['linkedInCommunity', 'linkedInAds'],
	community: ['linkedInCommunity'],
	profile: ['linkedInCommunity', 'linkedInAds'],
	usage: ['linkedInCommunity', 'linkedInAds'],
};

/** @param file path below resources/ */
export const nodesOf = (file: string) => NODES[file.split(/[\\/]/)[0]];

const resources = join(__dirname, 'resources');

/** Paths below resources/, by name. */
export const caseFiles = readdirSync(resources, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.case.ts'))
	.sort();

/** Cases count days from now, so each is read when it runs: midnight may have passed since the file was loaded. */
export function readCases(file: string): OperationCases {
	let read: { default: OperationCases } | undefined;
	jest.isolateModules(() => {
		read = require(join(resources, file)) as { default: OperationCases };
	});
	if (!read) throw new Error(`${file} was not read`);
	return read.default;
}

export const resolve = <T>(given: T | ((variables: Variables) => T), variables: Variables): T =>
	typeof given === 'function' ? (given as (variables: Variables) => T)(variables) : given;

/**
 * The run that a case describes, in the first node that has the operation, with a new token.
 * @param variables what its `given` created
 */
export function runOf(
	simulator: Simulator,
	file: string,
	operation: string,
	testCase: OperationCase,
	variables: Variables,
): RunOptions & { parameters: INodeParameters } {
	const value = <T>(given: T | ((known: Variables) => T)) => fill(resolve(given, variables), variables);
	const [resource, name] = operation.split(':');
	return {
		node: nodesOf(file)[0],
		parameters: {
			authentication: testCase.authentication ?? 'oAuth2',
			resource,
			operation: name,
			...value(testCase.parameters),
		},
		items: testCase.items && value(testCase.items),
		onError: testCase.onError,
		credentials: connectTo(simulator, testCase),
	};
}

/**
 * Sets up LinkedIn's side and runs the node as the case says.
 * @param more overrides the case and the runner
 */
export async function runCase(
	simulator: Simulator,
	file: string,
	operation: string,
	testCase: OperationCase,
	more: (variables: Variables) => Partial<RunOptions> = () => ({}),
): Promise<{ result: RunResult; variables: Variables; requestsBefore: number }> {
	const variables = testCase.given?.(simulator) ?? {};
	const requestsBefore = simulator.requests.length;
	const result = await runNode({
		...runOf(simulator, file, operation, testCase, variables),
		...more(variables),
	});
	return { result, variables, requestsBefore };
}
