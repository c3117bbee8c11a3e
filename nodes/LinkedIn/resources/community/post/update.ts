import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { patch } from '../../../transport/restli/patch';
import { postUrl } from '../../../transport/restli/urns/url';
import { fromLittleText } from '../../../transport/text/littleText';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { callToActionField, landingPageField } from '../../posts/callToAction';
import {
	commentaryOf,
	postMentionsField,
	profilesIn,
	textField,
	withTypedProfiles,
	type MentionsValue,
} from '../../posts/commentary';
import { postField, withPost } from '../../posts/reference';
import { NOBODY_YET, type KnownPeople } from '../mentions';
import { allowLookUp, lookUpMentioned } from '../person/mentioned';

interface UpdateFields {
	text?: string;
	mentions?: MentionsValue;
	contentCallToActionLabel?: string;
	contentLandingPage?: string;
}

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update the text of a post',
	description:
		"Change the text of a post, or the button and landing page of a sponsored post. Images, links and polls can't be changed after publishing.",
	docs: DOCS.posts,
	access: 'write',
	scopes: { member: ['w_member_social'], page: ['w_organization_social'] },
	role: 'ADMINISTRATOR, CONTENT_ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER',
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/posts/{post}' },
	fields: [
		postField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [callToActionField, landingPageField, postMentionsField, textField],
		},
	],
	async execute(call) {
		const { text, mentions, ...others } = call.parameter<UpdateFields>('updateFields', {});
		const set: IDataObject = { ...others };
		if (text === undefined && (mentions?.mention ?? []).length > 0) {
			throw new InputError(
				'Mentions',
				'Mentions need Text that contains their names',
				'Add Text with each name in it. It replaces the text of the post.',
			);
		}
		const profiles = text === undefined ? [] : profilesIn(text, mentions);
		const write = (people: KnownPeople) =>
			commentaryOf(withTypedProfiles(text, people), mentions, false, people);
		if (text !== undefined) set.commentary = write(NOBODY_YET);
		if (Object.keys(set).length === 0) {
			throw new InputError(
				'Update Fields',
				'There is nothing to change',
				'Add the field to change, e.g. Text.',
			);
		}
		if (profiles.length > 0) {
			allowLookUp(call.linkedin, profiles);
			set.commentary = write(await lookUpMentioned(call.linkedin, profiles));
		}
		const urn = await withPost(call, { body: { ...patch(set) } });
		const shown = text === undefined ? {} : { text: fromLittleText(String(set.commentary)) };
		return [{ urn, url: postUrl(urn), updated: true, ...others, ...shown }];
	},
});
