/**
 * What time it is at LinkedIn, by the `Date` of its answers: the clock of this machine may be wrong, and jump.
 *
 * A jump ahead may be a machine that slept, so it is believed until the next answer; a poll that went by it begins anew
 * where the answer says otherwise. A jump back is no time that passed, and is not believed.
 */

/** Such a difference does no harm: whatever is read again reaches back much further. */
const AGREES_WITHIN_MS = 5 * 60_000;
/** A host whose answers tell another time each time is believed at last. */
const MOST_TRIES = 3;

/** What one poll has to know of the time that it goes by. */
export interface PollTime {
	/** LinkedIn has answered since the clock jumped last, so that it is LinkedIn's time, or at least the best there is. */
	isKnown: boolean;
	/** An answer shows that the poll goes by a wrong time: nothing of it counts, and it is begun anew. */
	isVoid: () => boolean;
	/** Makes the poll begin anew as soon as the time is known. */
	need: () => void;
}

export class LinkedInTime {
	/** LinkedIn's time, the steady clock's at that moment, and how far the machine's clock was ahead; milliseconds. */
	private anchor: { atMs: number; steadyMs: number; hostAheadMs: number } | undefined;
	private answers = 0;
	/** How often `now` turned out to be wrong. */
	private corrections = 0;

	/**
	 * @param host the clock of this machine, epoch milliseconds
	 * @param steady a clock that nobody sets, milliseconds
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

	/** @param atMs that an answer names, epoch milliseconds; undefined where it names none */
	note(atMs: number | undefined): void {
		this.answers += 1;
		if (atMs === undefined) return;
		if (Math.abs(atMs - this.now()) > AGREES_WITHIN_MS) this.corrections += 1;
		const hostAheadMs = this.host() - atMs;
		const isRight = Math.abs(hostAheadMs) <= AGREES_WITHIN_MS;
		this.anchor = { atMs, steadyMs: this.steady(), hostAheadMs: isRight ? 0 : hostAheadMs };
	}

	/**
	 * Polls, and begins anew where an answer shows that it went by a wrong time.
	 * @param poll must ask nothing more, and leave nothing behind, once `isVoid` says so
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

	private get isKnown(): boolean {
		const steadyMs = this.steadyTime();
		return this.answers > 0 && (steadyMs === undefined || this.now() - steadyMs <= AGREES_WITHIN_MS);
	}

	/** What time it is by the last answer and the steady clock; it stands still while the machine sleeps. */
	private steadyTime(): number | undefined {
		return this.anchor && Math.round(this.anchor.atMs + this.steady() - this.anchor.steadyMs);
	}
}
