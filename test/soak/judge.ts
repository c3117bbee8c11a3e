/** Compares what happened, by the world's own list, with what came out, by id. Uses nothing from the trigger. */
import type { LoggedRequest } from '../simulator';
import { DAY_MS, HOUR_MS } from './time';

/** How long a comment may take to come out after it can be read. */
export const TO_COME_OUT_MS = 48 * HOUR_MS;

/** Something that happened on LinkedIn. */
export interface Judged {
	id: string;
	/** Epoch milliseconds. */
	at: number;
	/** When LinkedIn makes it readable; the allowed time starts here. */
	dueFrom: number;
	/** When LinkedIn deleted it again. */
	goneAt?: number;
	/** Whether it may come out. */
	isWanted: boolean;
	/** Whether it must come out. */
	isPromised: boolean;
	/** For the table of what was lost. */
	kind: string;
	/** While this event couldn't be read, whatever the trigger does. */
	unreadable?: Outage[];
}

export interface CameOut {
	id: string;
	/** Epoch milliseconds. */
	at: number;
}

export interface Verdict {
	events: number;
	out: number;
	/** Should have come out by now and didn't, or too late; by kind. */
	lost: Record<string, string>;
	lostCount: number;
	/** Of the lost ones, those that never came out. */
	neverCount: number;
	/** Came again although no process crashed in between. */
	repeated: number;
	/** Came again after a process crashed, and first came within the overlap before that. */
	repeatedAfterDeath: number;
	/** Came out although it must not: own comments, or something nobody created. */
	unexpected: number;
	longestDelayMs: number;
	/** The first few of each, for debugging. */
	examples: string[];
}

const YEAR_MS = 365 * DAY_MS;
/** What the trigger reads again before its last emission. */
const OVERLAP_MS = HOUR_MS;

export interface JudgeOptions {
	events: Iterable<Judged>;
	out: CameOut[];
	/** When the first poll was; earlier events don't count. */
	from: number;
	until: number;
	allowedMs: number;
	deaths?: number[];
	/** While nothing could be read or no poll ran; it doesn't count as the trigger's time. */
	outages?: Outage[];
}

export interface Outage {
	from: number;
	until: number;
}

