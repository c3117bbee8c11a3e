/** Fields of both triggers of what happens on a page. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { EVENT_LABELS, type EventName } from './core/event';

const DESCRIPTIONS: Record<EventName, string> = {
	newComment: 'A new comment or reply. Used if nothing is chosen.',
	commentEdited: 'Someone changed a comment or reply',
	newReaction: 'Someone reacted to a post of the page',
	newMention: 'Someone mentioned the page in a post or comment',
	newShare: 'Someone reposted a post of the page',
	newPost: 'The page published a post',
};

/** @param more what else is said of an event, or how it is listed among the actions of the node */
export function triggerOnField(
	events: readonly EventName[],
	more: (event: EventName, option: { label: string; description: string }) => Partial<INodePropertyOptions>,
): INodeProperties {
	const options = events.map((event) => {
		const [label, description] = [EVENT_LABELS[event], DESCRIPTIONS[event]];
		return { name: label, value: event, description, ...more(event, { label, description }) };
	});
	return {
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		default: ['newComment'],
		options: options.sort((a, b) => a.name.localeCompare(b.name, 'en')),
	};
}

/** @param which what the pages are chosen for */
export function pagesField(which: string): INodeProperties {
	return {
		displayName: 'Page Names or IDs',
		name: 'pages',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'loadPages' },
		default: [],
		required: true,
		description: `${which} Expressions can return numbers, URNs or URLs, as a list or separated by commas. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
	};
}

export const includeOwnField: INodeProperties = {
	displayName: 'Include Own Activity',
	name: 'includeOwn',
	type: 'boolean',
	default: false,
	description:
		'Whether comments, reactions and reposts of the page itself and of the connected member also start the workflow. A workflow that answers comments would then reply to itself endlessly.',
};
