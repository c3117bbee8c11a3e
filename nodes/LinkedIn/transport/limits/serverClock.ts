/**
 * Whether something that LinkedIn shows was created before or after an operation started here. LinkedIn's clock and
 * this machine's may differ by minutes, so the time comes from LinkedIn's own answer.
 */
import { monotonic } from './clock';
import { readMoment } from './serverTiming';

/** Clocks that may disagree: this machine's and LinkedIn's, or those of two of LinkedIn's machines. */
const MOST_DRIFT_MS = 20 * 60_000;
/** The header counts whole seconds, and the answer took some time to arrive. */
const SURE_WITHIN_MS = 10_000;

/** - `perhaps`: can't be decided */
export type MadeWhen = 'since' | 'perhaps' | 'before';

export class Beginning {
	private readonly atMs = monotonic.now();
	/** By this machine's clock, epoch milliseconds. */
	private readonly ownMs = Date.now();

	/** The earliest time that a differing clock may have shown, epoch milliseconds. */
	get earliestMs(): number {
		return this.ownMs - MOST_DRIFT_MS;
	}

	/**
	 * @param createdMs from LinkedIn, epoch milliseconds; undefined if it doesn't say
	 * @param headers of the answer that says so, names in lower case
	 */
	made(createdMs: number | undefined, headers: Record<string, string>): MadeWhen {
		if (createdMs === undefined) return 'perhaps';
		const serverMs = serverTimeIn(headers);
		const begunMs = serverMs === undefined ? this.ownMs : serverMs - this.agoMs;
		if (createdMs < begunMs - MOST_DRIFT_MS) return 'before';
		if (serverMs === undefined) return 'perhaps';
		const isWithin = createdMs >= begunMs - SURE_WITHIN_MS && createdMs <= serverMs + SURE_WITHIN_MS;
		return isWithin ? 'since' : 'perhaps';
	}

	/**
	 * Whether something existed already when LinkedIn refused to create it again. Parameters as for `made`.
	 * @returns false if nothing says when it was created
	 */
	isAfter(createdMs: number | undefined, headers: Record<string, string>): boolean {
		if (createdMs === undefined) return false;
		const serverMs = serverTimeIn(headers);
		return createdMs < (serverMs === undefined ? this.earliestMs : serverMs - this.agoMs - SURE_WITHIN_MS);
	}

	private get agoMs(): number {
		return monotonic.now() - this.atMs;
	}
}

function serverTimeIn({ date }: Record<string, string>): number | undefined {
	return date === undefined ? undefined : readMoment(date, Date.now());
}
