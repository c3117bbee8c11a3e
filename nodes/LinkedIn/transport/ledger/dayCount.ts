/** How often something happened on this UTC day. */

const DAY_MS = 86_400_000;

export class DayCount {
	private day = Number.NEGATIVE_INFINITY;
	private count = 0;

	add(nowMs: number): void {
		this.turnTo(nowMs);
		this.count += 1;
	}

	of(nowMs: number): number {
		this.turnTo(nowMs);
		return this.count;
	}

	private turnTo(nowMs: number): void {
		const day = Math.floor(nowMs / DAY_MS);
		if (day === this.day) return;
		this.day = day;
		this.count = 0;
	}
}
