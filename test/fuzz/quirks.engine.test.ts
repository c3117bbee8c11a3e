import type { IDataObject } from 'n8n-workflow';

import { passTimeBySleeping } from '../conformance/time';
import type { HarnessCredential } from '../engine/credentials';
import { runNode } from '../engine/run';
import { caseFiles, readCases, runOf } from '../nodes/LinkedIn/caseRun';
import { startSimulator, type QuirkName } from '../simulator';
import { problemOf, SEED } from './judge';

/**
 * Every operation, with the parameters of its cases, while all quirks of the live service are randomly on: the outcome
 * is items or one error of the error table with advice, never the text of a TypeError.
 */

passTimeBySleeping();

const CASES_A_FILE = 3;
const RATE = 0.3;
/** Each byte takes a real millisecond. */
const DRIPPING = { rate: 0.03, dripMs: 1 };

const shown = new Set<QuirkName>();

async function wrong(file: string, index: number): Promise<object[]> {
	const { operation, cases } = readCases(file);
	const testCase = cases[index];
	const simulator = await startSimulator();
	try {
		const variables = testCase.given?.(simulator) ?? {};
		const seed = SEED + caseFiles.indexOf(file) * CASES_A_FILE + index;
		simulator.quirks.on('all', { seed, rate: RATE, except: ['dripping'] });
		simulator.quirks.on('dripping', { seed, ...DRIPPING });
		const given = runOf(simulator, file, operation, testCase, variables);
		const options = { ...(given.parameters.options as IDataObject), maxWait: 60 };
		const { outputs, error } = await runNode({
			...given,
			parameters: { ...given.parameters, options },
			credentials: { ...given.credentials, name: `${file} ${index}` } as HarnessCredential,
			onError: 'continueRegularOutput',
		});
		for (const name of simulator.quirks.shown.keys()) shown.add(name);
		const met = simulator.requests.map(({ endpoint, fault }) => `${endpoint}: ${fault ?? 'plain'}`);
		const thrown = error ? [{ problem: 'was thrown', seed, got: error.message, met }] : [];
		const odd = (outputs[0] ?? []).flatMap(({ json }) => {
			const problem = problemOf(json);
			return problem ? [{ problem, seed, case: testCase.name, got: json, met }] : [];
		});
		return [...thrown, ...odd];
	} finally {
		await simulator.close();
	}
}

test.each(caseFiles)(`%s, seed ${SEED}`, async (file) => {
	const count = Math.min(CASES_A_FILE, readCases(file).cases.length);
	const found = [];
	for (let index = 0; index < count; index += 1) found.push(...(await wrong(file, index)));
	expect(found).toEqual([]);
});

test('most quirks have shown', () => {
	// The others concern triggers, the Development tier, and days with many calls.
	expect([...shown].sort()).toEqual(
		expect.arrayContaining<QuirkName>([
			'cappedCounts',
			'cutBodies',
			'dripping',
			'epochHeaders',
			'minusOnes',
			'missingIds',
			'nullFields',
			'shortPages',
			'unreadable2xx',
		]),
	);
});
