/** A post whose text continues in comments: each part is written once, in order, and continued after a failure. */
import type { INodeProperties } from 'n8n-workflow';

import { LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import { UnfinishedPost } from '../../../transport/memory/memory';
import { canonicalUrn } from '../../../transport/restli/urns/urn';
import { postUrl } from '../../../transport/restli/urns/url';
import type { AttributedText } from '../../../transport/text/mentions/attributes';
import { asCompared, isSameText } from '../../../transport/text/sameText';
import type { Actor } from '../../fields/actor';
import type { Call } from '../../operation';
import { walkComments } from '../comment/find';
import { WRITE_SCOPES } from '../comment/path';
import { commentOnNewPost } from './firstComment';
import { postsWithText } from './recoverPost';
import type { Published } from './create/publish';

const FIELD = 'If Text Is Too Long';
const TURN_MS = 250;

export type LongText = 'fail' | 'comments';

export const longTextField: INodeProperties = {
	displayName: FIELD,
	name: 'longText',
	type: 'options',
	default: 'fail',
	description: 'What to do with a text of more than 3,000 characters',
	options: [
		{
			name: 'Continue in Comments',
			value: 'comments',
			description:
				'Cut the text where sentences end, number the parts, and write the rest as comments of the same author, a call each',
		},
		{ name: 'Fail', value: 'fail', description: 'Publish nothing' },
	],
};

export interface WholePost {
	made: Published;
	/** URNs of the comments with the rest of the text, in order; null if they can't be seen. */
	comments: Array<string | null> | null;
	/** The post was there before, and the rest of its text was written now. */
	isContinued: boolean;
	notice?: string;
}

/**
 * @throws InputError if the connection can't comment as the author, because then the post would end in the middle
 */
export function checkMayContinue(call: Call, author: Actor): void {
	const scopes = WRITE_SCOPES[author.as];
	if (call.linkedin.may(scopes) !== false) return;
	throw new InputError(
		FIELD,
		`The text is too long, and this connection can't comment as ${author.urn}`,
		`Shorten the text, or connect again with the scope ${scopes.join(' or ')}.`,
	);
}

/**
 * Publishes a post and writes the rest of its text, unless a run before did so in part: then it continues there.
 * @param commentary of the post itself, in little text
 * @param rest a part for each comment
 * @param publish creates the post
 * @throws LinkedInError with the code UNFINISHED if the post exists and a part of its text doesn't
 */
export async function publishWhole(
	call: Call,
	author: Actor,
	{ commentary, rest }: { commentary: string; rest: AttributedText[] },
	publish: () => Promise<Published>,
): Promise<WholePost> {
	const { unfinished } = call.linkedin.memory.host;
	const key = JSON.stringify([author.urn, asCompared(commentary), rest.length]);
	const state = unfinished.getOrSet(key, () => new UnfinishedPost());
	// Another run may be at it.
	while (!state.turn.tryEnter()) await call.linkedin.sleep(TURN_MS);
	unfinished.set(key, state);
	try {
		const whole = await writeWhole(call, author, { commentary, rest }, state, publish);
		unfinished.delete(key);
		return whole;
	} finally {
		if (state.post === undefined) unfinished.delete(key);
		state.turn.leave();
	}
}

async function writeWhole(
	call: Call,
	author: Actor,
	{ commentary, rest }: { commentary: string; rest: AttributedText[] },
	state: UnfinishedPost,
	publish: () => Promise<Published>,
): Promise<WholePost> {
	const known = state.post ?? (await unfinishedPost(call, author, { commentary, rest }, state));
	const made: Published =
		known === undefined ? await publish() : { urn: known, deduplicated: true, isNew: false };
	if (made.urn === null) throw withoutUrn(made.notice);
	const post = made.urn;
	if (known === undefined && !made.isNew) {
		const read = await readParts(call, author, post, rest, state);
		if (read === undefined) {
			const notice = `The comments on ${postUrl(post)} can't be read, so nothing shows whether its text is all there.`;
			return { made, comments: null, isContinued: false, notice };
		}
		if (read === 'unclear') {
			Object.assign(state, { post, doubt: 'unknown' });
			throw unsure(post);
		}
	}
	state.post = post;
	if (state.doubt) {
		const read = await readParts(call, author, post, rest, state);
		// A connection that can't read comments at all relies on what LinkedIn refused.
		const isKnown = read === 'whole' || (read === undefined && state.doubt === 'refused');
		if (!isKnown) throw unsure(post);
		state.doubt = undefined;
	}
	let isContinued = false;
	for (const [index, part] of rest.entries()) {
		if (state.comments.has(index)) continue;
		const written = await commentOnNewPost(call, { post, actor: author, ...part });
		if (!written.ok) {
			state.doubt = written.error.details.code === 'OUTCOME_UNKNOWN' ? 'unknown' : 'refused';
			throw unfinished(post, index + 2, rest.length + 1, written.error);
		}
		state.comments.set(index, written.comment.urn);
		isContinued = !made.isNew;
	}
	return { made, comments: rest.map((_part, index) => state.comments.get(index) ?? null), isContinued };
}

/** The post with this text among the author's newest, if some of its parts are missing. */
async function unfinishedPost(
	call: Call,
	author: Actor,
	{ commentary, rest }: { commentary: string; rest: AttributedText[] },
	state: UnfinishedPost,
): Promise<string | undefined> {
	const [twin] = (await postsWithText(call.linkedin, author, commentary))?.posts ?? [];
	if (twin?.id === undefined) return undefined;
	const read = await readParts(call, author, twin.id, rest, state);
	if (read === 'whole' && state.comments.size < rest.length) return twin.id;
	state.comments.clear();
	return undefined;
}

/** Notes the parts that are there. @returns as walkComments */
async function readParts(
	call: Call,
	author: Actor,
	post: string,
	rest: AttributedText[],
	state: UnfinishedPost,
): Promise<'whole' | 'unclear' | undefined> {
	return await walkComments(call.linkedin, post, (comment) => {
		const actor = comment.actor ?? comment.created?.actor;
		const text = comment.message?.text;
		const index = rest.findIndex((part) => text !== undefined && isSameText(text, part.text));
		const isOwn = actor === undefined || canonicalUrn(actor) === canonicalUrn(author.urn);
		if (index >= 0 && isOwn) state.comments.set(index, comment.commentUrn ?? comment.$URN ?? null);
		return state.comments.size === rest.length;
	});
}

function unfinished(
	post: string,
	part: number,
	parts: number,
	{ message, details }: LinkedInError,
): LinkedInError {
	return new LinkedInError(
		`The post is published (${postUrl(post)}), but part ${part} of ${parts} of its text isn't written: ${message}`,
		{
			...details,
			code: 'UNFINISHED',
			advice: `${details.advice} Then run the item again: it continues with part ${part} and repeats nothing.`,
		},
	);
}

function unsure(post: string): LinkedInError {
	return new LinkedInError(
		`The post is published (${postUrl(post)}), but nothing shows which parts of its text are: its comments can't be read now`,
		{
			code: 'UNFINISHED',
			advice:
				'Look at its comments on LinkedIn, and write what is missing with Comment: Create. If the connection can read comments, run the item again later: it continues and repeats nothing.',
		},
	);
}

function withoutUrn(notice: string | undefined): LinkedInError {
	return new LinkedInError(
		"The post is published, but the rest of its text isn't: LinkedIn didn't return the post's ID",
		{ code: 'WRITTEN', advice: `${notice ?? ''} Write the rest of the text with Comment: Create.`.trim() },
	);
}
