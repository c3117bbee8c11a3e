import { createHmac } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { LinkedInPushTrigger } from '../../../../../nodes/LinkedIn/LinkedInPushTrigger.node';
import { newTriggers } from '../../../../../nodes/LinkedIn/transport/memory/triggers';
import { createPushHooks } from '../../../../../nodes/LinkedIn/triggers/push/lifecycle';
import { createPushWebhook } from '../../../../../nodes/LinkedIn/triggers/push/pushTrigger';
import { COMMUNITY_SCOPES, connectTo, type ConnectionOptions } from '../../../../engine/connection';
import { webhookHarness, type WebhookHarness } from '../../../../engine/webhook';
import { startSimulator, type Simulator } from '../../../../simulator';
import { adsApp } from '../../resources/ads/connection';

/** The push trigger in n8n's own contexts, with a simulator that pushes. */

export const PAGE = 'urn:li:organization:2414183';
export const ACCOUNT = 'urn:li:sponsoredAccount:507404993';
export const PARTNER = 'partner-app';
export const SECRET = 'partner-secret';

export let simulator: Simulator;
const open: WebhookHarness[] = [];
let runs = 0;

export async function startSimulation(): Promise<void> {
	simulator = await startSimulator();
	simulator.state.plainWebhooks = true;
}

export async function endSimulation(): Promise<void> {
	for (const harness of open.splice(0)) await harness.close();
	await simulator.close();
}

export function simulateForEachTest(): void {
	beforeEach(startSimulation);
	afterEach(endSimulation);
}

export const applicationOf = (app: string) => simulator.state.apps.get(app)?.applicationId ?? '';

async function start(
	parameters: INodeParameters,
	connection: ConnectionOptions,
	delaysMs = [1, 1],
): Promise<WebhookHarness> {
	const makeNode = () => {
		const triggers = newTriggers();
		return Object.assign(new LinkedInPushTrigger(), {
			webhook: createPushWebhook(triggers, delaysMs),
			webhookMethods: { default: createPushHooks(triggers) },
		});
	};
	const credentials = { ...connectTo(simulator, connection), name: `push ${(runs += 1)}` };
	const harness = await webhookHarness({ node: 'linkedInPushTrigger', makeNode, parameters, credentials });
	open.push(harness);
	return harness;
}

export const pageTrigger = async (
	parameters: INodeParameters = {},
	more: ConnectionOptions = {},
	delaysMs?: number[],
) =>
	await start(
		{ subject: 'pageActivity', pages: [PAGE], applicationId: applicationOf(PARTNER), ...parameters },
		{ app: PARTNER, scopes: COMMUNITY_SCOPES, ...more },
		delaysMs,
	);

export const leadTrigger = async (parameters: INodeParameters = {}, more: ConnectionOptions = {}) =>
	await start({ subject: 'leads', owners: ACCOUNT, ...parameters }, { ...adsApp, ...more });

/** All items that started the workflow. */
export const itemsIn = ({ started }: WebhookHarness): IDataObject[] => started.flat().map(({ json }) => json);
export const textsIn = (harness: WebhookHarness) =>
	itemsIn(harness).map(({ comment }) => (comment as { text: string }).text);
export const push = async () => await simulator.pusher.run();
/** The node continues with a delivery after its answer. */
export const until = async (isSo: () => boolean) => {
	for (let tries = 0; tries < 200 && !isSo(); tries += 1) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
};
export const settle = async () => await new Promise((resolve) => setTimeout(resolve, 60));

/** Published, and its address validated. */
export async function followed(parameters: INodeParameters = {}): Promise<WebhookHarness> {
	const harness = await pageTrigger(parameters);
	await harness.publish();
	expect(await simulator.portal.register(harness.url, PARTNER)).toEqual({ isValidated: true });
	await until(() => simulator.state.webhooks.subscriptions.all().length > 0);
	await settle();
	return harness;
}

export const send = async (url: string, body: string, headers: Record<string, string> = {}) =>
	await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
export const signed = (body: string, secret = SECRET) => ({
	'x-li-signature': createHmac('sha256', secret).update(`hmacsha256=${body}`).digest('hex'),
});
