/**
 * One question: may I send now?
 *
 * A member at a host has lanes of their own: reads four at once, writes one after another, uploads four at once. An endpoint
 * that throttled is closed for all who wait on it; waiting for it to open holds no place in a lane.
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
 * Between two reads of a connection. Answers to requests sent in the same moment come in the same moment, and then all
 * wait for the one processor, again and again; a little apart, each is dealt with while the others are on their way.
 */
const READ_SPACING_MS = 8;

/** What somebody wants to send. */
export interface PlaceRequest {
	lane: Lane;
	/** Method and path template. */
	endpoint: string;
	/** Aborts the wait. */
	signal: AbortSignal | undefined;
	/** After it waiting for a closed endpoint makes no sense; in milliseconds by the clock that nobody sets. */
	deadlineMs: number;
	/** How long one call of the work may take, in milliseconds. */
	callMs: number;
}

export interface Closed {
	kind: 'closed';
	/** Epoch milliseconds. */
	untilMs: number;
}

/** No place came free, and none will. */
export interface Stuck {
	kind: 'stuck';
	/** For so long nothing in the lane ended, in milliseconds. */
	forMs: number;
}

/** A call that ends by its deadline has to give its place back in this time. */
const SLACK_MS = 2_000;

/** How long an endpoint is closed. */
interface Closing {
	/** By the clock that nobody sets. */
	untilMs: number;
	/** The next reset of LinkedIn's quotas, epoch milliseconds: by then it is open, whatever was said. */
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
	/** What is at work in each lane, and when something last began or ended there, by the clock that nobody sets. */
	private readonly atWork: Record<Lane, Set<PlaceRequest>> = {
		read: new Set(),
		write: new Set(),
		upload: new Set(),
	};
	private readonly movedAtMs: Record<Lane, number> = { read: 0, write: 0, upload: 0 };
	/** When the latest read starts or started, by the clock that nobody sets. */
	private readAtMs = Number.NEGATIVE_INFINITY;
	/** How many are waiting or at work here. */
	private passing = 0;

	constructor(private readonly readSpacingMs = READ_SPACING_MS) {}

	get isIdle(): boolean {
		return this.passing === 0;
	}

	/**
	 * Closes an endpoint for everyone, but not beyond the next reset of LinkedIn's quotas; a later time wins.
	 * @param durationMs in milliseconds from now
	 */
	close(endpoint: string, durationMs: number): void {
		// Whoever is waiting looks at the time once more.
		for (const other of this.closed.keys()) this.leftMs(other);
		const untilMs = monotonic.now() + Math.max(durationMs, this.leftMs(endpoint));
		this.closed.set(endpoint, { untilMs, resetAtMs: nextReset(Date.now()) });
	}

	/** For how long the endpoint is closed yet, in milliseconds; 0 where it is open. */
	private leftMs(endpoint: string): number {
		const closing = this.closed.get(endpoint);
		if (!closing) return 0;
		const leftMs = Math.min(closing.untilMs - monotonic.now(), closing.resetAtMs - Date.now());
		if (leftMs > 0) return leftMs;
		this.closed.delete(endpoint);
		return 0;
	}

	/** A call of the work ended, and the work goes on. */
	moved(lane: Lane): void {
		this.movedAtMs[lane] = performance.now();
	}

	/**
	 * Waits until the endpoint is open and the lane has a place, runs the work, and gives the place back. What the work
	 * learns about the endpoint holds before the next one in the lane starts.
	 * @returns what the work returns; or when the endpoint opens, if that is after the deadline; or that nothing in the lane
	 * ended for as long as a call in it may take
	 * @throws what the work throws; a cancelled wait rejects with the signal's reason
	 */
	async pass<T>(wish: PlaceRequest, work: () => Promise<T>): Promise<T | Closed | Stuck> {
		this.passing += 1;
		try {
			// A copy, as its place is found by it.
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

	/** Undefined once it is open; the time it opens, in epoch milliseconds, when that is too late. */
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

	/** Undefined once there is a place; for how long nothing has ended, in milliseconds, when that is too long. */
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

	/** As long as one call of those at work may take. */
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

/** The error of a call that was not sent, because those before it never ended. */
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
