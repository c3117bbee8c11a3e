import { plainText } from '../../../fields';
import { parsePost } from '../../../../transport/restli/urn';
import { resolveActivity } from '../activity';
import type { ContentKind } from './kind';

const FIELD = 'Post to Reshare';

/** Another post, shared again. */
export const reshare: ContentKind = {
	value: 'reshare',
	name: 'Reshare',
	description: 'Another post, with or without words of your own',
	fields: [
		{
			displayName: FIELD,
			name: 'reshareOf',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. urn:li:share:7045020441609936898',
			description: 'URN or link of the post',
			displayOptions: { show: { contentType: ['reshare'] } },
		},
	],
	async prepare(call) {
		const { urn, type } = parsePost(plainText(call.parameter<unknown>('reshareOf', ''), FIELD), FIELD);
		const isActivity = type === 'activity';
		return {
			media: [],
			// The pages, and for each page its posts and their activities.
			calls: { lookUps: isActivity ? 3 : 0 },
			async make() {
				// `reshareContext.parent` takes only share and ugcPost URNs.
				const parent = isActivity ? await resolveActivity(call.linkedin, urn, FIELD) : urn;
				return { body: { reshareContext: { parent } }, media: [] };
			},
		};
	},
};
