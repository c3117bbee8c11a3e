import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { adsResources } from '../../nodes/LinkedIn/resources/ads';
import { connectTo } from '../engine/connection';
import { adsApp } from '../nodes/LinkedIn/resources/ads/connection';
import { startSimulator, type Simulator } from '../simulator';
import { valuesOf } from './fields';
import { offenders, RUNS_AN_OPERATION, SEED } from './judge';
import { answer } from './values';

/**
 * Random values in all fields of all operations on ads, and random answers of LinkedIn to them: the outcome is items or
 * one error of the error table with advice, never the text of a TypeError.
 */

const OPERATIONS = adsResources
	.filter(({ value }) => value !== 'api')
	.flatMap((resource) =>
		resource.operations.map((operation) => ({
			id: `${resource.value}:${operation.value}`,
			values: valuesOf(operation.fields),
		})),
	);

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());

async function wrong(id: string, items: IDataObject[], fields: string[]): Promise<object[]> {
	return await offenders({
		node: 'linkedInAds',
		operation: id,
		fields,
		items: items.map((json) => ({ json })),
		credentials: connectTo(simulator, adsApp),
	});
}

const sampled = (values: Record<string, fc.Arbitrary<unknown>>, numRuns: number) =>
	fc.sample(fc.record(values), { seed: SEED, numRuns }) as IDataObject[];

describe(`any values in the fields of ads, seed ${SEED}`, () => {
	test.each(OPERATIONS)('$id', async ({ id, values }) => {
		expect(await wrong(id, sampled(values, RUNS_AN_OPERATION), Object.keys(values))).toEqual([]);
	});
});

describe(`any answer of LinkedIn about ads, seed ${SEED}`, () => {
	afterEach(() => simulator.faults.clear());

	test.each(OPERATIONS)('$id', async ({ id, values }) => {
		const given = sampled(values, RUNS_AN_OPERATION);
		for (const [index, effect] of fc.sample(answer, { seed: SEED, numRuns: RUNS_AN_OPERATION }).entries()) {
			simulator.faults.clear();
			simulator.faults.add({ match: { path: /^\/(rest|v2|oauth)\// }, times: Infinity, effect });
			const found = await wrong(id, [given[index]], Object.keys(values));
			expect(found.map((offender) => ({ ...offender, effect }))).toEqual([]);
		}
	});
});
