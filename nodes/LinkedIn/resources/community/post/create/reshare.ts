import { parsePost } from '../../../../transport/restli/urns/post';
import { locatorValue } from '../../../fields/locator';
import { resolveActivity } from '../../../posts/activity';
import { postLocator } from '../../../posts/reference';
import type { ContentKind } from './contentType';

const FIELD = 'Post to Reshare';

/** Another post, shared again. */
export const reshare: ContentKind = {
	value: 'reshare',
	name: 'Reshare',
	description: 'Another post, with or without your own text',
	fields: [
		{
			...postLocator({
				displayName: FIELD,
				name: 'reshareOf',
				description:
					"Choose one of your pages' newest posts, or enter the link, URN or activity number of any post",
			}),
			displayOptions: { show: { contentType: ['reshare'] } },
		},
	],
	async prepare(call) {
		const { urn, type } = parsePost(locatorValue(call, 'reshareOf', FIELD, 'post'), FIELD);
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