/** Calling again before LinkedIn's time is an offence; a new day reopens everything. */
function comeBackAt(said: string, nowMs: number): number {
	const number = Number(said);
	const [isMilliseconds, isMoment] = [number > 1e12, number > 1e9];
	const moment = isMilliseconds ? number : isMoment ? number * 1_000 : nowMs + number * 1_000;
	const at = said.trim() === '' ? nowMs : Number.isNaN(number) ? Date.parse(said) : moment;
	const isNonsense = Number.isNaN(at) || at > nowMs + YEAR_MS;
	return isNonsense ? nowMs : Math.min(at, (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS);
}

/** While LinkedIn had said that some of its calls, by their address, must wait. In order. */
export function closings(requests: LoggedRequest[], path: RegExp): Outage[] {
	return requests
		.filter(({ comeBack, url }) => comeBack !== undefined && path.test(url))
		.map(({ at, comeBack }) => ({ from: at, until: comeBackAt(String(comeBack), at) }))
		.filter(({ from, until }) => until > from);
}

/** Overlapping ones merged, in order. */
function apart(outages: Outage[]): Outage[] {
	const joined: Outage[] = [];
	for (const outage of [...outages].sort((a, b) => a.from - b.from)) {
		const last = joined.at(-1);
		if (last && outage.from <= last.until) last.until = Math.max(last.until, outage.until);
		else joined.push({ ...outage });
	}
	return joined;
}

/** When the allowed time is over, without the outages. */
function endOf(from: number, allowedMs: number, outages: Outage[]): number {
	let end = from + allowedMs;
	for (const outage of outages) {
		if (outage.from < end) end += Math.max(0, outage.until - Math.max(outage.from, from));
	}
	return end;
}

export function judge(options: JudgeOptions): Verdict {
	const { events, out, from, until, allowedMs, deaths = [] } = options;
	const outages = apart(options.outages ?? []);
	const times = new Map<string, number[]>();
	for (const { id, at } of out) times.set(id, [...(times.get(id) ?? []), at]);
	const known = new Map<string, Judged>();
	const tally = new Map<string, { lost: number; of: number }>();
	const examples: string[] = [];
	const verdict = { lostCount: 0, neverCount: 0, repeated: 0, repeatedAfterDeath: 0, unexpected: 0 };
	let longestDelayMs = 0;
	let count = 0;
	const show = (text: string) => {
		if (examples.length < 12) examples.push(text);
	};
	const stamp = (ms: number) => new Date(ms).toISOString().slice(0, 19);
	for (const event of events) {
		known.set(event.id, event);
		if (!event.isWanted || event.at <= from) continue;
		count += 1;
		const [first] = times.get(event.id) ?? [];
		if (first !== undefined) longestDelayMs = Math.max(longestDelayMs, first - event.dueFrom);
		const { unreadable = [] } = event;
		const closed = unreadable.length > 0 ? apart([...outages, ...unreadable]) : outages;
		const dueAt = endOf(event.dueFrom, allowedMs, closed);
		if (!event.isPromised || dueAt > until || (event.goneAt ?? Infinity) <= dueAt) continue;
		const kind = tally.get(event.kind) ?? { lost: 0, of: 0 };
		tally.set(event.kind, kind);
		kind.of += 1;
		if (first !== undefined && first <= dueAt) continue;
		kind.lost += 1;
		verdict.lostCount += 1;
		if (first === undefined) verdict.neverCount += 1;
		show(`${event.kind} ${event.id} of ${stamp(event.at)} ${first ? `came ${stamp(first)}` : 'never came'}`);
	}
	for (const [id, at] of times) {
		const event = known.get(id);
		if (!event?.isWanted) {
			verdict.unexpected += 1;
			show(`${id} came out at ${stamp(at[0])} and ${event ? 'is our own' : 'was made by nobody'}`);
		}
		for (let again = 1; again < at.length; again += 1) {
			const isAfterDeath = deaths.some(
				(death) => death >= at[again - 1] && death <= at[again] && death - at[again - 1] <= OVERLAP_MS,
			);
			verdict[isAfterDeath ? 'repeatedAfterDeath' : 'repeated'] += 1;
			const between = deaths.filter((death) => death >= at[again - 1] && death <= at[again]).map(stamp);
			const died = between.length > 0 ? `, the process died at ${between.join(', ')}` : '';
			if (!isAfterDeath)
				show(`${id} came at ${stamp(at[again - 1])} and again at ${stamp(at[again])}${died}`);
		}
	}
	const lost = [...tally].filter(([, kind]) => kind.lost > 0);
	return {
		...verdict,
		events: count,
		out: out.length,
		lost: Object.fromEntries(lost.map(([kind, { lost, of }]) => [kind, `${lost} of ${of}`])),
		longestDelayMs,
		examples,
	};
}

/** How many calls each UTC day had. */
export function callsByDay(requests: Array<{ at: number; url: string }>): Map<string, number> {
	const byDay = new Map<string, number>();
	for (const { at, url } of requests) {
		if (url.startsWith('/oauth/')) continue;
		const day = new Date(at).toISOString().slice(0, 10);
		byDay.set(day, (byDay.get(day) ?? 0) + 1);
	}
	return byDay;
}

/** How often each fault occurred. */
export function faultsByKind(requests: Array<{ fault?: string }>): Record<string, number> {
	const byKind: Record<string, number> = {};
	for (const { fault } of requests) if (fault) byKind[fault] = (byKind[fault] ?? 0) + 1;
	return byKind;
}

/**
 * How long a full round takes, if the trigger says so: "checking all 250 posts takes about 3 days".
 * @returns milliseconds; undefined if it doesn't say
 */
export function roundNamed(sentences: string[]): number | undefined {
	let longestMs: number | undefined;
	for (const sentence of sentences) {
		const found = /\bposts takes\b[^.]*?\b(\d+(?:\.\d+)?) (hour|day)s?\b/i.exec(sentence);
		if (!found) continue;
		const ms = Number(found[1]) * (found[2].toLowerCase() === 'day' ? 24 : 1) * HOUR_MS;
		longestMs = Math.max(longestMs ?? 0, ms);
	}
	return longestMs;
}
