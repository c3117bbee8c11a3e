import { monotonic } from '../../../transport/limits/clock';
import { parseComment, type CommentRef } from '../../../transport/restli/urns/comment';
import { canonicalUrn } from '../../../transport/restli/urns/urn';
import type { AttributedText } from '../../../transport/text/mentions/attributes';
import { DOCS } from '../../docs';
import { actorOf, checkActor, type Actor } from '../../fields/actor';
import { locatorValue } from '../../fields/locator';
import { plainTextField } from '../../fields/plainTextField';
import { operation, type Call } from '../../operation';
import { readAll } from '../../values/problems';
import { isSelfServe } from '../selfServe';
import { additionalOf, mentionsOnly } from './additional';
import { presentComment, readComment } from './entity';
import { allowLookUp, lookUpPlan } from '../person/mentioned';
import { profilesNamed, withMentions, withPeople } from './mentions';
import { actorField, commentField, commentsPath, commentTextOf, WRITE_ROLE, WRITE_SCOPES } from './path';
import { sendComment, type SentComment } from './send';

export const reply = operation({
	value: 'reply',
	name: 'Reply',
	action: 'Reply to a comment',
	description:
		'Reply to a comment as yourself or a Company Page. A reply to a reply goes under the same comment.',
	builderHint: 'After the trigger, comment is comment.urn of its item.',
	docs: DOCS.comments,
	access: 'write',
	scopes: WRITE_SCOPES,
	role: WRITE_ROLE,
	routing: { restliMethod: 'CREATE', path: '/rest/socialActions/{entity}/comments' },
	fields: [commentField, actorField, plainTextField, mentionsOnly],
	async execute(call) {
		const given = additionalOf(call).mentions;
		const { parent, checked, profiles } = readAll({
			parent: () => parseComment(locatorValue(call, 'comment', 'Comment', 'comment'), 'Comment'),
			actor: () => checkActor(call, 'actor'),
			checked: () => withMentions(commentTextOf(call.parameter('text', '')), given),
			profiles: () => profilesNamed(given),
		});
		allowLookUp(call.linkedin, profiles);
		const { lookUps, ...details } = lookUpPlan(profiles);
		call.plan(() => ({ steps: [`Reply to ${parent.urn}`], calls: 1, lookUps, details }));
		const actor = await actorOf(call, 'actor');
		const typed = commentTextOf(call.parameter('text', ''));
		const text = await withPeople(call, checked, { typed, given, actor });
		const written = await answer(call, parent, actor, text);
		if (!written.ok) throw written.error;
		const { entity, urn, notice, deduplicated } = written.comment;
		const sent = { actor: actor.urn, message: { text: text.text }, parentComment: parent.urn, ...entity };
		const more = { deduplicated, ...(notice !== undefined && { notice }) };
		return [{ ...presentComment(sent, urn, true, parent.thread), ...more }];
	},
});

/**
 * LinkedIn nests one level deep and refuses a reply to a reply. A URN doesn't show whether it's a reply, so the comment
 * is only read after a refusal, and the reply goes to the comment above it.
 */
async function answer(
	call: Call,
	parent: CommentRef,
	actor: Actor,
	text: AttributedText,
): Promise<SentComment> {
	const answering = { ...text, post: parent.thread, actor };
	const begunAtMs = monotonic.now();
	const first = await sendComment(call.linkedin, { ...answering, parent: parent.urn }, begunAtMs);
	if (first.ok || ![400, 404].includes(first.error.details.status ?? 0)) return first;
	const read = await call.linkedin.attempt({
		restliMethod: 'GET',
		path: `${commentsPath(isSelfServe(call.linkedin, actor.as))}/{id}`,
		keys: { entity: parent.thread, id: parent.id },
		begunAtMs,
	});
	// The comment couldn't be read, so the user must know why.
	if (!read.ok && read.error.details.status === 429) return { ok: false, error: read.error };
	const above = read.ok ? readComment(read.reply.body).parentComment : undefined;
	if (!above) return first;
	return await sendComment(call.linkedin, { ...answering, parent: canonicalUrn(above) }, begunAtMs);
}
