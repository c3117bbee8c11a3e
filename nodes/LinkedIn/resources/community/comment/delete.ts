import { monotonic } from '../../../transport/limits/clock';
import { parseComment } from '../../../transport/restli/urns/comment';
import { commentUrl } from '../../../transport/restli/urns/url';
import { DOCS } from '../../docs';
import { actorOf } from '../../fields/actor';
import { locatorValue } from '../../fields/locator';
import { operation } from '../../operation';
import { errorOf, mayBeDone, overEither } from '../selfServe';
import { commentField, commentsPath, EDITOR, editorField, WRITE_ROLE, WRITE_SCOPES } from './path';

export const deleteComment = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a comment',
	description: 'Permanently delete a comment and its replies: your own, or, as a page, any on its posts',
	docs: DOCS.comments,
	access: 'full',
	scopes: WRITE_SCOPES,
	role: WRITE_ROLE,
	routing: { restliMethod: 'DELETE', path: '/rest/socialActions/{entity}/comments/{id}' },
	fields: [commentField, editorField],
	async execute(call) {
		const { urn, thread, id } = parseComment(locatorValue(call, 'comment', 'Comment', 'comment'), 'Comment');
		call.plan(() => ({ steps: [`Delete ${urn}`], calls: 1 }));
		const actor = await actorOf(call, 'actor', EDITOR);
		const begunAtMs = monotonic.now();
		const result = await overEither(call.linkedin, actor.as, {
			write: async (isUnversioned) =>
				await call.linkedin.attempt({
					...call.routing,
					path: `${commentsPath(isUnversioned)}/{id}`,
					keys: { entity: thread, id },
					query: { actor: actor.as === 'page' ? actor.urn : undefined },
					begunAtMs,
				}),
			errorOf,
			mayBeDone,
		});
		if (!result.ok) throw result.error;
		return [{ urn, url: commentUrl({ urn, thread }), deleted: true }];
	},
});
