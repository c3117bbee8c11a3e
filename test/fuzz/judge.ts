import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { HarnessCredential } from '../engine/credentials';
import { runNode, type RunOptions } from '../engine/run';

/** Runs a node over random values and judges the results. */

export const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
export const RUNS_AN_OPERATION = 25;
/** `npm run fuzz` gives each operation more answers, more than 10,000 together. */
export const ANSWERS_AN_OPERATION = Number(process.env.FUZZ_ANSWERS ?? 12);
/** For 25 runs; then the smallest counterexample so far is shown, where Jest would end the test without any. */
const SHRINKING_MS = 40_000;
/** Items are left out at random, one in this many: in effect only those that a counterexample does without. */
const ITEMS_KEPT = 1_000_000;

/** Words from JavaScript and zod that users shouldn't see. */
export const LOOKS_LIKE_A_BUG =
	/TypeError|RangeError|ReferenceError|is not a function|is not iterable|Cannot read|Cannot convert|Invalid time value|\[object Object\]|\bundefined\b|\bNaN\b|ZodError|invalid_type|Expected \w+, received|Invalid input|\bRequired$/;

/** @throws with the seed and the smallest counterexample found */
export async function check<T>(property: fc.IAsyncProperty<T>, numRuns: number): Promise<void> {
	await fc.assert(property, {
		seed: SEED,
		numRuns,
		interruptAfterTimeLimit: SHRINKING_MS * Math.max(1, numRuns / RUNS_AN_OPERATION),
		markInterruptAsFailure: true,
	});
}

/** All items of one run, since items of one run share calls. */
export function itemsOf(item: fc.Arbitrary<unknown>): fc.Arbitrary<IDataObject[]> {
	const maybe = fc.option(item as fc.Arbitrary<IDataObject>, { nil: undefined, freq: ITEMS_KEPT });
	return fc
		.tuple(...Array.from({ length: RUNS_AN_OPERATION }, () => maybe))
		.map((items) => items.filter((given) => given !== undefined))
		.filter((items) => items.length > 0);
}

export interface Fuzzed {
	node: string;
	/** `resource:operation` */
	operation: string;
	/** Names of the fields that come from the items. */
	fields: string[];
	items: NonNullable<RunOptions['items']>;
	credentials: HarnessCredential;
}

/**
 * One run over all the generated values, one item each.
 * @returns the wrong results: neither items nor an error of the error table, or the text of a bug
 */
export async function offenders(fuzzed: Fuzzed): Promise<object[]> {
	const outcomes = await outcomesOf(fuzzed);
	return outcomes.flatMap(({ json, item }) => {
		const problem = problemOf(json);
		return problem ? [{ problem, given: fuzzed.items[item]?.json, got: json }] : [];
	});
}

/** As expressions return values: n8n doesn't check types then, and a value is never an expression itself. */
function fromItem(fields: string[]): INodeParameters {
	return Object.fromEntries(fields.map((name) => [name, `={{ $json[${JSON.stringify(name)}] }}`]));
}

async function outcomesOf({ node, operation, fields, items, credentials }: Fuzzed) {
	const [resource, name] = operation.split(':');
	const { outputs, error } = await runNode({
		node,
		parameters: {
			authentication: 'oAuth2',
			resource,
			operation: name,
			options: { maxWait: 0 },
			...fromItem(fields),
		},
		items,
		credentials: { ...credentials, name: operation },
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	return outputs[0].map(({ json, pairedItem }) => ({ json, item: (pairedItem as { item: number }).item }));
}

/** What is wrong with an output item, or undefined. */
export function problemOf(json: IDataObject): string | undefined {
	// LinkedIn's trace id is random characters.
	const said = JSON.stringify(json, (key, part: unknown) => (key === 'requestId' ? null : part));
	if (LOOKS_LIKE_A_BUG.test(said)) return 'reads like a bug of ours';
	if (!('error' in json)) return undefined;
	const details = (json.details ?? json.message) as IDataObject | undefined;
	if (typeof details !== 'object') return 'is no row of the error table';
	if (details.code === 'UNEXPECTED') return 'was not foreseen';
	if (typeof json.error !== 'string' || json.error.trim() === '') return 'has no text';
	if (typeof details.advice !== 'string' || !/\w{3,} \w+/.test(details.advice)) return 'has no advice';
	return undefined;
}
