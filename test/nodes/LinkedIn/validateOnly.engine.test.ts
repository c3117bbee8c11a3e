import type { INodeParameters } from 'n8n-workflow';

import { adsResources } from '../../../nodes/LinkedIn/resources/ads';
import { communityResources } from '../../../nodes/LinkedIn/resources/community';
import type { OperationCase } from '../../cases';
import { startSimulator, type Simulator } from '../../simulator';
import { caseFiles, readCases, runCase, runOf } from './caseRun';

/** Every operation that writes, with Validate Only: nothing it would write reaches LinkedIn. */

const WRITING = new Set(
	[...communityResources, ...adsResources].flatMap(({ value, operations }) =>
		operations.filter(({ access }) => access !== 'read').map((one) => `${value}:${one.value}`),
	),
);

interface Row {
	operation: string;
	file: string;
	testCase: OperationCase;
}

/** The first case of each that succeeds; the API call's first one only reads. */
const rows: Row[] = [];
for (const file of caseFiles) {
	const { operation, cases } = readCases(file);
	const testCase = cases.find(
		({ error, errorOut, onError, parameters }) =>
			!error && !errorOut && !onError && (operation !== 'api:call' || isCreate(parameters)),
	);
	const isKnown = rows.some((row) => row.operation === operation);
	if (testCase && !isKnown && WRITING.has(operation)) rows.push({ operation, file, testCase });
}

function isCreate(parameters: unknown): boolean {
	return (parameters as INodeParameters).method === 'CREATE';
}

async function validate({ operation, file, testCase }: Row, validateOnly: string) {
	const simulator: Simulator = await startSimulator();
	try {
		const { result, requestsBefore } = await runCase(simulator, file, operation, testCase, (variables) => {
			const { parameters } = runOf(simulator, file, operation, testCase, variables);
			return { parameters: { ...parameters, options: { ...(parameters.options as object), validateOnly } } };
		});
		const requests = simulator.requests.slice(requestsBefore);
		const reads = ({ method, headers }: (typeof requests)[number]) =>
			method === 'GET' || headers['x-http-method-override'] === 'GET';
		return {
			items: (result.outputs?.[0] ?? []).map(({ json }) => json),
			error: result.error,
			reads: requests.filter(reads).length,
			writes: requests.filter((request) => !reads(request)),
			uploads: simulator.uploads,
		};
	} finally {
		await simulator.close();
	}
}

test('there is a case of every operation that writes', () => {
	expect(rows.map(({ operation }) => operation).sort()).toEqual([...WRITING].sort());
});

describe.each(rows)('$operation', (row) => {
	test.each(['withoutCalls', 'withReads'])('%s', async (mode) => {
		const { items, error, reads, writes, uploads } = await validate(row, mode);
		expect(error).toBeUndefined();
		expect(writes).toEqual([]);
		expect(uploads).toEqual([]);
		if (mode === 'withoutCalls') expect(reads).toBe(0);
		expect(items.length).toBeGreaterThan(0);
		for (const item of items) {
			expect(item).toMatchObject({
				valid: true,
				sent: false,
				access: expect.stringMatching(/^(write|full)$/),
				steps: expect.arrayContaining([expect.any(String)]),
				calls: expect.any(Number),
				notice: expect.stringContaining('Validate Only: nothing was sent to LinkedIn'),
			});
			if (mode === 'withReads') expect(item.request).toMatchObject({ path: expect.any(String) });
		}
	});
});
