/**
 * Calls back if something has taken too long. One sleeper serves all calls of the process and runs only while there are
 * any: one timer per call would hold memory until it fires. Alarms aren't tied to a connection and are gone as soon as
 * the call has ended.
 */
import { abortableSleep } from '../limits/sleep';

/** Maximum delay of an alarm. */
const LOOK_EVERY_MS = 250;

interface Alarm {
	atMs: number;
	ring: () => void;
}

class Alarms {
	private readonly set = new Set<Alarm>();
	private isWatching = false;

	after(afterMs: number, ring: () => void): () => void {
		const alarm = { atMs: performance.now() + afterMs, ring };
		this.set.add(alarm);
		if (!this.isWatching) void this.watch();
		return () => void this.set.delete(alarm);
	}

	private async watch(): Promise<void> {
		this.isWatching = true;
		while (this.set.size > 0) {
			await abortableSleep(LOOK_EVERY_MS);
			const nowMs = performance.now();
			for (const alarm of this.set) {
				if (alarm.atMs > nowMs) continue;
				this.set.delete(alarm);
				alarm.ring();
			}
		}
		this.isWatching = false;
	}
}

const alarms = new Alarms();

/**
 * @param afterMs in milliseconds from now, by the monotonic clock
 * @param ring must not throw
 * @returns cancels the alarm
 */
export function alarmAfter(afterMs: number, ring: () => void): () => void {
	return alarms.after(afterMs, ring);
}
