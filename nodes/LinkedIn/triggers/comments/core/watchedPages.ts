/** Whose comments are watched, and who watches them. Requested once and remembered. */
import type { Fault } from '../../polling/core/answer';
import { isRefusal } from '../../polling/core/asking';
import type { CallPurpose } from '../../polling/core/budget';
import { furtherStart, leadsNowhere } from '../../polling/core/furtherPages';
import { noteChosen } from './chosenEvents';
import { type PollContext } from './pollContext';
import { forgetFeed } from './state/memory';
import { CHOSEN, newPage } from './state/state';

const HOUR_MS = 3_600_000;
const ME_AGAIN_AFTER_MS = 24 * HOUR_MS;
const NAME_REFUSED_FOR_MS = HOUR_MS;
/** A new role is found within a day, and sooner if calls remain. */
const MANAGED_FOR_MS = 24 * HOUR_MS;
const MANAGED_AGAIN_WHEN_IDLE_MS = 4 * HOUR_MS;
/** A new role doesn't have to wait until the next day. */
const REFUSED_LIST_FOR_MS = 6 * HOUR_MS;
const MANAGED_LISTS_AT_MOST = 20;

export type Pages = { urns: string[]; listedBeforeMs?: number };

/**
 * The pages of this poll; chosen posts count as one page.
 * @returns with `listedBeforeMs`, when the previous list was fetched: a page that is new since then was gained after it
 */
export async function pagesToWatch(
	poll: PollContext,
): Promise<Pages | { problem: string } | { fault: Fault }> {
	const { pages, posts } = poll.watch;
	if (posts.length > 0) return { urns: [CHOSEN] };
	if (pages === 'managed') {
		const managed = await managedPages(poll, 'poll');
		if ('urns' in managed && managed.urns.length === 0) {
			poll.say(
				'There is no page to watch: this connection has no role that can read the comments of a page.',
			);
		}
		return managed;
	}
	const urns: string[] = [];
	for (const page of pages) {
		if ('urn' in page) {
			urns.push(page.urn);
			continue;
		}
		const urn = await pageByName(poll, page.vanityName);
		if (urn === undefined) return { problem: `There is no page at /company/${page.vanityName}` };
		if (typeof urn === 'string') {
			urns.push(urn);
			continue;
		}
		if (!isRefusal(urn)) return { fault: urn };
		poll.tell(`The page /company/${page.vanityName} is skipped for now. ${urn.message}`);
	}
	return { urns: [...new Set(urns)] };
}

/**
 * Pages I manage, requested once a day, and every few hours if calls remain (`sweep`).
 * @returns an empty list if LinkedIn refuses; a fault if it should be requested again
 */
export async function managedPages(
	poll: PollContext,
	purpose: CallPurpose,
): Promise<Pages | { fault: Fault }> {
	const { state, memory } = poll;
	const goodForMs = purpose === 'sweep' ? MANAGED_AGAIN_WHEN_IDLE_MS : MANAGED_FOR_MS;
	const { managed } = state;
	if (managed && !memory.managing && poll.now() - managed.at < goodForMs) return { urns: managed.urns };
	if (managed?.refusedAt !== undefined && poll.now() - managed.refusedAt < REFUSED_LIST_FOR_MS)
		return { urns: managed.urns };
	const answer = await listManaged(poll, purpose);
	if (!answer.ok && !isRefusal(answer.fault)) {
		return managed ? { urns: managed.urns } : { fault: answer.fault };
	}
	if (!answer.ok)
		poll.say(`LinkedIn doesn't list the pages that this connection manages. ${answer.fault.message}`);
	state.managed = answer.ok
		? { at: poll.now(), urns: answer.value }
		: { at: managed?.at ?? state.from, urns: managed?.urns ?? [], refusedAt: poll.now() };
	return { urns: state.managed.urns, listedBeforeMs: answer.ok ? managed?.at : undefined };
}

/** Continues where an earlier poll stopped. */
async function listManaged(
	poll: PollContext,
	purpose: CallPurpose,
): Promise<{ ok: true; value: string[] } | { ok: false; fault: Fault }> {
	const { memory, sources, state } = poll;
	const managing = (memory.managing ??= { start: 0, emptyPages: 0, urns: [] });
	for (let pages = 0; pages < MANAGED_LISTS_AT_MOST; pages += 1) {
		const answer = await poll.ask(purpose, async () => await sources.managedPages(managing.start));
		if (!answer.ok) {
			if (isRefusal(answer.fault)) memory.managing = undefined;
			return answer;
		}
		const { urns, others } = answer.value;
		const unmet = urns.filter((urn) => !managing.urns.includes(urn));
		managing.urns.push(...unmet);
		const next = furtherStart(managing, answer.value, {
			isEmpty: urns.length + others === 0,
			isUnmet: unmet.length > 0 || others > 0,
			isNews: unmet.some((urn) => !state.managed?.urns.includes(urn)),
		});
		if (next === undefined) {
			memory.managing = undefined;
			return { ok: true, value: managing.urns };
		}
		if (next === 'nowhere') break;
		managing.start = next;
	}
	memory.managing = undefined;
	poll.say(
		`${leadsNowhere('list of the pages that this connection manages')} Pages already known are still watched.`,
	);
	return { ok: true, value: [...new Set([...managing.urns, ...(state.managed?.urns ?? [])])] };
}

async function pageByName(poll: PollContext, name: string): Promise<string | undefined | Fault> {
	const names = (poll.state.names ??= {});
	if (Object.hasOwn(names, name)) return names[name];
	const { refusedNames } = poll.memory;
	const refused = refusedNames.get(name);
	if (refused && Math.abs(poll.now() - refused.at) < NAME_REFUSED_FOR_MS) return refused.fault;
	const answer = await poll.ask('poll', async () => await poll.sources.pageByName(name));
	if (!answer.ok) {
		if (isRefusal(answer.fault)) refusedNames.set(name, { at: poll.now(), fault: answer.fault });
		return answer.fault;
	}
	if (answer.value) names[name] = answer.value;
	return answer.value;
}

/** My identity decides which comments are my own, so nothing is emitted before LinkedIn has returned it. */
export async function findMe(poll: PollContext): Promise<Fault | undefined> {
	const { memory, now } = poll;
	if (poll.me) return undefined;
	const grantKey = memory.grantKey ?? '';
	const isKnown =
		memory.me?.grantKey === grantKey &&
		(memory.me.urn !== undefined || now() - memory.me.at < ME_AGAIN_AFTER_MS);
	if (!isKnown) {
		const answer = await poll.ask('poll', async () => await poll.sources.me());
		if (!answer.ok && !isRefusal(answer.fault)) return answer.fault;
		memory.me = { urn: answer.ok ? answer.value : undefined, at: now(), grantKey };
		if (!memory.me.urn) {
			poll.tell(
				"Couldn't identify the connected member, so their own comments count as new. Run Check Access to see what is missing, or filter them out in the workflow.",
			);
		}
	}
	poll.me = memory.me?.urn;
	return undefined;
}

/** A page is watched from the poll that found it, or from the previous list, after which it was gained. */
export function beginToWatch(poll: PollContext, { urns, listedBeforeMs }: Pages): void {
	const { state, now } = poll;
	const isFirst = Object.keys(state.pages).length === 0;
	for (const urn of urns) {
		const isNew = state.pages[urn] === undefined;
		const page = (state.pages[urn] ??= newPage(isFirst ? state.from : (listedBeforeMs ?? now())));
		if (noteChosen(page, poll.watch.events, now(), isNew)) forgetFeed(poll.memory, urn);
	}
}
