/**
 * The n8n side of the comment trigger: settings in, items out, and the state in static data, which n8n saves together
 * with the items.
 */
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { ANY_READ_SCOPE } from '../../resources/community/comment/path';
import { connect } from '../../transport';
import { LinkedInError } from '../../transport/errors/errors';
import { InputError } from '../../transport/errors/inputError';
import { wayTo } from '../../transport/limits/access';
import type { Triggers } from '../../transport/memory/triggers';
import { needsIn } from '../../transport/policy/areas';
import type { LinkedInClient } from '../../transport/types';
import { createAsker } from '../polling/core/asking';
import { callsADay, DAY_MS } from '../polling/core/budget';
import type { EventItem } from '../events/core/item';
import { createPoll, type Circumstances } from '../polling/createPoll';
import { commentSourcesOf } from './commentSources';
import { recentComments } from './core/manualRun';
import type { News } from './core/news';
import { pollComments } from './core/pollComments';
import { type PollContext, type Reach, type Watch } from './core/pollContext';
import { isNewToSay, newMemory, type Memory } from './core/state/memory';
import { readState, savedForm } from './core/state/saved';
import { newState } from './core/state/state';
import { findMe } from './core/watchedPages';
import { readWatch } from './settings';

const STATE = 'comments';
const CALL_TIMEOUT_MS = 30_000;
/** The time limit of a poll if n8n sets none. */
const DEFAULT_POLL_MS = 240_000;
const MANUAL_WAIT_MS = 20_000;
const MANUAL_CALLS = 1_000_000_000;
function needed({ events, actorNames }: Watch) {
	const needs = [
		...needsIn('comments', 'read'),
		...(events.includes('newPost') ? needsIn('posts', 'read') : []),
		...(actorNames ? needsIn('pages', 'read') : []),
	];
	return { purpose: 'LinkedIn Posts and Pages Trigger', needs };
}

/** Makes the poll function of the node, as createPoll. */
export function createCommentPoll(triggers?: Triggers) {
	return createPoll({ readSettings: readWatch, newMemory, showNewest: showRecent, pollOnce }, triggers);
}

async function pollOnce(
	context: IPollFunctions,
	memory: Memory,
	watch: Watch,
	{ isSuperseded, time }: Circumstances,
): Promise<INodeExecutionData[][] | null> {
	const linkedin = await connect(context, {
		...needed(watch),
		hasOwnBudget: true,
		maxWaitMs: 0,
		options: { timeout: CALL_TIMEOUT_MS },
		hearTime: (atMs) => time.note(atMs),
	});
	const { connection } = linkedin;
	const staticData = context.getWorkflowStaticData('node');
	const saved = staticData[STATE];
	const now = () => time.now();
	const reach = reachOf(linkedin);
	const missing = missingScopes(linkedin, watch, reach);
	if (missing) {
		if (!readState(saved)) throw missing;
		const sentence = `${missing.message}. ${missing.details.advice}`;
		if (isNewToSay(memory, sentence, now())) context.logger.warn(sentence);
		return null;
	}
	const budgetMs = context.getPollBudgetMs?.() ?? DEFAULT_POLL_MS;
	const knownBefore = new Map(memory.replies);
	const result = await time.during(async (pollTime) =>
		pollComments({
			state: readState(saved),
			memory,
			watch,
			reach,
			sources: commentSourcesOf(linkedin, now, memory.closed),
			callsADay: callsADay(Number(context.getNodeParameter('maxCallsADay', 0)), connection.tier),
			me: meOf(linkedin),
			grantKey: connection.grantKey,
			now,
			time: pollTime,
			endByMs: now() + Math.max(budgetMs / 2, budgetMs - 1.2 * CALL_TIMEOUT_MS),
		}),
	);
	for (const sentence of result.says) context.logger.warn(sentence);
	if (result.problem) throw new InputError('Pages', result.problem, 'Check the URL of the page.');
	// n8n 2 discards the items of a poll if its workflow was published again meanwhile, so they must come again.
	if (isSuperseded() && context.getPollBudgetMs !== undefined) {
		for (const { id } of result.news) memory.given.delete(id);
		memory.replies = knownBefore;
	}
	staticData[STATE] = savedForm(result.state) as unknown as IDataObject;
	return asItems(linkedin, result.news, result.notices);
}

