import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { commentRefOf, readComment } from '../../resources/community/comment/entity';
import { READ_SCOPES } from '../../resources/community/comment/path';
import { readMetadata } from '../../resources/community/engagement/entity';
import { findRoles, mayReadComments } from '../../resources/pages';
import { Unreadable } from '../../transport/answers/elements';
import { NEW_TRAIL, nextStep, type Trail } from '../../transport/answers/nextPage';
import { pageReply } from '../../transport/answers/pageReply';
import { isNotOffered } from '../../transport/errors/errors';
import { InputError } from '../../transport/errors/inputError';
import { decodeBatch } from '../../transport/restli/decode';
import { parsePostOrComment } from '../../transport/restli/urns/entity';
import { commentUrl } from '../../transport/restli/urns/url';
import type { LinkedInClient } from '../../transport/types';
import { choose, LEADS_BACK, type ChoicePage, type Picker } from './choices/choose';
import { dayOf, firstWords, labelWith } from './choices/label';
import { readSource, sayRefusals, type OwnerChoices } from './choices/severalLists';
import { POST_SCOPES, postLists } from './searchPosts';

const COMMENTS_A_PAGE = 100;
/** Per turn: someone is waiting. */
const MOST_CALLS = 5;
/** Enough to fill the list of n8n's editor, which only requests more if it can be scrolled. */
const ENTRIES_TO_SCROLL = 20;
/** Pages whose posts are read in the first turn. */
const PAGES_AT_ONCE = 2;

/** A post whose comments are listed; its text isn't known if its link was typed. Plain: n8n's editor keeps it. */
interface Thread {
	urn: string;
	words?: string;
	start?: number;
	trail?: Trail;
}

/** What is still to be read. */
interface Place {
	threads: Thread[];
	pages: OwnerChoices[];
}

/**
 * The comments on my pages' newest posts, by their first words; if a post's link or URN is typed, those on that post.
 * @param filter any words of the comment, or a post
 * @throws NodeApiError as choose
 */
export async function searchComments(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const picker: Picker = { what: 'Comments', area: 'comments', scopes: READ_SCOPES, token: paginationToken };
	return await choose(this, picker, async (linkedin) => {
		const typed = filter?.trim() ?? '';
		const isPost = namesPost(typed);
		const post = isPost ? postIn(typed) : undefined;
		if (isPost && post === undefined) return { choices: [] };
		const wanted = isPost ? '' : typed.toLowerCase();
		let calls = 0;
		let place: Place;
		if (paginationToken !== undefined) place = JSON.parse(paginationToken) as Place;
		else if (post !== undefined) place = { threads: [{ urn: post }], pages: [] };
		else {
			place = { threads: [], pages: await pagesOf(linkedin) };
			calls += 1;
		}
		const found: ChoicePage & { entries: Listed[] } = { choices: [], entries: [] };
		while (calls < MOST_CALLS && found.entries.length < ENTRIES_TO_SCROLL) {
			const [thread, ...threads] = place.threads;
			if (thread === undefined) {
				// Also asks which of the posts have comments.
				const affordable = Math.min(PAGES_AT_ONCE, MOST_CALLS - calls - 1);
				if (place.pages.length === 0 || affordable < 1) break;
				const pages = place.pages.slice(0, affordable);
				const rest = place.pages.slice(pages.length);
				const areAll = paginationToken === undefined && calls === 1 && rest.length === 0;
				place = { threads: await threadsOf(linkedin, pages, areAll), pages: rest };
				calls += pages.length + 1;
				continue;
			}
			const { entries, next, leadsBack } = await readThread(linkedin, thread, wanted);
			found.entries.push(...entries);
			if (leadsBack) found.notice = LEADS_BACK;
			place = { ...place, threads: next ? [next, ...threads] : threads };
			calls += 1;
		}
		found.entries.sort((a, b) => b.timeMs - a.timeMs);
		const isOver = place.threads.length === 0 && place.pages.length === 0;
		return {
			choices: found.entries.map((entry) => choiceOf(entry, this.getTimezone())),
			notice: found.notice,
			next: isOver ? undefined : JSON.stringify(place),
		};
	});
}

/** Whether a post or comment was typed, completely or in part, instead of words. */
function namesPost(typed: string): boolean {
	return /^urn:li:|linkedin\.com|^\d{15,20}$/i.test(typed);
}

/** Undefined for an incomplete link or URN, or one of something else. */
function postIn(typed: string): string | undefined {
	try {
		return parsePostOrComment(typed, 'Comment').post;
	} catch {
		return undefined;
	}
}

