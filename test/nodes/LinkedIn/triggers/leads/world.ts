/** LinkedIn with leads, and n8n, as far as the lead trigger's logic sees them. */
import type { LeftOut } from '../../../../../nodes/LinkedIn/transport/elements';
import type { Answer } from '../../../../../nodes/LinkedIn/triggers/sources';
import { newLeadMemory, pollLeads, type LeadMemory } from '../../../../../nodes/LinkedIn/triggers/leads/poll';
import type { LeadPage, NewLead } from '../../../../../nodes/LinkedIn/triggers/leads/sources';
import { readLeadState, type LeadState } from '../../../../../nodes/LinkedIn/triggers/leads/state';

export const START_MS = Date.UTC(2026, 10, 2, 0, 0, 0);
export const HOUR_MS = 3_600_000;
const PAGE = 2;

interface Submitted extends NewLead {
	stream: string;
	visibleAtMs: number;
}

/** LinkedIn with leads that show late, pages of two, and faults; and n8n, which saves only what is emitted. */
export class World {
	nowMs = START_MS;
	leads: Submitted[] = [];
	fault: Answer<never> | undefined;
	calls = 0;
	callsByDay = new Map<number, number>();
	emitted: string[] = [];
	memory: LeadMemory = newLeadMemory();
	state: LeadState | undefined;
	saved: LeadState | undefined;
	says: string[] = [];
	owners = ['a', 'b'];
	/** Of the connection. */
	grantKey = 'Ada';
	otherLists: Array<Answer<string[]>> = [];
	/** Leads that LinkedIn counts and does not show. */
	hidden = 0;
	/** What the trigger could not read in a poll. */
	unread: LeftOut[] = [];

	submit(stream: string, lateMs = 0, id = `lead ${this.leads.length}`): string {
		this.leads.push({ id, stream, submittedAtMs: this.nowMs, visibleAtMs: this.nowMs + lateMs, entity: {} });
		return id;
	}

	async poll(callsADay = 1000): Promise<string[]> {
		const result = await pollLeads({
			state: readLeadState(this.state),
			memory: this.memory,
			grantKey: this.grantKey,
			owners: undefined,
			streamsOf: (owner) => [`${owner} SPONSORED`],
			isWanted: () => true,
			callsADay,
			now: () => this.nowMs,
			endByMs: this.nowMs + HOUR_MS,
			sources: {
				calls: () => this.calls,
				leftOut: () => this.unread,
				owners: async () => ({
					lists: [this.count() ?? { ok: true, value: this.owners }, ...this.otherLists],
					says: [],
				}),
				page: async (stream, startMs, endMs, start) =>
					this.count() ?? { ok: true, value: this.page(stream, startMs, endMs, start) },
			},
		});
		const isFirst = this.state === undefined;
		this.state = result.state;
		this.says.push(...result.says);
		const ids = result.leads.map(({ id }) => id);
		this.emitted.push(...ids);
		if (isFirst || ids.length > 0) this.saved = readLeadState(result.state);
		return ids;
	}

	crash(): void {
		this.state = readLeadState(this.saved);
		this.memory = newLeadMemory();
	}

	/** Calls from this one on meet a fault. */
	failFrom(call: number, fault: Answer<never>): void {
		this.failing = { call, fault };
	}

	private failing: { call: number; fault: Answer<never> } | undefined;

	private count(): Answer<never> | undefined {
		this.calls += 1;
		if (this.failing && this.calls > this.failing.call) return this.failing.fault;
		const day = Math.floor(this.nowMs / (24 * HOUR_MS));
		this.callsByDay.set(day, (this.callsByDay.get(day) ?? 0) + 1);
		return this.fault;
	}

	private page(stream: string, startMs: number, endMs: number, start: number): LeadPage {
		const all = this.leads
			.filter((lead) => lead.stream === stream && lead.visibleAtMs <= this.nowMs)
			.filter(({ submittedAtMs }) => submittedAtMs >= startMs && submittedAtMs < endMs)
			.reverse();
		const leads = all.slice(start, start + PAGE);
		const next = start + PAGE < all.length ? start + PAGE : undefined;
		return { leads, size: leads.length, next, total: all.length + this.hidden };
	}
}
