/**
 * One question: may I send now?
 *
 * A member at a host has lanes of their own: reads four at once, writes one after another, uploads four at once. An endpoint
 * that throttled is closed for all who wait on it; waiting for it to open holds no place in a lane.
 */
import { sleep } from 'n8n-workflow';

import { pause } from './pause';
import { notAfterReset } from './quota';
import { Remembered } from './remembered';

export type Lane = 'read' | 'write' | 'upload';

export const LANE_WIDTH: Record<Lane, number> = { read: 4, write: 1, upload: 4 };

/**
 * Between two reads of a connection. Answers to requests sent in the same moment come in the same moment, and then all
 * wait for the one processor, again and again; a little apart, each is dealt with while the others are on their way.
 */
const READ_SPACING_MS = 8;

/** What somebody wants to send. */
export interface Wish {
	lane: Lane;
	/** Method and path template. */
	endpoint: string;
	/** Aborts the wait. */
	signal: AbortSignal | undefined;
	/** Epoch milliseconds after which waiting for a closed endpoint makes no sense. */
	deadlineMs: number;
}

export interface Closed {
	kind: 'closed';
	untilMs: number;
}

/** The lanes and closed endpoints of one connection. */
export class Gate {
	private readonly busy: Record<Lane, number> = { read: 0, write: 0, upload: 0 };
	private readonly queue: Record<Lane, Array<() => void>> = { read: [], write: [], upload: [] };
	private readonly closedUntil = new Map<string, number>();
	/** When the latest read starts or started, by the clock that nobody sets. */
	private readAtMs = Number.NEGATIVE_INFINITY;
	/** How many are waiting or at work here. */
	private passing = 0;

	constructor(private readonly readSpacingMs = READ_SPACING_MS) {}

	get isIdle(): boolean {
		return this.passing === 0;
	}

	/**
	 * Closes an endpoint for everyone until `untilMs` (epoch milliseconds), but not beyond the next reset of LinkedIn's
	 * quotas; a later time wins.
	 */
	close(endpoint: string, untilMs: number): void {
		// Whoever is waiting looks at the time once more.
		for (const other of this.closedUntil.keys()) this.opensAt(other);
		const untilResetMs = notAfterReset(untilMs, Date.now());
		this.closedUntil.set(endpoint, Math.max(untilResetMs, this.opensAt(endpoint)));
	}

	/** Epoch milliseconds; a moment that has passed where the endpoint is open. */
	private opensAt(endpoint: string): number {
		const nowMs = Date.now();
		// The clock may have run ahead when it was closed.
		const untilMs = notAfterReset(this.closedUntil.get(endpoint) ?? 0, nowMs);
		if (untilMs > nowMs) this.closedUntil.set(endpoint, untilMs);
		else this.closedUntil.delete(endpoint);
		return untilMs;
	}

	/**
	 * Waits until the endpoint is open and the lane has a place, runs the work, and gives the place back. What the work
	 * learns about the endpoint holds before the next one in the lane starts.
	 * @returns what the work returns, or when the endpoint opens if that is after the deadline
	 * @throws what the work throws; a cancelled wait rejects with the signal's reason
	 */
	async pass<T>(wish: Wish, work: () => Promise<T>): Promise<T | Closed> {
		this.passing += 1;
		try {
			return await this.passWhenOpen(wish, work);
		} finally {
			this.passing -= 1;
		}
	}

	private async passWhenOpen<T>(
		{ lane, endpoint, signal, deadlineMs }: Wish,
		work: () => Promise<T>,
	): Promise<T | Closed> {
		for (;;) {
			const untilMs = await this.untilOpen(endpoint, deadlineMs, signal);
			if (untilMs !== undefined) return { kind: 'closed', untilMs };
			await this.enter(lane, signal);
			try {
				if (lane === 'read') await this.keepSpacing(signal);
				const isOpen = this.opensAt(endpoint) <= Date.now();
				if (isOpen) return await work();
			} finally {
				this.leave(lane);
			}
		}
	}

	/** Undefined once it is open; the time it opens, in epoch milliseconds, when that is too late. */
	private async untilOpen(
		endpoint: string,
		deadlineMs: number,
		signal: AbortSignal | undefined,
	): Promise<number | undefined> {
		for (;;) {
			const untilMs = this.opensAt(endpoint);
			if (untilMs <= Date.now()) return undefined;
			if (untilMs > deadlineMs) return untilMs;
			await pause(untilMs - Date.now(), signal);
		}
	}

	private async keepSpacing(signal: AbortSignal | undefined): Promise<void> {
		const nowMs = performance.now();
		this.readAtMs = Math.max(nowMs, this.readAtMs + this.readSpacingMs);
		if (this.readAtMs > nowMs) await sleep(this.readAtMs - nowMs);
		signal?.throwIfAborted();
	}

	private async enter(lane: Lane, signal: AbortSignal | undefined): Promise<void> {
		signal?.throwIfAborted();
		if (this.busy[lane] < LANE_WIDTH[lane]) {
			this.busy[lane] += 1;
			return;
		}
		await new Promise<void>((resolve, reject) => {
			const onAbort = () => {
				this.queue[lane] = this.queue[lane].filter((other) => other !== takePlace);
				reject(signal?.reason);
			};
			const takePlace = () => {
				signal?.removeEventListener('abort', onAbort);
				resolve();
			};
			signal?.addEventListener('abort', onAbort, { once: true });
			this.queue[lane].push(takePlace);
		});
	}

	/** Hands the place to whoever waits first, so that the count of busy places never has a gap to slip into. */
	private leave(lane: Lane): void {
		const next = this.queue[lane].shift();
		if (next) next();
		else this.busy[lane] -= 1;
	}
}

const gates = new Remembered<Gate>(undefined, (gate) => gate.isIdle);

/** The gate of a connection, by its key; shared by all nodes of this process. */
export function gateOf(key: string): Gate {
	const gate = gates.get(key) ?? new Gate();
	gates.set(key, gate);
	return gate;
}
