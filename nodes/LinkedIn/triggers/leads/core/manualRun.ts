/** A manual run: the newest leads, so that a workflow can be built with real ones. Saves nothing. */
import type { Position } from '../../../transport/answers/pageReply';
import type { Answer, Fault } from '../../polling/core/answer';
import { endsAll, isRefusal } from '../../polling/core/asking';
import type { LeadSources, NewLead, OwnerPage } from './sources';
import { KEPT_MS, type OwnerKind } from './state';

const SHOWN = 5;
/** Maximum number of lists of leads; refused ones only count towards the calls. */
const MOST_READ = 20;
const MOST_CALLS = 60;
/** Of a list of owners. */
const MOST_PAGES = 5;

export interface RecentInput {
	/** Chosen owners, or undefined for all that the credential can access. */
	owners: string[] | undefined;
	/** Streams of one owner. */
	streamsOf: (owner: string) => string[];
	/** Whether a lead may be shown. */
	isWanted: (lead: NewLead) => boolean;
	sources: LeadSources;
	now: () => number;
	/** Epoch milliseconds after which no call begins. */
	endByMs: number;
}

export interface RecentLeads {
	/** The newest first. */
	leads: NewLead[];
	/** What was left out, and why. */
	says: string[];
	/** Nothing could be read, or nothing was found before this. */
	fault?: Fault;
}

/** Owners that LinkedIn refuses are left out; only if all are refused is that the result. */
export async function recentLeads(input: RecentInput): Promise<RecentLeads> {
	const { isWanted, now, sources, streamsOf } = input;
	const says: string[] = [];
	const owners = input.owners ?? (await listedOwners(sources, says));
	if (!Array.isArray(owners)) return { leads: [], says, fault: owners };

	const endMs = now();
	const leads: NewLead[] = [];
	const refused = new Map<string, Fault>();
	let fault: Fault | undefined;
	let read = 0;
	const streams = owners.flatMap((owner) => streamsOf(owner).map((stream) => ({ owner, stream })));
	for (const { owner, stream } of streams.slice(0, MOST_CALLS)) {
		if (leads.length >= SHOWN || read >= MOST_READ || now() > input.endByMs) break;
		const answer = await firstPage(sources, stream, endMs);
		if (answer.ok) {
			read += 1;
			leads.push(...answer.value.filter(isWanted));
		} else if (isRefusal(answer.fault)) {
			refused.set(owner, refused.get(owner) ?? answer.fault);
		} else {
			fault ??= answer.fault;
			if (endsAll(answer.fault)) break;
		}
	}
	const [refusal] = refused.values();
	if (refusal) {
		const names = [...refused.keys()].join(', ');
		says.push(
			`Left out because LinkedIn denies this connection access to their leads: ${names}. ${refusal.message}`,
		);
	}
	if (leads.length === 0) return { leads, says, fault: fault ?? (read === 0 ? refusal : undefined) };
	if (fault) says.push(`Not all leads could be read. ${fault.message}`);
	const newest = leads.sort((a, b) => b.submittedAtMs - a.submittedAtMs).slice(0, SHOWN);
	return { leads: newest, says };
}

async function firstPage(sources: LeadSources, stream: string, endMs: number): Promise<Answer<NewLead[]>> {
	const ask = async () => await sources.page(stream, endMs - KEPT_MS, endMs, 0);
	const first = await ask();
	const answer = first.ok && first.value === 'again' ? await ask() : first;
	if (!answer.ok) return answer;
	if (answer.value === 'again') return { ok: true, value: [] };
	return await sources.withForms(answer.value.leads, () => true);
}

/** @returns the fault if no kind of owner can be listed */
async function listedOwners(sources: LeadSources, says: string[]): Promise<string[] | Fault> {
	const { kinds, says: unlisted } = sources.kinds();
	if (kinds.length === 0) return { kind: 'refused', message: unlisted.join(' ') };
	const lists: Array<Answer<string[]>> = [];
	for (const kind of kinds) lists.push(await listed(sources, kind));
	const faults = lists.flatMap((list) => (list.ok ? [] : [list.fault]));
	if (faults.length === lists.length) return faults[0];
	says.push(...unlisted);
	for (const { message } of faults) says.push(`Not all ad accounts and pages could be listed. ${message}`);
	return lists.flatMap((list) => (list.ok ? list.value : []));
}

/** More owners than on the first pages wouldn't be looked at anyway. */
async function listed(sources: LeadSources, kind: OwnerKind): Promise<Answer<string[]>> {
	const owners: string[] = [];
	let position: Position | undefined;
	for (let page = 0; page < MOST_PAGES && owners.length < MOST_CALLS; page += 1) {
		const answer: Answer<OwnerPage> = await sources.owners(kind, position);
		if (!answer.ok) return owners.length > 0 ? { ok: true, value: owners } : answer;
		owners.push(...answer.value.owners);
		position = answer.value.next;
		if (!position) break;
	}
	return { ok: true, value: owners };
}
