/** The report of a life. */
import type { Simulator } from '../simulator';
import {
	callsByDay,
	closings,
	faultsByKind,
	judge,
	roundNamed,
	TO_COME_OUT_MS,
	type CameOut,
	type Judged,
	type Outage,
	type Verdict,
} from './judge';
import type { N8nProcess } from './process';
import { HOUR_MS } from './time';

export interface Lived {
	name: string;
	seed: number;
	days: number;
	n8n: N8nProcess;
	simulator: Simulator;
	events: Iterable<Judged>;
	out: CameOut[];
	/** Calls that the trigger may make on a UTC day. */
	perDay: number;
	/** Epoch milliseconds of the first poll and of the end. */
	from: number;
	until: number;
	/** Largest static data that was seen, in bytes. */
	stateBytes: number;
	/** Whether so much is watched that twice the full round counts, if the trigger reports one. */
	isBig?: boolean;
	outages?: Outage[];
	/** The address of the calls without which nothing can be read. */
	reads?: RegExp;
	/** For a life with its own events, what began when. */
	diary?: string[];
	/** Faults by kind; by default from the request log. */
	faults?: Record<string, number>;
	/** `process.hrtime.bigint()` at its start. */
	startedAt: bigint;
}

export interface Told extends Verdict, Pick<Lived, 'name' | 'seed' | 'days' | 'perDay' | 'stateBytes'> {
	engine: number;
	polls: number;
	mostCallsADay: number;
	callsADay: number;
	overBudget: number;
	faults: Record<string, number>;
	roundMs: number | undefined;
	thrown: number;
	deaths: number;
	publications: number;
	seconds: number;
}

export function tell(lived: Lived): Told {
	const { name, seed, days, n8n, simulator, events, out, perDay, from, until, stateBytes } = lived;
	const notices = n8n.emissions.flatMap(({ items }) => items.map(({ json }) => String(json.notice ?? '')));
	const roundMs = roundNamed([...notices, ...n8n.warnings()]);
	const allowedMs = lived.isBig && roundMs ? 2 * roundMs : TO_COME_OUT_MS;
	const calls = [...callsByDay(simulator.requests).values()];
	const outages = [...(lived.outages ?? []), ...closings(simulator.requests, lived.reads ?? /^$/)];
	const verdict = judge({ events, out, from, until, allowedMs, deaths: n8n.deaths, outages });
	return {
		...verdict,
		examples: [
			...verdict.examples,
			...(verdict.repeated > 0
				? [`published at ${n8n.publications.map((at) => new Date(at).toISOString()).join(', ')}`]
				: []),
			...(verdict.examples.length > 0 ? (lived.diary ?? []) : []),
			...n8n.thrown.slice(0, 3).map((error) => `thrown: ${String((error as Error).stack ?? error)}`),
		],
		name,
		seed,
		days,
		perDay,
		stateBytes,
		engine: n8n.engine,
		polls: n8n.polls,
		mostCallsADay: Math.max(0, ...calls),
		callsADay: Math.round(calls.reduce((sum, one) => sum + one, 0) / Math.max(1, calls.length)),
		overBudget: calls.filter((one) => one > perDay).length,
		faults: lived.faults ?? faultsByKind(simulator.requests),
		roundMs,
		thrown: n8n.thrown.length,
		deaths: n8n.deaths.length,
		publications: n8n.publications.length,
		seconds: Number(process.hrtime.bigint() - lived.startedAt) / 1e9,
	};
}

/** A few lines for the log. */
export function linesOf(told: Told): string {
	const hours = (ms: number) => `${(ms / HOUR_MS).toFixed(1)} h`;
	const counted = (counts: Record<string, unknown>) =>
		Object.entries(counts)
			.map(([kind, count]) => `${kind} ${count}`)
			.join(', ');
	const lost = told.lostCount > 0 ? ` (${counted(told.lost)}; ${told.neverCount} never came)` : '';
	return [
		`${told.name} [n8n line ${told.engine}, seed ${told.seed}, ${told.days} days, ${told.polls} polls, ${told.seconds.toFixed(0)} s]`,
		`events ${told.events}, out ${told.out}, lost ${told.lostCount}${lost}`,
		`repeated ${told.repeated}, after a crash ${told.repeatedAfterDeath}, unexpected ${told.unexpected}, thrown ${told.thrown}; crashes ${told.deaths}, publications ${told.publications}`,
		`calls a day ${told.callsADay}, most ${told.mostCallsADay} of ${told.perDay}, days over it ${told.overBudget}`,
		`longest delay ${hours(told.longestDelayMs)}, full round named ${told.roundMs ? hours(told.roundMs) : 'none'}, state ${told.stateBytes} bytes`,
		`faults: ${counted(told.faults) || 'none'}`,
		...(process.env.SOAK_EXAMPLES ? told.examples : []),
	].join('\n    ');
}
