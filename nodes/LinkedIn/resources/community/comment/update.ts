import type { IDataObject } from 'n8n-workflow';

import { monotonic } from '../../../transport/limits/clock';
import { patch } from '../../../transport/restli/patch';
import { parseComment } from '../../../transport/restli/urns/comment';
import { DOCS } from '../../docs';
import { actorOf } from '../../fields/actor';
import { locatorValue } from '../../fields/locator';
import { plainTextField } from '../../fields/plainTextField';
import { operation } from '../../operation';
import { errorOf, mayBeDone, overEither } from '../selfServe';
import { additionalOf, mentionsOnly } from './additional';
import { presentComment, readComment } from './entity';
import { writeMessage } from './mentionForm';
import { allowLookUp } from '../person/mentioned';
import { profilesNamed, withMentions, withPeople } from './mentions';
import {
	commentField,
	commentsPath,
	commentTextOf,
	EDITOR,
	editorField,
	WRITE_ROLE,
	WRITE_SCOPES,
} from './path';

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update a comment',
	description: "Change the text of your own or your page's comment or reply",
	docs: DOCS.comments,
	access: 'write',
	scopes: WRITE_SCOPES,
	role: WRITE_ROLE,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/socialActions/{entity}/comments/{id}' },
	fields: [commentField, editorField, plainTextField, mentionsOnly],
	async execute(call) {
		const { urn, thread, id } = parseComment(locatorValue(call, 'comment', 'Comment', 'comment'), 'Comment');
		const typed = commentTextOf(call.parameter('text', ''));
		const given = additionalOf(call).mentions;
		const checked = withMentions(typed, given);
		allowLookUp(call.linkedin, profilesNamed(given));
		const actor = await actorOf(call, 'actor', EDITOR);
		const text = await withPeople(call, checked, { typed, given, actor });
		const begunAtMs = monotonic.now();
		const write = async (path: string, message: IDataObject) =>
			await call.linkedin.attempt<unknown>({
				...call.routing,
				path: `${path}/{id}`,
				keys: { entity: thread, id },
				// Only a page is named: LinkedIn accepts a member's own comments without an actor.
				query: { actor: actor.as === 'page' ? actor.urn : undefined },
				body: patch(message, [], 'message'),
				begunAtMs,
			});
		const result = await overEither(call.linkedin, actor.as, {
			write: async (isUnversioned) => {
				const path = commentsPath(isUnversioned);
				return await writeMessage(
					call.linkedin,
					text,
					path,
					async (message) => await write(path, message),
					errorOf,
				);
			},
			errorOf,
			mayBeDone,
		});
		if (!result.ok) throw result.error;
		const entity = { actor: actor.urn, ...readComment(result.reply.body), message: { text: text.text } };
		return [{ ...presentComment(entity, urn, true), updated: true }];
	},
});
