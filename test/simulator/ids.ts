/**
 * LinkedIn's ids: `id >> 22` is the creation time in epoch ms (docs/behaviour.md#ids-of-a-post). The low bits come from
 * one running counter, so that share, ugcPost, activity and comment never share a number, not even of the same post.
 */
export class Ids {
	private counter = 1_234;

	/** @param createdAtMs epoch ms in the number */
	next(createdAtMs: number): string {
		this.counter = (this.counter + 617) % (1 << 22);
		return ((BigInt(Math.floor(createdAtMs)) << 22n) | BigInt(this.counter)).toString();
	}
}
