/** How a list is sorted by its times (epoch ms), in words. */
export function orderOf(times: number[]): string {
	if (times.length < 2) return 'too few to tell the order';
	const falls = times.every((time, at) => at === 0 || time <= times[at - 1]);
	const rises = times.every((time, at) => at === 0 || time >= times[at - 1]);
	if (falls && rises) return 'equal times do not tell the order';
	return falls ? 'newest first' : rises ? 'oldest first' : 'in no order of time';
}
