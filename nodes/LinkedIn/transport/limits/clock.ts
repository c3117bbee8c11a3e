/**
 * The clock that nobody sets, in milliseconds from some moment on: for how long something takes or waits. What time it
 * is, in LinkedIn's answers and its days, is read from `Date`, and may jump.
 */
export const monotonic = { now: (): number => performance.now() };
