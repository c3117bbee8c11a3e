/** LinkedIn with leads, and n8n, as far as the lead trigger's logic sees them. */
import { createHash } from 'node:crypto';

import type { LeftOut } from '../../../../../../nodes/LinkedIn/transport/answers/elements';
import { newLeadMemory, type LeadMemory } from '../../../../../../nodes/LinkedIn/triggers/leads/core/memory';
import { pollLeads } from '../../../../../../nodes/LinkedIn/triggers/leads/core/pollLeads';
import type {
	LeadPage,
	NewLead,
	OwnerPage,
} from '../../../../../../nodes/LinkedIn/triggers/leads/core/sources';
import type { OwnerKind, SavedLeadState } from '../../../../../../nodes/LinkedIn/triggers/leads/core/state';
import type { Answer } from '../../../../../../nodes/LinkedIn/triggers/polling/core/answer';

export const START_MS = Date.UTC(2026, 10, 2, 0, 0, 0);
export const HOUR_MS = 3_600_000;

interface Submitted extends NewLead {
	stream: string;
	visibleAtMs: number;
}

/** LinkedIn with leads that show late, pages of two, and faults; and n8n, which only saves what is emitted. */
export class World {
	nowMs = START_MS;
	/** How far n8n's clock is ahead of LinkedIn's. */
	clockMs = 0;
	leads: Submitted[] = [];
	fault: Answer<never> | undefined;
	calls = 0;
	callsByDay = new Map<number, number>();
	emitted: string[] = [];
	memory: LeadMemory = newLeadMemory();
	state: SavedLeadState | undefined;
	saved: SavedLeadState | undefined;
	says: string[] = [];
	/** Ad accounts. */
	owners = ['a', 'b'];
	chosen: string[] | undefined;
	/** Ad accounts per page of their list; all on one if undefined. */
	ownersAPage: number | undefined;
	/** If set, pages are also listed, with this result. */
	pageList: Answer<OwnerPage> | undefined;
	/** How often pages were listed. */
	pageLists = 0;
	/** Replaces the list of ad accounts. */
	listFault: Answer<never> | undefined;
	/** Leads per page. */
	most = 2;
	order: 'newestFirst' | 'oldestFirst' | 'byId' = 'newestFirst';
	counts = true;
	links = true;
	/** This many of a hundred leads are hidden in their place. */
	isShown: (lead: NewLead) => boolean = () => true;
	/** n8n discards what a superseded poll emitted. */
	isDiscarded = true;
	/** Maximum duration of a poll. */
	pollMs = HOUR_MS;
	/** Time that passes with each call. */
	callMs = 0;
	/** Replaces the page that would come. */
	answer: ((stream: string, start: number) => Partial<LeadPage> | undefined) | undefined;
	asked: Array<{ stream: string; start: number; startMs: number; endMs: number }> = [];
	/** When calls got `fault`. */
	faultsAt: number[] = [];
	/** Longest state so far, in characters. */
	longestState = 0;
	/** Of the connection. */
	grantKey = 'Ada';
	/** Leads that LinkedIn counts but doesn't show. */
	hidden = 0;
	/** What the trigger couldn't read in a poll. */
	unread: LeftOut[] = [];

	/** @param owner and type, as `a SPONSORED` */
	submit(owner: string, lateMs = 0, id = `lead ${this.leads.length}`): string {
		const stream = `urn:li:sponsoredAccount:${owner}`;
		this.leads.push({ id, stream, submittedAtMs: this.nowMs, visibleAtMs: this.nowMs + lateMs, entity: {} });
		return id;
	}

