/**
 * Decides when a request may be sent.
 *
 * Each member at a host has separate lanes: four reads in parallel, writes one after another, four uploads in parallel.
 * A throttled endpoint is closed for everyone; waiting for it to open doesn't occupy a slot in the lane.
 */
import { sleep } from 'n8n-workflow';

import { LinkedInError } from '../errors/errors';
import { Semaphore } from '../flow/semaphore';
import { alarmAfter } from '../memory/alarms';
import { monotonic } from './clock';
import { nextReset } from './quota';
import { abortableSleep } from './sleep';

export type Lane = 'read' | 'write' | 'upload';

export const LANE_WIDTH: Record<Lane, number> = { read: 4, write: 1, upload: 4 };

/**
 * Between two reads of a connection. Requests sent at the same moment are answered at the same moment and then compete
 * for the processor. With a small gap, each is processed while the others are under way.
 */
const READ_SPACING_MS = 8;

/** A request that waits to be sent. */
export interface PlaceRequest {
	lane: Lane;
	/** Method and path template. */
	endpoint: string;
	/** Aborts the wait. */
	signal: AbortSignal | undefined;
	/** Waiting for a closed endpoint after this makes no sense; in milliseconds of the monotonic clock. */
	deadlineMs: number;
	/** Maximum duration of a single call, in milliseconds. */
	callMs: number;
}

export interface Closed {
	kind: 'closed';
	/** Epoch milliseconds. */
	untilMs: number;
}

/** No slot became free, and none will. */
export interface Stuck {
	kind: 'stuck';
	/** How long nothing in the lane has ended, in milliseconds. */
	forMs: number;
}

/** A call that ends by its deadline must free its slot within this time. */
const SLACK_MS = 2_000;

/** How long an endpoint is closed. */
interface Closing {
	/** By the monotonic clock. */
	untilMs: number;
	/** LinkedIn's next quota reset, epoch milliseconds: the endpoint opens then at the latest. */
	resetAtMs: number;
}

/** The lanes and closed endpoints of one connection. */
export class RateLimiter {
	private readonly places: Record<Lane, Semaphore> = {
		read: new Semaphore(LANE_WIDTH.read),
		write: new Semaphore(LANE_WIDTH.write),
		upload: new Semaphore(LANE_WIDTH.upload),
	};
	private readonly closed = new Map<string, Closing>();
	/** What is running in each lane, and when something last began or ended there, by the monotonic clock. */
	private readonly atWork: Record<Lane, Set<PlaceRequest>> = {
		read: new Set(),
		write: new Set(),
		upload: new Set(),
	};
	private readonly movedAtMs: Record<Lane, number> = { read: 0, write: 0, upload: 0 };
	/** When the latest read starts or started, by the monotonic clock. */
	private readAtMs = Number.NEGATIVE_INFINITY;
	/** How many are waiting or running. */
	private passing = 0;

	constructor(private readonly readSpacingMs = READ_SPACING_MS) {}

	get isIdle(): boolean {
		return this.passing === 0;
	}

	/**
	 * Closes an endpoint for everyone, but not beyond LinkedIn's next quota reset; a later time wins.
	 * @param durationMs in milliseconds from now
	 */
	close(endpoint: string, durationMs: number): void {
		// Everyone who waits checks the time again.
		for (const other of this.closed.keys()) this.leftMs(other);
		const untilMs = monotonic.now() + Math.max(durationMs, this.leftMs(endpoint));
		this.closed.set(endpoint, { untilMs, resetAtMs: nextReset(Date.now()) });
	}

	/** How long the endpoint stays closed, in milliseconds; 0 if it's open. */
	private leftMs(endpoint: string): number {
		const closing = this.closed.get(endpoint);
		if (!closing) return 0;
		const leftMs = Math.min(closing.untilMs - monotonic.now(), closing.resetAtMs - Date.now());
		if (leftMs > 0) return leftMs;
		this.closed.delete(endpoint);
		return 0;
	}

	/** A call of the work ended, and the work continues. */
	moved(lane: Lane): void {
		this.movedAtMs[lane] = performance.now();
	}

