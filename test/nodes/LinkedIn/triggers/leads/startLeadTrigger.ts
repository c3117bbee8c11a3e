import type { INodeParameters } from 'n8n-workflow';

import { LinkedInAdsTrigger } from '../../../../../nodes/LinkedIn/LinkedInAdsTrigger.node';
import { createLeadPoll } from '../../../../../nodes/LinkedIn/triggers/leads/leadTrigger';
import { newTriggers } from '../../../../../nodes/LinkedIn/transport/memory/triggers';
import { connectTo } from '../../../../engine/connection';
import { pollHarness, type PollOptions } from '../../../../engine/poll';
import { startSimulator, type Simulator } from '../../../../simulator';
import { adsApp } from '../../resources/ads/connection';

/** The lead trigger in n8n's own poll context, with a separate simulator for each test. */

export let simulator: Simulator;
let runs = 0;

export function simulateForEachTest(): void {
	beforeEach(async () => {
		simulator = await startSimulator();
	});
	afterEach(async () => await simulator.close());
}

export const trigger = (parameters: INodeParameters = {}, more: Partial<PollOptions> = {}) =>
	pollHarness({
		node: 'linkedInAdsTrigger',
		nodeType: Object.assign(new LinkedInAdsTrigger(), { poll: createLeadPoll(newTriggers()) }),
		parameters: { authentication: 'oAuth2', maxCallsADay: 1_000_000_000, ...parameters },
		credentials: { ...connectTo(simulator, adsApp), name: `leads ${(runs += 1)}` },
		...more,
	});

export const submit = (owner: { sponsoredAccount: string } | { organization: string }, email: string) => {
	const form = simulator.state.ads.leads.formsOf(owner)[0] ?? simulator.state.ads.leads.addForm({ owner });
	return simulator.state.ads.leads.submit({ form, answers: { Email: email } }).id;
};
export const emails = (out: Awaited<ReturnType<ReturnType<typeof trigger>['poll']>>) =>
	(out?.[0] ?? []).map(({ json }) => (json.fields as { EMAIL: string }).EMAIL);
export const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));
