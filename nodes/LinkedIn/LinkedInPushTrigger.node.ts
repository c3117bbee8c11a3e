import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { pushTriggerHint } from './builderHints';
import { keepChosen } from './methods/listSearch/choices/keepChosen';
import { searchLeadOwners } from './methods/listSearch/searchLeadOwners';
import { loadPages } from './methods/loadOptions/loadPages';
import { credentials, triggerFields } from './triggers/push/fields';
import { createPushHooks } from './triggers/push/lifecycle';
import { createPushWebhook } from './triggers/push/pushTrigger';

export class LinkedInPushTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Push Trigger',
		name: 'linkedInPushTrigger',
		icon: { light: 'file:../../icons/linkedin.svg', dark: 'file:../../icons/linkedin.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["subject"] === "leads" ? "leads" : $parameter["events"].join(", ") }}',
		description:
			'Starts workflows when LinkedIn sends page activity or leads; for apps approved for webhooks',
		defaults: { name: 'LinkedIn Push Trigger' },
		builderHint: pushTriggerHint,
		// Only makes the editor call its button Fetch Test Event, as it does for nodes that poll.
		mockManualExecution: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		// The one with the hooks is last: a manual run's request to it must find both.
		webhooks: [
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'linkedin' },
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'linkedin' },
		],
		properties: triggerFields,
	};

	methods = { listSearch: keepChosen({ searchLeadOwners }), loadOptions: { loadPages } };

	webhookMethods = { default: createPushHooks() };

	webhook = createPushWebhook();
}
