import type { INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../engine/connection';
import type { HarnessCredential } from '../../engine/credentials';
import { runNode, type RunOptions, type RunResult } from '../../engine/run';
import { startSimulator, type Fault, type Simulator } from '../../simulator';
import { detailsOf } from './errorOutput';

/**
 * Bad input gives one clear error: what is wrong, what to do, which field, which item; and no call if none is needed.
 */

export const ACME = { __rl: true, mode: 'id', value: '2414183' };

/** n8n itself refuses an empty required field before the node runs; an expression bypasses that. */
export const EMPTY = '={{ "" }}';

export const createPost = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'post',
	operation: 'create',
	author: ACME,
	text: 'Never to be seen',
	...more,
});

export interface BadInput {
	name: string;
	parameters?: INodeParameters;
	/** How the credential differs. */
	connection?: ConnectionOptions;
	/** A fault that affects every call. */
	fault?: Fault;
	message: RegExp;
	advice: RegExp;
	field?: string;
	code?: string;
	status?: number;
	/** Maximum requests to LinkedIn; none by default. */
	requests?: number;
}

/** The LinkedIn of the running test. */
export let simulator: Simulator;
let runs = 0;

/** Starts a separate simulator for each test of the calling file. */
export function simulateForEachTest(): void {
	beforeEach(async () => {
		simulator = await startSimulator();
	});
	afterEach(async () => await simulator.close());
}

function credentialOf(connection: ConnectionOptions): HarnessCredential {
	const credential = connectTo(simulator, connection);
	for (const [name, value] of Object.entries(credential.data)) {
		if (value === undefined) delete credential.data[name];
	}
	return { ...credential, name: `bad input ${(runs += 1)}` };
}

/** Runs the node with a row's input; `more` adds items or the setting On Error. */
export async function run(row: BadInput, more: Partial<RunOptions> = {}): Promise<RunResult> {
	const { connection = {} } = row;
	if (row.fault) simulator.faults.add(row.fault);
	return await runNode({
		node: 'linkedInCommunity',
		parameters: {
			authentication: connection.authentication ?? 'oAuth2',
			...(row.parameters ?? createPost()),
		},
		credentials: credentialOf(connection),
		...more,
	});
}

/** Makes two tests of each row: the error that stops the node, and the one on its error output. */
export function testEach(rows: BadInput[]): void {
	describe('one clear error with the index of its item, in stop mode', () => {
		it.each(rows)('$name', async (row) => {
			const { error, outputs } = await run(row);
			expect(outputs.flat()).toEqual([]);
			expect(error?.message).toMatch(row.message);
			expect(error).toMatchObject({
				name: 'NodeApiError',
				description: expect.stringMatching(row.advice),
				context: expect.objectContaining({ itemIndex: 0 }),
			});
			expect(`${error?.message} ${error?.description}`).not.toMatch(/TypeError|undefined|\[object Object\]/);
			expect(simulator.requests.length).toEqual(row.requests ?? 0);
		});
	});

	describe('the same as an item on the error output, with the field to change', () => {
		it.each(rows)('$name', async (row) => {
			const { error, outputs } = await run(row, { onError: 'continueErrorOutput', items: [{ id: 7 }] });
			expect(error).toBeUndefined();
			const [succeeded, failed] = outputs;
			expect(succeeded).toEqual([]);
			expect(failed).toHaveLength(1);
			const { json, pairedItem } = failed[0];
			expect(json.error).toMatch(row.message);
			expect(pairedItem).toMatchObject({ item: 0 });
			expect(detailsOf(json)).toMatchObject({
				advice: expect.stringMatching(row.advice),
				...(row.field && { field: row.field }),
				...(row.code && { code: row.code }),
				...(row.status && { status: row.status }),
			});
			expect(simulator.requests.length).toEqual(row.requests ?? 0);
		});
	});
}
