import type { INodeProperties } from 'n8n-workflow';

/**
 * The Mentions field of posts and of comments.
 * @param who the field that says who is meant
 */
export function mentionsOf(who: INodeProperties): INodeProperties {
	return {
		displayName: 'Mentions',
		name: 'mentions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Mention',
		default: {},
		description: 'People and pages whose name in the text becomes a mention',
		options: [
			{
				displayName: 'Mention',
				name: 'mention',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Acme Corp',
						description:
							'As it stands in the text, and exactly as it is called on LinkedIn: the full name of a page, the first, last or full name of a person',
					},
					who,
				],
			},
		],
	};
}
