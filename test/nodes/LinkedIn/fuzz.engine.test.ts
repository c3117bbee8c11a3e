import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { COMMUNITY_SCOPES, connectTo } from '../../engine/connection';
import { runNode } from '../../engine/run';
import { startSimulator, type Simulator } from '../../simulator';
import { FILES } from './fuzzMedia';
import { OPERATIONS, PLAUSIBLE, type Names } from './fuzzOperations';
import { answer } from './fuzzValues';

/**
 * Random values in all fields of all operations, as expressions hand them in: the outcome is items or one error of the
 * error table with advice, never the text of a TypeError. FUZZ_SEED tries another seed; a failure prints it.
 */

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
const RUNS_AN_OPERATION = 25;

const SCOPES = [
	...COMMUNITY_SCOPES,
	'r_member_social',
	'r_member_social_feed',
	'r_organization_followers',
	'r_member_postAnalytics',
	'r_member_profileAnalytics',
];

const LOOKS_LIKE_A_BUG =
	/TypeError|RangeError|ReferenceError|is not a function|is not iterable|Cannot read|Cannot convert|Invalid time value|\[object Object\]|\bundefined\b|\bNaN\b/;

let simulator: Simulator;
let names: Names;

beforeAll(async () => {
	simulator = await startSimulator();
	const post = simulator.state.addPost({ author: '2414183', text: 'Hello' });
	const comment = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Hi' });
	names = { post: post.urn, activity: post.activity, comment: comment.urn };
});
afterAll(async () => await simulator.close());

/** Puts the names of things that exist where the generator left a mark. */
function withNames(given: unknown): unknown {
	if (typeof given === 'string') {
		return given.replace(/«(\w+)»/g, (_mark, key: keyof typeof names) => names[key]);
	}
	if (Array.isArray(given)) return given.map(withNames);
	if (typeof given === 'object' && given !== null) {
		return Object.fromEntries(Object.entries(given).map(([key, inner]) => [key, withNames(inner)]));
	}
	return given;
}

/** As expressions hand values in: n8n checks no type then, and a value is never taken for an expression itself. */
function fromItem(fields: string[]): INodeParameters {
	return Object.fromEntries(fields.map((name) => [name, `={{ $json[${JSON.stringify(name)}] }}`]));
}

/** One run of the node over all the generated values, one item each. */
async function outcomesOf(operation: string, items: IDataObject[]): Promise<IDataObject[]> {
	const [resource, name] = operation.split(':');
	const { outputs, error } = await runNode({
		node: 'linkedInCommunity',
		parameters: {
			authentication: 'oAuth2',
			resource,
			operation: name,
			options: { maxWait: 0 },
			...fromItem(Object.keys(OPERATIONS[operation])),
		},
		items: items.map((json) => ({ json, binary: FILES })),
		credentials: { ...connectTo(simulator, { scopes: SCOPES }), name: operation },
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	return outputs[0].map(({ json, pairedItem }) => ({ json, item: (pairedItem as { item: number }).item }));
}

/** What is wrong with an item out, or undefined. */
function fault(json: IDataObject): string | undefined {
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

async function offenders(operation: string, items: IDataObject[]): Promise<object[]> {
	const outcomes = await outcomesOf(operation, items);
	return outcomes.flatMap(({ json, item }) => {
		const problem = fault(json as IDataObject);
		return problem ? [{ problem, seed: SEED, given: items[item as number], got: json }] : [];
	});
}

describe(`any values in the fields, seed ${SEED}`, () => {
	test.each(Object.keys(OPERATIONS))('%s', async (operation) => {
		const values = fc.record(OPERATIONS[operation]).map(withNames);
		const items = fc.sample(values, { seed: SEED, numRuns: RUNS_AN_OPERATION }) as IDataObject[];
		expect(await offenders(operation, items)).toEqual([]);
	});
});

describe(`any answer of LinkedIn, seed ${SEED}`, () => {
	afterEach(() => simulator.faults.clear());

	test.each(Object.keys(OPERATIONS))('%s', async (operation) => {
		const answers = fc.sample(answer, { seed: SEED, numRuns: RUNS_AN_OPERATION });
		for (const effect of answers) {
			simulator.faults.clear();
			simulator.faults.add({ match: { path: /^\/(rest|v2|oauth)\// }, times: Infinity, effect });
			const found = await offenders(operation, [PLAUSIBLE[operation](names)]);
			expect(found.map((offender) => ({ ...offender, effect }))).toEqual([]);
		}
	});
});
