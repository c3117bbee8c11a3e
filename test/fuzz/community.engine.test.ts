import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { communityResources } from '../../nodes/LinkedIn/resources/community';
import { COMMUNITY_SCOPES, connectTo } from '../engine/connection';
import { startSimulator, type Simulator } from '../simulator';
import { FILES } from './media';
import { OPERATIONS, PLAUSIBLE, type Names } from './operations';
import { ANSWERS_AN_OPERATION, check, itemsOf, offenders, SEED } from './judge';
import { answer } from './values';

/**
 * Random values in all fields of all operations on posts and pages, as expressions return them: the outcome is items or
 * one error of the error table with advice, never the text of a TypeError. FUZZ_SEED sets another seed; a failure
 * prints it.
 */

const SCOPES = [
	...COMMUNITY_SCOPES,
	'r_member_social',
	'r_member_social_feed',
	'r_organization_followers',
	'r_member_postAnalytics',
	'r_member_profileAnalytics',
];

let simulator: Simulator;
let names: Names;

beforeAll(async () => {
	simulator = await startSimulator();
	const post = simulator.state.addPost({ author: '2414183', text: 'Hello' });
	const comment = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Hi' });
	names = { post: post.urn, activity: post.activity, comment: comment.urn };
});
afterAll(async () => await simulator.close());

/** Replaces the generator's placeholders by things that exist. */
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

async function wrong(operation: string, items: IDataObject[]): Promise<object[]> {
	return await offenders({
		node: 'linkedInCommunity',
		operation,
		fields: Object.keys(OPERATIONS[operation]),
		items: items.map((json) => ({ json, binary: FILES })),
		credentials: connectTo(simulator, { scopes: SCOPES }),
	});
}

test('every operation has its fields and a plausible run', () => {
	const keys = communityResources
		.flatMap(({ value, operations }) => operations.map((operation) => `${value}:${operation.value}`))
		.sort();
	expect(Object.keys(OPERATIONS).sort()).toEqual(keys);
	expect(Object.keys(PLAUSIBLE).sort()).toEqual(keys);
});

describe(`any values in the fields, seed ${SEED}`, () => {
	test.each(Object.keys(OPERATIONS))('%s', async (operation) => {
		const values = fc.record(OPERATIONS[operation]).map(withNames);
		const property = fc.asyncProperty(itemsOf(values), async (items) => {
			expect(await wrong(operation, items)).toEqual([]);
		});
		await check(property, 1);
	});
});

describe(`any answer of LinkedIn, seed ${SEED}`, () => {
	afterEach(() => simulator.faults.clear());

	test.each(Object.keys(OPERATIONS))('%s', async (operation) => {
		const property = fc.asyncProperty(answer, async (given) => {
			simulator.faults.clear();
			simulator.faults.add({ match: { path: /^\/(rest|v2|oauth)\// }, times: Infinity, ...given });
			expect(await wrong(operation, [PLAUSIBLE[operation](names)])).toEqual([]);
		});
		await check(property, ANSWERS_AN_OPERATION);
	});
});
