import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { setImmediate as turn, setTimeout as realSleep } from 'node:timers/promises';

/**
 * Time that only passes while the nodes wait: if no request is under way, the next sleeper wakes immediately, and both
 * clocks have moved on.
 *
 * A test imports it before whatever imports n8n-workflow, whose sleep it takes the place of, and calls `passTimeBySleeping`.
 */

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep }));

interface Sleeper {
	atMs: number;
	wake: () => void;
}

/** The monotonic clock, before it's replaced. */
const realNow = performance.now.bind(performance);

let passedMs = 0;
let sleepers: Sleeper[] = [];
let isPumping = false;
const underWay = new Set<ClientRequest>();
/** Counts checks since something last began or ended. */
let idleLooks = 0;

/**
 * An answer that hasn't come after this many checks, a millisecond apart, never comes, and its deadline may pass. Both
 * sides are in this process, so on a busy machine a check takes longer too.
 */
const HANGS_AFTER_LOOKS = 300;
/** What follows an answer does so within this many turns of the event loop. */
const TURNS = 4;

const nowMs = () => realNow() + passedMs;

/** Replaces n8n's own. */
async function sleep(durationMs: number): Promise<void> {
	await new Promise<void>((wake) => {
		sleepers.push({ atMs: nowMs() + Math.max(0, durationMs), wake });
		void pump();
	});
}

async function pump(): Promise<void> {
	if (isPumping) return;
	isPumping = true;
	while (sleepers.length > 0) {
		for (let count = 0; count < TURNS; count += 1) await turn();
		wakeDue();
		if (sleepers.length === 0) break;
		if (underWay.size > 0 && idleLooks < HANGS_AFTER_LOOKS) {
			idleLooks += 1;
			await realSleep(1);
			continue;
		}
		const nextMs = Math.min(...sleepers.map(({ atMs }) => atMs));
		passedMs += Math.max(0, nextMs - nowMs());
		wakeDue();
	}
	isPumping = false;
}

function wakeDue(): void {
	// Read once: a sleeper that falls due between two reads of the clock would be in neither list and sleep forever.
	const now = nowMs();
	const due = sleepers.filter(({ atMs }) => atMs <= now);
	sleepers = sleepers.filter(({ atMs }) => atMs > now);
	for (const { wake } of due) wake();
}

function onStart(message: unknown): void {
	const { request } = message as { request: ClientRequest };
	underWay.add(request);
	idleLooks = 0;
	request.once('close', () => {
		underWay.delete(request);
		idleLooks = 0;
	});
}

/** Lets time pass without sleepers. */
export function letPass(durationMs: number): void {
	passedMs += durationMs;
}

/** Each run starts at the real time, so that the day doesn't change over many of them. */
export function backToThePresent(): void {
	if (sleepers.length === 0) passedMs = 0;
}

/** For all tests of the calling file, both clocks move on by what was slept. */
export function passTimeBySleeping(): void {
	const { now } = Date;
	beforeAll(() => {
		subscribe('http.client.request.start', onStart);
		jest.spyOn(Date, 'now').mockImplementation(() => Math.floor(now() + passedMs));
		jest.spyOn(performance, 'now').mockImplementation(nowMs);
	});
	afterAll(() => {
		unsubscribe('http.client.request.start', onStart);
		jest.restoreAllMocks();
	});
}
