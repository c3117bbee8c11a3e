import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { communityTriggerHint } from './builderHints';
import { keepChosen } from './methods/listSearch/choices/keepChosen';
import { searchPosts } from './methods/listSearch/searchPosts';
import { loadPages } from './methods/loadOptions/loadPages';
import { credentials } from './resources/fields/authentication';
import { createCommentPoll } from './triggers/comments/commentTrigger';
import { triggerFields } from './triggers/comments/fields';

export class LinkedInCommunityTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Posts and Pages Trigger',
		name: 'linkedInCommunityTrigger',
		icon: { light: 'file:../../icons/linkedin.svg', dark: 'file:../../icons/linkedin.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Publish posts, answer comments and read statistics as yourself or your page; start workflows on new comments, reactions and mentions',
		defaults: { name: 'LinkedIn Posts and Pages Trigger' },
		builderHint: communityTriggerHint,
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: triggerFields,
	};

	methods = { listSearch: keepChosen({ searchPosts }), loadOptions: { loadPages } };

	poll = createCommentPoll();
}
