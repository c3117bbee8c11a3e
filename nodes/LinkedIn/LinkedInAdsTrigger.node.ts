import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { keepChosen } from './listSearch/keepChosen';
import { searchLeadForms } from './listSearch/searchLeadForms';
import { searchLeadOwners } from './listSearch/searchLeadOwners';
import { triggerFields } from './resources/adsTrigger/fields';
import { createLeadPoll } from './resources/adsTrigger/poll';
import { credentials } from './resources/authentication';

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
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: triggerFields,
	};

	methods = { listSearch: keepChosen({ searchLeadForms, searchLeadOwners }) };

	poll = createLeadPoll();
}
