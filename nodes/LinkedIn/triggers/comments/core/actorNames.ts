/**
 * Names of the people who did something. LinkedIn's terms forbid keeping data of other members, so names stay in the
 * memory of the process, for a day at most (docs.dataStorage).
 */
import type { Fault } from '../../polling/core/answer';
import { isRefusal } from '../../polling/core/asking';
import { DAY_MS } from '../../polling/core/budget';
import type { Actor } from '../../events/core/item';
import type { News } from './news';
import { REFUSED_FOR_MS } from './plans/feedDetails';
import type { PollContext } from './pollContext';

/** LinkedIn doesn't document a maximum for a batch of people. */
const PEOPLE_AT_ONCE = 50;
const MOST_NAMES = 5_000;

/**
 * Names the actors of the news as far as calls allow, each person looked up once a day at most. Those who hide their
 * name, and those that no call is left for, stay without one: an event doesn't wait for a name.
 */
export async function nameActors(poll: PollContext, news: News[]): Promise<void> {
	forgetOld(poll);
	if (!poll.watch.actorNames) return;
	const { people } = poll.memory;
	const actors = news.flatMap(({ item }) => ('actor' in item && isPerson(item.actor) ? [item.actor] : []));
	const unknown = [...new Set(actors.map(({ urn }) => urn))].filter((urn) => !people.has(urn));
	while (unknown.length > 0) {
		const fault = await lookUp(poll, unknown);
		if (!fault) continue;
		if (isRefusal(fault)) {
			poll.memory.peopleRefusedAt = poll.now();
			poll.tell(
				`Actors have no names because LinkedIn doesn't show people to this connection. ${fault.message}`,
				'names',
			);
		}
		break;
	}
	for (const actor of actors) actor.name = people.get(actor.urn)?.name ?? actor.name;
}

const isPerson = (actor: Actor): actor is Actor & { urn: string } =>
	actor.urn?.startsWith('urn:li:person:') ?? false;

/** One call, for as many as LinkedIn allows; removes from the list those that are known then. */
async function lookUp(poll: PollContext, unknown: string[]): Promise<Fault | undefined> {
	const { memory, sources, ask } = poll;
	const isRefused = (at: number | undefined) => at !== undefined && poll.now() - at < REFUSED_FOR_MS;
	if (isRefused(memory.peopleRefusedAt)) return { kind: 'wait', message: 'Refused a while ago' };
	if (unknown.length > 1 && poll.reach.batch && !isRefused(memory.peopleBatchRefusedAt)) {
		const some = unknown.slice(0, PEOPLE_AT_ONCE);
		const answer = await ask('detail', async () => await sources.people(some));
		if (!answer.ok && !isRefusal(answer.fault)) return answer.fault;
		if (answer.ok) {
			for (const urn of some) remember(poll, urn, answer.value.get(urn) ?? null);
			unknown.splice(0, some.length);
			return undefined;
		}
		memory.peopleBatchRefusedAt = poll.now();
	}
	const [urn] = unknown;
	const answer = await ask('detail', async () => await sources.person(urn));
	if (!answer.ok && answer.fault.kind !== 'gone') return answer.fault;
	remember(poll, urn, answer.ok ? answer.value : null);
	unknown.shift();
	return undefined;
}

function remember({ memory, now }: PollContext, urn: string, name: string | null): void {
	memory.people.set(urn, { name, atMs: now() });
	const [oldest] = memory.people.keys();
	if (memory.people.size > MOST_NAMES) memory.people.delete(oldest);
}

function forgetOld({ memory, now }: PollContext): void {
	for (const [urn, { atMs }] of memory.people) {
		if (Math.abs(now() - atMs) >= DAY_MS) memory.people.delete(urn);
	}
}
