/** Fields that take something of LinkedIn's from a list, by URL or by ID. */
import type { INodeProperties } from 'n8n-workflow';

import type { Call } from '../operation';
import { urnOfItem, type ItemPart } from '../values/itemReference';
import { locatorContent, plainText } from '../values/plainText';

export interface Locator {
	displayName: string;
	name: string;
	description: string;
	/** A method under nodes/LinkedIn/methods/listSearch. */
	searchListMethod: string;
	/** Preselects the connected member. */
	defaultsToMe?: boolean;
	/** What may be pasted; a person or page when left out. Without `url` there is no By URL. */
	examples?: { url?: string; id: string };
	/** May stay empty. */
	isOptional?: boolean;
}

const PAGE_EXAMPLES = {
	url: 'https://www.linkedin.com/company/2414183',
	id: '2414183, urn:li:organization:2414183 or me',
};

/** Something of LinkedIn's, from a list, by URL or by ID. */
export function locator({
	searchListMethod,
	defaultsToMe,
	examples = PAGE_EXAMPLES,
	isOptional = false,
	...field
}: Locator): INodeProperties {
	const located: INodeProperties = {
		...field,
		type: 'resourceLocator',
		required: !isOptional,
		default: defaultsToMe
			? { mode: 'list', value: 'me', cachedResultName: 'Me' }
			: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: `e.g. ${examples.url}`,
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${examples.id}`,
			},
		],
	};
	if (examples.url !== undefined) return located;
	return { ...located, modes: located.modes?.filter(({ name }) => name !== 'url') };
}

/**
 * The text of a locator in any mode; expressions may replace the locator with plain text.
 * @param field its label
 * @param part for a field that also takes an item: what it takes of it
 * @throws InputError as plainText
 */
export function locatorValue(call: Call, name: string, field: string, part?: ItemPart): string {
	const content = locatorContent(call.parameter<unknown>(name, ''));
	return plainText(part ? urnOfItem(content, part) : content, field).trim();
}
