/**
 * A monotonic clock in milliseconds, for durations and waits. The time of day, as in LinkedIn's answers and days, comes
 * from `Date` and may jump.
 */
export const monotonic = { now: (): number => performance.now() };
