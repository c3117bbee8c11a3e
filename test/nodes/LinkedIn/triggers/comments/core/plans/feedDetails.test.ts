import { timeOf } from '../../../../../../../nodes/LinkedIn/triggers/comments/core/plans/feedDetails';
import type { CommentNotification } from '../../../../../../../nodes/LinkedIn/triggers/events/core/notification';

const MINUTE_MS = 60_000;
const AT_MS = Date.UTC(2026, 9, 5, 12);
/** LinkedIn's numbers have the time before the last 22 bits. */
const numberOf = (ms: number) => (BigInt(ms) << 22n).toString();

describe('when the comment of an event was made', () => {
	it.each([
		['its number says so', numberOf(AT_MS - 10 * MINUTE_MS), AT_MS - 10 * MINUTE_MS],
		['the event came first', numberOf(AT_MS + MINUTE_MS), AT_MS],
		['its number is of another year', '7200000000000100009', AT_MS],
		['its number is small', '42', AT_MS],
	])('%s', (_what, id, expected) => {
		expect(timeOf({ atMs: AT_MS, id } as CommentNotification)).toBe(expected);
	});
});
