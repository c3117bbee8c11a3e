/** Another post, shared again. */
import type { INodeProperties } from 'n8n-workflow';

import type { Call } from '../../define';
import { parsePost } from '../../../transport/restli/urn';
import { resolveActivity } from './activity';

export const reshareFields: INodeProperties[] = [
	{
		displayName: 'Post to Reshare',
		name: 'reshareOf',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. urn:li:share:7045020441609936898',
		description: 'URN or link of the post',
		displayOptions: { show: { contentType: ['reshare'] } },
	},
];

/**
 * @returns the share or ugcPost URN that `reshareContext.parent` takes
 * @throws InputError for an activity whose post cannot be found
 */
export async function resharedPost(call: Call): Promise<string> {
	const post = parsePost(call.parameter<string>('reshareOf', ''), 'Post to Reshare');
	return post.type === 'activity'
		? await resolveActivity(call.linkedin, post.urn, 'Post to Reshare')
		: post.urn;
}
