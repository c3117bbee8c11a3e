/**
 * Whether something that LinkedIn shows was made before or after something was begun here. Its clock and this machine's
 * may differ by minutes, so the time is read off LinkedIn's own answer.
 */
import { monotonic } from './clock';
import { readMoment } from './serverTiming';

/** Clocks that should agree and may not: of this machine and LinkedIn, or of two machines of LinkedIn's. */
const MOST_DRIFT_MS = 20 * 60_000;
/** The header counts whole seconds, and its answer was some time on its way. */
const SURE_WITHIN_MS = 10_000;

/** - `perhaps`: nobody can tell */
export type MadeWhen = 'since' | 'perhaps' | 'before';

export class Beginning {
	private readonly atMs = monotonic.now();
	/** By this machine's clock, epoch milliseconds. */
	private readonly ownMs = Date.now();

	/** The earliest that a clock which differs from this machine's may have shown, epoch milliseconds. */
	get earliestMs(): number {
		return this.ownMs - MOST_DRIFT_MS;
	}

	/**
	 * @param createdMs as LinkedIn says, epoch milliseconds; undefined where it does not
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
