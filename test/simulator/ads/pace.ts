import { throttled } from './errors';
import type { Clock } from '../clock';

/**
 * Counts amounts per key over a sliding window, like LinkedIn's short limits (docs.reports, docs.conversionEvents,
 * docs.audienceUsers).
 */
export class Pace {
	private readonly taken = new Map<string, Array<{ at: number; amount: number }>>();

	constructor(
		private readonly clock: Clock,
		/** Maximum in one window; tests may lower it. */
		public most: number,
		private readonly windowMs: number,
	) {}

	/** @throws ApiError 429 if the window of this key is full */
	take(key: string, amount = 1): void {
		const from = this.clock.now() - this.windowMs;
		const recent = (this.taken.get(key) ?? []).filter(({ at }) => at > from);
		this.taken.set(key, recent);
		const used = recent.reduce((sum, one) => sum + one.amount, 0);
		if (used >= this.most) throw throttled();
		recent.push({ at: this.clock.now(), amount });
	}
}
