import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { adsResources } from '../../nodes/LinkedIn/resources/ads';
import { connectTo } from '../engine/connection';
import { adsApp } from '../nodes/LinkedIn/resources/ads/connection';
import { startSimulator, type Simulator } from '../simulator';
import { valuesOf } from './fields';
import { ANSWERS_AN_OPERATION, check, itemsOf, offenders, SEED } from './judge';
import { answer } from './values';

/**
 * Random values in all fields of all ads operations, and random answers from LinkedIn: the outcome is items or one
 * error of the error table with advice, never the text of a TypeError.
 */

const OPERATIONS = adsResources
	.filter(({ value }) => value !== 'api')
	.flatMap((resource) =>
		resource.operations.map((operation) => {
			const values = valuesOf(operation.fields);
			return {
				id: `${resource.value}:${operation.value}`,
				fields: Object.keys(values),
				values: fc.record(values),
			};
		}),
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

describe(`any values in the fields of ads, seed ${SEED}`, () => {
	test.each(OPERATIONS)('$id', async ({ id, fields, values }) => {
		const property = fc.asyncProperty(itemsOf(values), async (items) => {
			expect(await wrong(id, items, fields)).toEqual([]);
		});
		await check(property, 1);
	});
});

describe(`any answer of LinkedIn about ads, seed ${SEED}`, () => {
	afterEach(() => simulator.faults.clear());

	test.each(OPERATIONS)('$id', async ({ id, fields, values }) => {
		const property = fc.asyncProperty(values, answer, async (item, given) => {
			simulator.faults.clear();
			simulator.faults.add({ match: { path: /^\/(rest|v2|oauth)\// }, times: Infinity, ...given });
			expect(await wrong(id, [item as IDataObject], fields)).toEqual([]);
		});
		await check(property, ANSWERS_AN_OPERATION);
	});
});
