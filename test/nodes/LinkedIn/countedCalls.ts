import type { INodeParameters } from 'n8n-workflow';

import type { ConnectionOptions } from '../../engine/connection';
import { connect, run, simulator } from './connectedRun';

/** What the tests of the ledger share: apps of their own, and what My Usage says. */

export const USAGE = { resource: 'usage', operation: 'get', returnAll: true };
export const GET_POST: INodeParameters = {
	resource: 'post',
	operation: 'get',
	post: { __rl: true, mode: 'id', value: 'urn:li:share:7045020441609936898' },
};
export const numbered = (count: number) => ({
	items: Array.from({ length: count }, (_, number) => ({ number })),
	onError: 'continueErrorOutput' as const,
});
export const midnight = () => new Date(Math.ceil((Date.now() + 1) / 86_400_000) * 86_400_000).toISOString();

/** An app of the test's own, so that nobody else's calls are in its counter. */
export function ownApp(clientId: string): ConnectionOptions {
	simulator.state.addApp({
		clientId,
		clientSecret: `${clientId}-secret`,
		products: ['communityManagement'],
		redirectUris: [/./],
	});
	return { app: clientId };
}

export const usageOf = async (credential: ReturnType<typeof connect>, usageView = 'summary') =>
	(await run({ ...USAGE, usageView }, credential)).outputs[0].map(({ json }) => json);