	/**
	 * Waits until the endpoint is open and the lane has a free slot, runs the work, and frees the slot. What the work
	 * learns about the endpoint applies before the next one in the lane starts.
	 * @returns the work's result; when the endpoint opens, if that is after the deadline; or that nothing in the lane
	 * ended for as long as a call may take
	 * @throws what the work throws; a cancelled wait rejects with the signal's reason
	 */
	async pass<T>(wish: PlaceRequest, work: () => Promise<T>): Promise<T | Closed | Stuck> {
		this.passing += 1;
		try {
			// A copy, because its slot is found by identity.
			return await this.passWhenOpen({ ...wish }, work);
		} finally {
			this.passing -= 1;
		}
	}

	private async passWhenOpen<T>(wish: PlaceRequest, work: () => Promise<T>): Promise<T | Closed | Stuck> {
		const { lane, endpoint, signal } = wish;
		for (;;) {
			const untilMs = await this.untilOpen(wish);
			if (untilMs !== undefined) return { kind: 'closed', untilMs };
			const stuckForMs = await this.enter(wish);
			if (stuckForMs !== undefined) return { kind: 'stuck', forMs: stuckForMs };
			try {
				if (lane === 'read') await this.keepSpacing(signal);
				if (this.leftMs(endpoint) === 0) return await work();
			} finally {
				this.end(wish);
			}
		}
	}

	/** Undefined once it's open; when it opens, in epoch milliseconds, if that is too late. */
	private async untilOpen({ endpoint, deadlineMs, signal }: PlaceRequest): Promise<number | undefined> {
		for (;;) {
			const leftMs = this.leftMs(endpoint);
			if (leftMs === 0) return undefined;
			if (monotonic.now() + leftMs > deadlineMs) return Math.round(Date.now() + leftMs);
			await abortableSleep(leftMs, signal);
		}
	}

	private async keepSpacing(signal: AbortSignal | undefined): Promise<void> {
		const nowMs = performance.now();
		this.readAtMs = Math.max(nowMs, this.readAtMs + this.readSpacingMs);
		if (this.readAtMs > nowMs) await sleep(this.readAtMs - nowMs);
		signal?.throwIfAborted();
	}

	/** Undefined once there is a slot; how long nothing has ended, in milliseconds, if that is too long. */
	private async enter(wish: PlaceRequest): Promise<number | undefined> {
		const { lane, signal } = wish;
		signal?.throwIfAborted();
		if (this.places[lane].tryEnter()) {
			this.begin(wish);
			return undefined;
		}
		return await new Promise<number | undefined>((resolve, reject) => {
			let takeBack: () => void = () => undefined;
			const stopWaiting = () => {
				giveUp();
				takeBack();
				signal?.removeEventListener('abort', onAbort);
			};
			const onAbort = () => {
				stopWaiting();
				reject(signal?.reason);
			};
			const go = () => {
				stopWaiting();
				this.begin(wish);
				resolve(undefined);
			};
			const look = () => {
				const forMs = performance.now() - this.movedAtMs[lane];
				const leftMs = this.patienceMs(lane) - forMs;
				if (leftMs > 0) {
					takeBack = alarmAfter(leftMs, look);
					return;
				}
				stopWaiting();
				resolve(forMs);
			};
			signal?.addEventListener('abort', onAbort, { once: true });
			const giveUp = this.places[lane].wait(go);
			look();
		});
	}

	/** As long as one running call may take. */
	private patienceMs(lane: Lane): number {
		return Math.max(0, ...[...this.atWork[lane]].map(({ callMs }) => callMs)) + SLACK_MS;
	}

	private begin(wish: PlaceRequest): void {
		this.atWork[wish.lane].add(wish);
		this.moved(wish.lane);
	}

	private end(wish: PlaceRequest): void {
		const { lane } = wish;
		this.atWork[lane].delete(wish);
		this.moved(lane);
		this.places[lane].leave();
	}
}

/** The error of a call that wasn't sent, because earlier calls never ended. */
export function laneStuck(endpoint: string, forMs: number): LinkedInError {
	const seconds = Math.round(forMs / 1000);
	return new LinkedInError(
		`Not sent: ${endpoint} waited for its turn, and no call of this connection has ended for ${seconds} seconds`,
		{
			code: 'NO_ANSWER',
			advice:
				'Run it again later. If this keeps happening, restart n8n: something in it is blocking the calls.',
		},
	);
}
