import type { INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../engine/connection';
import type { HarnessCredential } from '../../engine/credentials';
import { runNode, type RunOptions, type RunResult } from '../../engine/run';
import { startSimulator, type Simulator } from '../../simulator';

/** Runs of the node with separate credentials, on the simulator of the running test. */

export const ACME = { __rl: true, mode: 'id', value: '2414183' };
export const LIST_POSTS: INodeParameters = { resource: 'post', operation: 'getMany', author: ACME };
export const CREATE_POST: INodeParameters = {
	resource: 'post',
	operation: 'create',
	author: ACME,
	text: 'Once',
};

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

/** A separate credential for each run, because much is remembered per credential. */
export function connect(options: ConnectionOptions = {}): HarnessCredential {
	return { ...connectTo(simulator, options), name: `connection ${(runs += 1)}` };
}

/** Runs the node, and checks that it doesn't reveal the credential's secrets. */
export async function run(
	parameters: INodeParameters,
	credential: HarnessCredential,
	more: Partial<RunOptions> = {},
): Promise<RunResult> {
	const before = JSON.stringify(credential.data);
	const result = await runNode({
		node: 'linkedInCommunity',
		parameters: {
			authentication: credential.type === 'linkedInSuiteOAuth2Api' ? 'oAuth2' : 'accessToken',
			...parameters,
		},
		credentials: credential,
		...more,
	});
	const { error, outputs, logs, calls } = result;
	const said = JSON.stringify([
		outputs,
		logs,
		calls,
		error?.message,
		error?.description,
		error?.context,
		error,
	]);
	const stored = JSON.parse(before).oauthTokenData ?? {};
	const secrets = [JSON.parse(before).accessToken, stored.access_token, stored.refresh_token, 'suite-secret'];
	for (const secret of secrets.filter(Boolean)) expect(said).not.toContain(secret);
	return result;
}

/** The requests for the API, without those for a token. */
export const api = () => simulator.requests.filter(({ url }) => !url.startsWith('/oauth/'));
