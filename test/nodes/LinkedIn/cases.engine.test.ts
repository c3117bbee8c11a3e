import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fill, percentEncode, type Variables } from '../../cases';
import { cited } from '../../docs';
import type { RunResult } from '../../engine/run';
import { schemaText } from '../../schemas/outputSchema';
import { committedSchema, schemaOf, writeSchema } from '../../schemas/schemaFiles';
import { startSimulator, type LoggedRequest, type LoggedUpload, type Simulator } from '../../simulator';
import { caseFiles, nodesOf, readCases, resolve, runCase } from './caseRun';

/**
 * Runs every case through the real engine against the simulator, in each node that has the operation, and compares the
 * operation's output schema with the items. `npm run schemas` writes the schemas instead.
 */

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});

afterEach(async () => {
	await simulator.close();
});

/** The parts of a logged request that the case contains, so that one comparison shows the whole difference. */
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

/** The items of each case that was run, in the operation's simplified form. */
const outputs = new Map<string, IDataObject[]>();

const placeOfCase = (file: string, index: number) => `${file} ${index}`;

/** Raw and selected columns, what would be done, and errors are other forms. */
function simplifiedItems(
	result: RunResult,
	{ output = 'simplified', options }: INodeParameters,
): IDataObject[] {
	if (output !== 'simplified' || (options as IDataObject | undefined)?.validateOnly) return [];
	return json(result, 0).filter((item) => !isErrorItem(item));
}

const isErrorItem = (item: IDataObject) =>
	'error' in item && Object.keys(item).every((name) => ['error', 'message', 'details'].includes(name));

async function check(node: string, file: string, operation: string, index: number): Promise<void> {
	const testCase = readCases(file).cases[index];
	const { result, variables, requestsBefore } = await runCase(simulator, file, operation, testCase, () => ({
		node,
	}));
	const value = <T>(given: T | ((known: Variables) => T)) => fill(resolve(given, variables), variables);

	outputs.set(placeOfCase(file, index), simplifiedItems(result, value(testCase.parameters)));

	const wire = resolve(testCase.wire, variables).map(({ url, ...request }) => ({
		...fill(request, variables),
		url: fill(url, variables, percentEncode),
	}));
	const sent = simulator.requests
		.slice(requestsBefore)
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
	expect(caseFiles).not.toEqual([]);
});

describe.each(caseFiles)('%s', (file) => {
	const { operation, cases } = readCases(file);
	const rows = nodesOf(file).flatMap((node) =>
		cases.map((testCase, index) => ({ node, name: testCase.name, source: cited(testCase), index })),
	);

	test.each(rows)(
		`$node, ${operation}: $name ($source)`,
		async ({ node, index }) => await check(node, file, operation, index),
	);
});

describe('output schemas', () => {
	const placesOf = new Map<string, string[]>();
	for (const file of caseFiles) {
		const { operation, cases } = readCases(file);
		const places = cases.map((_testCase, index) => placeOfCase(file, index));
		placesOf.set(operation, [...(placesOf.get(operation) ?? []), ...places]);
	}

	test.each([...placesOf])('%s: n8n shows the fields of its items before its first run', (id, places) => {
		const items = places.map((place) => {
			const ofCase = outputs.get(place);
			if (!ofCase) throw new Error(`${place} was not run: run all cases of ${id}`);
			return ofCase;
		});
		const schema = schemaOf(id, items);
		if (process.env.SCHEMAS === 'write') writeSchema(id, schema);
		expect(committedSchema(id)).toBe(schemaText(schema));
	});
});