	async poll(callsADay = 1000): Promise<string[]> {
		const result = await pollLeads({
			saved: this.state,
			memory: this.memory,
			grantKey: this.grantKey,
			owners: this.chosen?.map((name) => `urn:li:sponsoredAccount:${name}`),
			streamsOf: (owner) => [`${owner} SPONSORED`],
			isWanted: () => true,
			callsADay,
			now: () => this.nowMs + this.clockMs,
			endByMs: this.nowMs + this.clockMs + this.pollMs,
			time: { isKnown: true, isVoid: () => false, need: () => undefined },
			isDiscardedWhenSuperseded: this.isDiscarded,
			sources: {
				calls: () => this.calls,
				leftOut: () => this.unread,
				kinds: () => ({
					kinds: this.pageList ? ['sponsoredAccount', 'organization'] : ['sponsoredAccount'],
					says: [],
				}),
				owners: async (kind, position) => this.count() ?? this.list(kind, position),
				page: async (stream, startMs, endMs, start) =>
					this.count() ?? { ok: true, value: this.page(stream, startMs, endMs, start) },
				withForms: async (leads) => ({ ok: true, value: leads }),
			},
		});
		const isFirst = this.state === undefined;
		this.state = copyOf(result.state);
		this.longestState = Math.max(this.longestState, JSON.stringify(result.state).length);
		this.says.push(...result.says);
		const ids = result.leads.map(({ id }) => id);
		this.emitted.push(...ids);
		if (isFirst || ids.length > 0) this.saved = copyOf(result.state);
		return ids;
	}

	crash(): void {
		this.state = this.saved && copyOf(this.saved);
		this.memory = newLeadMemory();
	}

	/** Calls from this one on get a fault. */
	failFrom(call: number, fault: Answer<never>): void {
		this.failing = { call, fault };
	}

	private failing: { call: number; fault: Answer<never> } | undefined;

	private count(): Answer<never> | undefined {
		this.calls += 1;
		this.nowMs += this.callMs;
		if (this.failing && this.calls > this.failing.call) return this.failing.fault;
		const day = Math.floor(this.nowMs / (24 * HOUR_MS));
		this.callsByDay.set(day, (this.callsByDay.get(day) ?? 0) + 1);
		if (this.fault) this.faultsAt.push(this.nowMs);
		return this.fault;
	}

	private list(kind: OwnerKind, position: Parameters<LeadOwners>[1]): Answer<OwnerPage> {
		if (kind === 'organization') {
			this.pageLists += 1;
			return this.pageList!;
		}
		if (this.listFault) return this.listFault;
		const most = this.ownersAPage ?? this.owners.length;
		const start = position && 'start' in position ? position.start : 0;
		const owners = this.owners.slice(start, start + most).map((name) => `urn:li:sponsoredAccount:${name}`);
		const isMore = start + most < this.owners.length;
		return {
			ok: true,
			value: { owners, size: owners.length, next: isMore ? { start: start + most, count: most } : undefined },
		};
	}

	private page(stream: string, startMs: number, endMs: number, start: number): LeadPage {
		this.asked.push({ stream, start, startMs, endMs });
		const { most } = this;
		const all = this.leads
			.filter((lead) => lead.stream === stream && lead.visibleAtMs <= this.nowMs)
			.filter(({ submittedAtMs }) => submittedAtMs >= startMs && submittedAtMs < endMs);
		if (this.order === 'newestFirst') all.reverse();
		if (this.order === 'byId') all.sort((a, b) => (hash(a.id) < hash(b.id) ? -1 : 1));
		const leads = all.slice(start, start + most).filter(this.isShown);
		return {
			leads,
			size: leads.length,
			count: most,
			print: leads.map(({ id }) => id).join(),
			next: start + most,
			hasLink: this.links && start + most < all.length,
			total: this.counts ? all.length + this.hidden : undefined,
			...this.answer?.(stream, start),
		};
	}
}

type LeadOwners = Parameters<typeof pollLeads>[0]['sources']['owners'];

const copyOf = (state: SavedLeadState) => JSON.parse(JSON.stringify(state)) as SavedLeadState;
/** An order unrelated to time. */
const hash = (id: string) => createHash('sha256').update(id).digest('hex');
