import { enc } from '../wire';
import { refusalOf, Unsettled, type LiveAnswer, type Session, type Writing } from '../session';
import type { Found } from '../found';
import type { Point } from '../point';

/** Create, try, remove. */
const CALLS_OF_A_WRITING_POINT = 3;

const isSuccess = ({ status }: LiveAnswer) => status >= 200 && status < 300;

/** Whether an edit is answered with the comment, or with nothing. */
const bodyOf = (answer: LiveAnswer) =>
	!isSuccess(answer) ? '' : answer.body === undefined ? ' without a body' : ' with the comment';

/** A post to write comments on, and the page that writes them. */
async function below(found: Found): Promise<{ target: string; actor: string }> {
	const { writeTo } = found.given;
	if (writeTo === undefined) throw new Unsettled('only with --write-to, the URN of a post of the page');
	return { target: writeTo, actor: await found.page() };
}

/**
 * Creates something, tries something with it, and always removes it.
 * @param removal of what was created, from the answer to creating it
 * @throws Unsettled if it isn't created or couldn't be removed
 */
async function madeForAWhile(
	session: Session,
	making: Writing,
	removal: (made: LiveAnswer) => Writing,
	trial: (made: LiveAnswer) => Writing,
): Promise<LiveAnswer> {
	session.reserve(CALLS_OF_A_WRITING_POINT);
	const made = await session.write(making);
	if (!isSuccess(made)) throw new Unsettled(`${making.name}: ${refusalOf(made)}`);
	const tried = (async () => await session.write(trial(made)))();
	await tried.catch(() => undefined);
	const removed = await session.write(removal(made)).then(refusalOf, (error: Error) => error.message);
	if (!removed.startsWith('2')) throw new Unsettled(`TAKE IT BACK YOURSELF, ${making.name}: ${removed}`);
	return await tried;
}

/** Points that only writing settles. The actor is the page that the post belongs to. */
export const WRITING_POINTS: Point[] = [
	{
		row: 'editing a comment: 200 with a body, or 204',
		async ask(session, found) {
			const { target, actor } = await below(found);
			const comments = `/rest/socialActions/${enc(target)}/comments`;
			const one = (made: LiveAnswer) => `${comments}/${enc(made.headers['x-restli-id'])}?actor=${enc(actor)}`;
			const edited = await madeForAWhile(
				session,
				{
					name: 'a comment made',
					restliMethod: 'CREATE',
					path: comments,
					body: { actor, object: target, message: { text: 'A test that goes at once' } },
				},
				(made) => ({ name: 'a comment deleted', restliMethod: 'DELETE', path: one(made) }),
				(made) => ({
					name: 'a comment edited',
					restliMethod: 'PARTIAL_UPDATE',
					path: one(made),
					body: { patch: { message: { $set: { text: 'A test that goes now' } } } },
				}),
			);
			return { does: `${refusalOf(edited)}${bodyOf(edited)}`, fits: isSuccess(edited) };
		},
	},
	{
		row: 'a second reaction by the same actor',
		async ask(session, found) {
			const { target, actor } = await below(found);
			const reaction = (name: string, reactionType: string): Writing => ({
				name,
				restliMethod: 'CREATE',
				path: `/rest/reactions?actor=${enc(actor)}`,
				body: { root: target, reactionType },
			});
			const second = await madeForAWhile(
				session,
				reaction('a reaction made', 'LIKE'),
				() => ({
					name: 'a reaction deleted',
					restliMethod: 'DELETE',
					path: `/rest/reactions/(actor:${enc(actor)},entity:${enc(target)})`,
				}),
				() => reaction('a second reaction', 'PRAISE'),
			);
			return { does: refusalOf(second), fits: second.status === 409 };
		},
	},
];