/** Real comments for building a workflow; nothing is saved. */
async function showRecent(context: IPollFunctions, watch: Watch): Promise<INodeExecutionData[][] | null> {
	if (watch.posts.length > 0 && !watch.events.includes('newComment')) {
		throw new InputError(
			'Trigger On',
			'Of chosen posts, a manual run can show only comments',
			'Under Trigger On, choose New Comment as well, or publish the workflow, where New Reaction says how many more there are.',
		);
	}
	const linkedin = await connect(context, { ...needed(watch), maxWaitMs: MANUAL_WAIT_MS });
	const reach = reachOf(linkedin);
	const missing = missingScopes(linkedin, watch, reach);
	if (missing) throw missing;
	const nowMs = Date.now();
	const notices: string[] = [];
	const budget = { value: { perDay: MANUAL_CALLS, day: Math.floor(nowMs / DAY_MS), used: -MANUAL_CALLS } };
	const now = () => Date.now();
	const memory = newMemory();
	const sources = commentSourcesOf(linkedin, now, memory.closed);
	const poll: PollContext = {
		state: newState(nowMs),
		memory,
		watch,
		reach,
		sources,
		...createAsker(
			budget,
			now,
			() => sources.sent(),
			nowMs + DEFAULT_POLL_MS,
			() => false,
		),
		perDay: MANUAL_CALLS,
		give: () => undefined,
		isTimeKnown: false,
		me: meOf(linkedin),
		now,
		say: (sentence) => context.logger.warn(sentence),
		tell: (sentence) => {
			notices.push(sentence);
			context.logger.warn(sentence);
		},
	};
	const unknown = await findMe(poll);
	const { news, fault } = unknown ? { news: [], fault: unknown } : await recentComments(poll);
	notices.push(...linkedin.elements.notices);
	if (fault) throw fault.cause ?? new LinkedInError(fault.message, { advice: 'Check the pages and posts.' });
	return asItems(linkedin, news, notices);
}

function meOf(linkedin: LinkedInClient): string | undefined {
	const { identity } = linkedin.connection;
	return identity && `urn:li:person:${identity.sub}`;
}

function reachOf(linkedin: LinkedInClient): Reach {
	return {
		feed: linkedin.may(['rw_organization_admin', 'r_organization_admin']) !== false,
		comments: linkedin.may(ANY_READ_SCOPE) !== false,
		batch: linkedin.connection.tier !== 'development',
	};
}

/** Missing scopes that make every poll pointless, known without a call. */
function missingScopes(
	{ connection }: LinkedInClient,
	watch: Watch,
	reach: Reach,
): LinkedInError | undefined {
	if (reach.comments || (reach.feed && watch.posts.length === 0)) return undefined;
	return new LinkedInError("This connection can't read comments", {
		code: 'MISSING_SCOPE',
		field: 'Credential',
		advice: `It needs the scope r_organization_social_feed, and for the notification feed of a page rw_organization_admin. ${wayTo(['r_organization_social_feed'], connection)}`,
	});
}

/** LinkedIn's notifications and comments contain no names; only the connected member's name is known without a call. */
function asItems(linkedin: LinkedInClient, found: News[], said: string[]): INodeExecutionData[][] | null {
	if (found.length === 0) return null;
	const myName = linkedin.connection.identity?.name ?? null;
	const items: INodeExecutionData[] = found.map(({ item }) => ({ json: named(item, myName) }));
	const notices = new Set([...linkedin.notices, ...said]);
	if (notices.size > 0) items[0].json.notice = [...notices].join(' ');
	return [items];
}

function named(item: EventItem, myName: string | null): IDataObject {
	if (!('actor' in item) || !item.actor.isMe) return { ...item };
	return { ...item, actor: { ...item.actor, name: myName ?? item.actor.name } };
}
