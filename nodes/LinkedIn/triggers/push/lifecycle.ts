/** n8n's hooks of a webhook: what happens when the workflow is published, and when it no longer is. */
import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { InputError } from '../../transport/errors/inputError';
import { settled } from '../../transport/flow/settled';
import { processMemory } from '../../transport/memory/process';
import type { Triggers } from '../../transport/memory/triggers';
import { asNodeError } from '../polling/createPoll';
import { channelOf } from './channels';
import { openConnection, openForSubscriptions } from './catchUp';
import { isSameAddress } from './core/subscription';
import { followChosen, recall, save } from './held';
import { readSettings } from './settings';
import { subscribe, unsubscribe } from './subscribe';
import { askForTestEvent } from './testEvent';

/** The client secret, with which LinkedIn signs. @throws InputError */
export async function clientSecret(context: IHookFunctions | IWebhookFunctions): Promise<string> {
	const data: ICredentialDataDecryptedObject = await context.getCredentials('linkedInSuiteOAuth2Api');
	if (typeof data.clientSecret === 'string' && data.clientSecret !== '') return data.clientSecret;
	throw new InputError(
		'Credential',
		'The credential has no client secret, so nothing from LinkedIn can be verified',
		"Enter the app's Client Secret in the credential.",
	);
}

/** The hooks of the node. They throw NodeApiError. @param triggers those of the process; tests pass others */
export function createPushHooks(triggers: Triggers = processMemory.triggers) {
	return {
		/** LinkedIn is asked by `create`, which changes nothing that is as it should be. */
		async checkExists(this: IHookFunctions): Promise<boolean> {
			return false;
		},
		async create(this: IHookFunctions): Promise<boolean> {
			const done = await settled(async () => await created(this, triggers));
			if (!done.ok) throw asNodeError(this, done.failure);
			return true;
		},
		async delete(this: IHookFunctions): Promise<boolean> {
			const done = await settled(async () => await deleted(this, triggers));
			if (!done.ok) {
				const { message } = done.failure as Error;
				this.logger.warn(`LinkedIn's subscriptions couldn't be removed. ${message}`);
			}
			return done.ok;
		},
	};
}

async function created(context: IHookFunctions, triggers: Triggers): Promise<void> {
	const settings = readSettings(context);
	const secret = await clientSecret(context);
	const address = context.getNodeWebhookUrl('default') ?? '';
	const isManual = [context.getMode(), context.getActivationMode()].includes('manual');
	const held = recall(context, triggers);
	if (isManual) {
		held.testAddresses.add(address);
		askForTestEvent(context, secret);
		return;
	}
	held.isUnpublished = false;
	held.subscribedInVain = 0;
	const linkedin = await openConnection(context, settings, held);
	linkedin.need();
	const subscribing = await openForSubscriptions(context, settings, held);
	const now = () => held.time.now();
	const { says, refusal } = await subscribe(subscribing, settings, held.state, address, now);
	for (const sentence of says) context.logger.warn(sentence);
	if (!address.startsWith('https://')) {
		context.logger.warn(`LinkedIn sends only to addresses that begin with https://, and this is ${address}.`);
	}
	if (refusal) throw refusal;
	followChosen(held, settings, true);
	save(context, held);
}

/**
 * n8n ends a manual run with this hook too, and doesn't say so: then the address is another one than that of the
 * published workflow, and nothing is removed.
 */
async function deleted(context: IHookFunctions, triggers: Triggers): Promise<void> {
	const address = context.getNodeWebhookUrl('default') ?? '';
	const held = recall(context, triggers);
	const { state, time } = held;
	if (held.testAddresses.has(address)) return;
	if (state.address === undefined || !isSameAddress(state.address, address)) return;
	held.isUnpublished = true;
	held.pulledLate = [];
	const settings = readSettings(context);
	const linkedin = await openForSubscriptions(context, settings, held);
	for (const [source, ours] of [...state.subscriptions]) {
		const failure = await unsubscribe(channelOf(linkedin, ours, address), state, source, address);
		if (failure) context.logger.warn(`The subscription to ${source} wasn't removed. ${failure.message}`);
	}
	state.checkedAtMs = time.now();
	save(context, held);
}
