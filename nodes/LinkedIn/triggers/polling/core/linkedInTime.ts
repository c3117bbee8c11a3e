/**
 * LinkedIn's time, from the `Date` of its answers, because this machine's clock may be wrong and jump.
 *
 * A jump ahead may come from a machine that slept, so it's accepted until the next answer; if the answer disagrees, the
 * poll starts again. A jump back isn't time that passed, so it isn't accepted.
 */

/** Such a difference is harmless: rereading goes back much further. */
export const AGREES_WITHIN_MS = 5 * 60_000;
/** If a host's answers have a different time each time, the clock is accepted in the end. */
const MOST_TRIES = 3;

/** What one poll must know about its time. */
export interface PollTime {
	/** LinkedIn has answered since the clock last jumped, so the time is LinkedIn's, or at least the best there is. */
	isKnown: boolean;
	/** An answer shows that the poll has a wrong time: its results don't count, and it starts again. */
	isVoid: () => boolean;
	/** Makes the poll start again as soon as the time is known. */
	need: () => void;
}

export class LinkedInTime {
	/** LinkedIn's time, the monotonic clock at that moment, and how far the machine's clock was ahead; milliseconds. */
	private anchor: { atMs: number; steadyMs: number; hostAheadMs: number } | undefined;
	private answers = 0;
	/** How often `now` turned out to be wrong. */
	private corrections = 0;

	/**
	 * @param host this machine's clock, epoch milliseconds
	 * @param steady a monotonic clock, milliseconds
	 */
	constructor(
		private readonly host: () => number,
		private readonly steady: () => number,
	) {}

	/** Epoch milliseconds. */
	now(): number {
		const hostMs = this.host() - (this.anchor?.hostAheadMs ?? 0);
		const steadyMs = this.steadyTime() ?? hostMs;
		return hostMs < steadyMs - AGREES_WITHIN_MS ? steadyMs : hostMs;
	}

	/** LinkedIn has answered since the clock last jumped, so `now` is LinkedIn's, or at least the best there is. */
	get isKnown(): boolean {
		const steadyMs = this.steadyTime();
		return this.answers > 0 && (steadyMs === undefined || this.now() - steadyMs <= AGREES_WITHIN_MS);
	}

	/** @param atMs time of an answer, epoch milliseconds; undefined if it doesn't have one */
	note(atMs: number | undefined): void {
		this.answers += 1;
		if (atMs === undefined) return;
		if (Math.abs(atMs - this.now()) > AGREES_WITHIN_MS) this.corrections += 1;
		const hostAheadMs = this.host() - atMs;
		const isRight = Math.abs(hostAheadMs) <= AGREES_WITHIN_MS;
		this.anchor = { atMs, steadyMs: this.steady(), hostAheadMs: isRight ? 0 : hostAheadMs };
	}

	/**
	 * Polls, and starts again if an answer shows that the time was wrong.
	 * @param poll must request nothing more, and leave nothing behind, once `isVoid` says so
	 */
	async during<T>(poll: (time: PollTime) => Promise<T>): Promise<T> {
		for (let tries = 1; ; tries += 1) {
			const { answers, corrections, isKnown } = this;
			let isNeeded = false;
			const isVoid = () =>
				tries < MOST_TRIES &&
				(this.corrections !== corrections || (isNeeded && !isKnown && this.answers !== answers));
			const need = () => {
				isNeeded = true;
			};
			const result = await poll({ isKnown, isVoid, need });
			if (!isVoid()) return result;
		}
	}

	/** The time by the last answer and the monotonic clock, which stands still while the machine sleeps. */
	private steadyTime(): number | undefined {
		return this.anchor && Math.round(this.anchor.atMs + this.steady() - this.anchor.steadyMs);
	}
}