/** @throws InputError if the posts can't be listed whose comments are shown */
async function pagesOf(linkedin: LinkedInClient): Promise<OwnerChoices[]> {
	if (linkedin.may(POST_SCOPES.any) === false) {
		throw new InputError(
			'Comment',
			`this needs the newest posts of your pages, but the connection lacks the scope ${POST_SCOPES.any[0]}`,
			'Enter the link or URN of the comment By URL or By ID.',
		);
	}
	const roles = await findRoles(linkedin);
	return [...roles].flatMap(([urn, held]) => (mayReadComments(held) ? [{ urn, name: urn }] : []));
}

/**
 * The newest posts of pages, without those known to have no comments. Takes one call per page, and one more.
 * @param areAll the connection has access to no other page
 * @throws LinkedInError if all pages are refused
 */
async function threadsOf(
	linkedin: LinkedInClient,
	pages: OwnerChoices[],
	areAll: boolean,
): Promise<Thread[]> {
	const list = postLists('');
	const found = await Promise.all(pages.map(async (page) => await readSource(linkedin, list, page)));
	const refusals = found.flatMap(({ refusal }) => refusal ?? []);
	if (areAll && refusals.length === pages.length) throw refusals[0].error;
	sayRefusals(linkedin, list.what, refusals);
	const posts = found.flatMap(({ entries }) => entries).sort((a, b) => b.timeMs - a.timeMs);
	const silent = await withoutComments(
		linkedin,
		posts.map(({ urn }) => urn),
	);
	return posts.flatMap(({ urn, text }) => (silent.has(urn) ? [] : [{ urn, words: firstWords(text) }]));
}

/** The Development tier rejects batches, so it's unknown which posts have no comments. */
async function withoutComments(linkedin: LinkedInClient, urns: string[]): Promise<Set<string>> {
	const silent = new Set<string>();
	if (urns.length === 0 || linkedin.connection.tier === 'development') return silent;
	const metadata = await linkedin.attempt<object>({
		restliMethod: 'BATCH_GET',
		path: '/rest/socialMetadata',
		query: { ids: urns },
	});
	if (!metadata.ok) return silent;
	for (const [urn, { value }] of decodeBatch<unknown>(metadata.reply.body)) {
		if (readMetadata(value).commentSummary?.count === 0) silent.add(urn);
	}
	return silent;
}

/** A comment as the picker shows it. */
interface Listed {
	urn: string;
	thread: string;
	text: string;
	/** First words of the post. */
	on?: string;
	timeMs: number;
}

interface Page {
	entries: Listed[];
	next?: Thread;
	leadsBack?: true;
}

async function readThread(linkedin: LinkedInClient, thread: Thread, wanted: string): Promise<Page> {
	const { urn, words, start = 0, trail = NEW_TRAIL } = thread;
	const asked = { start, count: COMMENTS_A_PAGE };
	const path = '/rest/socialActions/{entity}/comments';
	const result = await linkedin.attempt<unknown>({
		restliMethod: 'GET_ALL',
		path,
		keys: { entity: urn },
		query: asked,
	});
	if (!result.ok) {
		// LinkedIn responds like this if there are no comments, and after the last one.
		if (result.error.details.status === 404 && !isNotOffered(result.error)) return { entries: [] };
		throw result.error;
	}
	const reply = pageReply<unknown>(result.reply.body, `GET_ALL ${path}`);
	const step = nextStep(reply, asked, trail);
	if (step.kind === 'samePage') return step.isWhole ? { entries: [] } : { entries: [], leadsBack: true };
	const entries = linkedin.elements.read<Listed>(
		reply.elements,
		(body) => {
			const comment = readComment(body);
			const ref = commentRefOf(comment, urn);
			if (!ref) return new Unreadable('one has no id of a comment');
			const text = comment.message?.text ?? '';
			if (!text.toLowerCase().includes(wanted)) return undefined;
			return { urn: ref.urn, thread: ref.thread, text, on: words, timeMs: comment.created?.time ?? 0 };
		},
		'comments',
	);
	if (step.kind !== 'more' || !('start' in step.position)) return { entries };
	if (!step.isTold && step.isShort) return { entries };
	return { entries, next: { urn, words, start: step.position.start, trail: step.trail } };
}

function choiceOf({ urn, thread, text, on, timeMs }: Listed, timezone: string): INodeListSearchItems {
	const details = [dayOf(timeMs || undefined, timezone), on && `on: ${on}`];
	return { name: labelWith(firstWords(text), details), value: urn, url: commentUrl({ urn, thread }) };
}
