import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { adsTriggerHint } from './builderHints';
import { keepChosen } from './methods/listSearch/choices/keepChosen';
import { searchLeadForms } from './methods/listSearch/searchLeadForms';
import { searchLeadOwners } from './methods/listSearch/searchLeadOwners';
import { credentials } from './resources/fields/authentication';
import { triggerFields } from './triggers/leads/fields';
import { createLeadPoll } from './triggers/leads/leadTrigger';

export class LinkedInAdsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Ads Trigger',
		name: 'linkedInAdsTrigger',
		icon: { light: 'file:../../icons/linkedin.svg', dark: 'file:../../icons/linkedin.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Report on ads, manage campaigns, leads and conversions; start workflows on new leads',
		defaults: { name: 'LinkedIn Ads Trigger' },
		builderHint: adsTriggerHint,
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: triggerFields,
	};

	methods = { listSearch: keepChosen({ searchLeadForms, searchLeadOwners }) };

	poll = createLeadPoll();
}
