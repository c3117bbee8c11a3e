import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../transport/errors/inputError';
import type { LostMention } from '../../transport/text/mentions/placeMentions';

/**
 * The Mentions field of posts and of comments.
 * @param who the field that identifies the person or page
 */
export function mentionsOf(who: INodeProperties): INodeProperties {
	return {
		displayName: 'Mentions',
		name: 'mentions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Mention',
		default: {},
		description: 'People and pages to mention; the text must contain their names',
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
							'Exactly as in the text and on LinkedIn: the full name of a page, or the first, last or full name of a person',
					},
					who,
				],
			},
		],
	};
}

/** @throws InputError if the text is too short to contain each name once per mention */
export function checkNames(mentions: Array<{ name: string }>, text: string): void {
	let length = 0;
	for (const { name } of mentions) length += name.length;
	if (length <= text.length) return;
	throw new InputError(
		'Mentions',
		`The text is shorter than the names in Mentions`,
		'Write each name in the text exactly as in the mention, once per mention.',
	);
}

/** @throws InputError for a mention whose name is not in the text */
export function checkPlaced(lost: LostMention | undefined): void {
	if (!lost) return;
	const { name, isAmbiguous } = lost;
	if (isAmbiguous) {
		throw new InputError(
			'Mentions',
			`The text contains "${name}" more often than Mentions does`,
			`Write @${name} where the mention goes, or add one mention per occurrence.`,
		);
	}
	throw new InputError(
		'Mentions',
		`The text doesn't contain "${name}" as separate words`,
		'Write the name in the text exactly as in the mention, once per mention, outside hashtags and web addresses.',
	);
}
