import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { COMMUNITY_SCOPES } from '../../engine/connection';
import type { HarnessCredential } from '../../engine/credentials';
import { runNode, type RunOptions, type RunResult } from '../../engine/run';
import { startSimulator, type Simulator } from '../../simulator';

/** Runs with a different credential for each item: its fields are expressions, which n8n resolves per item. */

export const ACME = { __rl: true, mode: 'id', value: '2414183' };
export const ME = { __rl: true, mode: 'list', value: 'me' };

/** Two API hosts. Ada and Bob administer Acme at both. */
export let here: Simulator;
export let there: Simulator;
let credentials = 0;

/** Starts both for each test of the calling file. */
export function simulateTwoForEachTest(): void {
	beforeEach(async () => {
		[here, there] = await Promise.all([startSimulator(), startSimulator()]);
		for (const { state } of [here, there]) state.setRole('bob', ACME.value, 'ADMINISTRATOR');
	});
	afterEach(async () => await Promise.all([here.close(), there.close()]));
}

/** A credential whose token and host come from each item. */
export function tokenOfItem(fields: HarnessCredential['data'] = {}): HarnessCredential {
	return {
		type: 'linkedInSuiteAccessTokenApi',
		name: `by item ${(credentials += 1)}`,
		data: {
			accessToken: '={{ $json.token }}',
			environment: 'custom',
			apiHost: '={{ $json.host }}',
			tier: 'standard',
			...fields,
		},
	};
}

/** The item's values for its connection. */
export function at(simulator: Simulator, member: string, scopes: string[] = [...COMMUNITY_SCOPES]) {
	return { token: simulator.issueToken({ member, scopes }).accessToken, host: simulator.url };
}

/** Items that alternate between Ada here and Bob there, each with its own text and id. */
export function inTurn(
	count: number,
	ways: IDataObject[] = [at(here, 'ada'), at(there, 'bob')],
): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		...ways[index % ways.length],
		text: `Number ${index}`,
	}));
}

export async function runItems(
	parameters: INodeParameters,
	items: RunOptions['items'],
	{ node = 'linkedInCommunity', credentials: credential = tokenOfItem(), ...more }: Partial<RunOptions> = {},
): Promise<RunResult> {
	return await runNode({
		node,
		parameters: { authentication: 'accessToken', ...parameters },
		credentials: credential,
		items,
		...more,
	});
}

/** Who called a host, and the results: `ada 200`. */
export const callers = ({ requests }: Simulator) =>
	requests.map(({ member, status }) => `${member ?? 'nobody'} ${status}`);

/** The same, each once. */
export const kindsOfCallers = (simulator: Simulator) => [...new Set(callers(simulator))].sort();

/** Author and text of the posts at a host. */
export const posted = ({ state }: Simulator) =>
	state
		.posts()
		.map(
			({ author, parts }) => `${author} ${parts.map((part) => ('text' in part ? part.text : '')).join('')}`,
		);
