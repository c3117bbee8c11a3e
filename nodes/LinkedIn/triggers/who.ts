/** Whose comments are watched, and who is watching. Asked once and remembered. */
import { isRefusal, type Round } from './round';
import { managedPages } from './select';
import type { Fault } from './sources';
import { CHOSEN } from './state';

const ME_AGAIN_AFTER_MS = 24 * 3_600_000;
const NAME_REFUSED_FOR_MS = 3_600_000;

/** The pages of this poll; chosen posts count as one page. */
export async function pagesToWatch(
	round: Round,
): Promise<{ urns: string[] } | { problem: string } | { fault: Fault }> {
	const { pages, posts } = round.watch;
	if (posts.length > 0) return { urns: [CHOSEN] };
	if (pages === 'managed') {
		const managed = await managedPages(round);
		if (!Array.isArray(managed)) return { fault: managed };
		if (managed.length === 0) {
			round.say(
				'There is no page to watch: this connection holds no role that may read the comments of one.',
			);
		}
		return { urns: managed };
	}
	const urns: string[] = [];
	for (const page of pages) {
		if ('urn' in page) {
			urns.push(page.urn);
			continue;
		}
		const urn = await pageByName(round, page.vanityName);
		if (urn === undefined)
			return { problem: `LinkedIn knows no page with the address /company/${page.vanityName}` };
		if (typeof urn === 'string') {
			urns.push(urn);
			continue;
		}
		if (!isRefusal(urn)) return { fault: urn };
		round.tell(`The page /company/${page.vanityName} is skipped for now. ${urn.message}`);
	}
	return { urns: [...new Set(urns)] };
}

async function pageByName(round: Round, name: string): Promise<string | undefined | Fault> {
	const names = (round.state.names ??= {});
	if (names[name]) return names[name];
	const { refusedNames } = round.memory;
	const refused = refusedNames.get(name);
	if (refused && Math.abs(round.now() - refused.at) < NAME_REFUSED_FOR_MS) return refused.fault;
	const answer = await round.ask('poll', async () => await round.sources.pageByName(name));
	if (!answer.ok) {
		if (isRefusal(answer.fault)) refusedNames.set(name, { at: round.now(), fault: answer.fault });
		return answer.fault;
	}
	if (answer.value) names[name] = answer.value;
	return answer.value;
}

/** Who I am decides which comments are my own, so nothing is given out before LinkedIn has answered that. */
export async function findMe(round: Round): Promise<Fault | undefined> {
	const { memory, now } = round;
	if (round.me) return undefined;
	const grantKey = memory.grantKey ?? '';
	const isKnown =
		memory.me?.grantKey === grantKey &&
		(memory.me.urn !== undefined || now() - memory.me.at < ME_AGAIN_AFTER_MS);
	if (!isKnown) {
		const answer = await round.ask('poll', async () => await round.sources.me());
		if (!answer.ok && !isRefusal(answer.fault)) return answer.fault;
		memory.me = { urn: answer.ok ? answer.value : undefined, at: now(), grantKey };
		if (!memory.me.urn) {
			round.tell(
				'LinkedIn does not say who this connection belongs to, so comments of that person count as new. Run Check Access to see what is missing, or leave them out in the workflow.',
			);
		}
	}
	round.me = memory.me?.urn;
	return undefined;
}
