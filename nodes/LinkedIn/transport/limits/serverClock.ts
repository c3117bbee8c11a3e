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
		const serverMs = headers.date === undefined ? undefined : readMoment(headers.date, Date.now());
		const begunMs = serverMs === undefined ? this.ownMs : serverMs - this.agoMs;
		if (createdMs < begunMs - MOST_DRIFT_MS) return 'before';
		if (serverMs === undefined) return 'perhaps';
		const isWithin = createdMs >= begunMs - SURE_WITHIN_MS && createdMs <= serverMs + SURE_WITHIN_MS;
		return isWithin ? 'since' : 'perhaps';
	}

	private get agoMs(): number {
		return monotonic.now() - this.atMs;
	}
}
