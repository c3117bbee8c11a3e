import { monotonic } from '../../../../../nodes/LinkedIn/transport/limits/clock';
import { Beginning, type MadeWhen } from '../../../../../nodes/LinkedIn/transport/limits/serverClock';

/** Whether LinkedIn created something before or after the node began, whatever this machine's clock says. */

const MINUTE_MS = 60_000;
const OURS_MS = Date.UTC(2026, 10, 29, 12, 0, 0);
/** From the beginning to the look-up. */
const AGO_MS = 30_000;

afterEach(() => jest.restoreAllMocks());

/** @param aheadMs how far LinkedIn's clock is ahead; undefined if it doesn't say */
function begun(aheadMs: number | undefined) {
	jest.spyOn(monotonic, 'now').mockReturnValue(1_000);
	jest.spyOn(Date, 'now').mockReturnValue(OURS_MS);
	const beginning = new Beginning();
	jest.spyOn(monotonic, 'now').mockReturnValue(1_000 + AGO_MS);
	jest.spyOn(Date, 'now').mockReturnValue(OURS_MS + AGO_MS);
	const headers = { date: new Date(OURS_MS + AGO_MS + (aheadMs ?? 0)).toUTCString() };
	return { beginning, headers: aheadMs === undefined ? {} : headers };
}

describe.each([0, 15 * MINUTE_MS, -15 * MINUTE_MS, 5 * 60 * MINUTE_MS])(
	'LinkedIn, %d ms ahead, shows something made',
	(aheadMs) => {
		it.each<[when: string, afterMs: number, made: MadeWhen]>([
			['when it was begun', 0, 'since'],
			['a second later', 1_000, 'since'],
			['just before the look', AGO_MS, 'since'],
			['a moment earlier, as the header counts seconds', -5_000, 'since'],
			['half a minute before', -30_000, 'perhaps'],
			['fifteen minutes before', -15 * MINUTE_MS, 'perhaps'],
			['an hour before', -60 * MINUTE_MS, 'before'],
			['after the look, by another clock', 15 * MINUTE_MS, 'perhaps'],
		])('%s', (_when, afterMs, made) => {
			const { beginning, headers } = begun(aheadMs);
			expect(beginning.made(OURS_MS + aheadMs + afterMs, headers)).toBe(made);
		});
	},
);

it.each<[what: string, createdMs: number | undefined, made: MadeWhen]>([
	['something of now', OURS_MS, 'perhaps'],
	['something of a quarter of an hour ago', OURS_MS - 15 * MINUTE_MS, 'perhaps'],
	['something old', OURS_MS - 60 * MINUTE_MS, 'before'],
	['something without a time', undefined, 'perhaps'],
])('%s (%p) was made %s, where LinkedIn does not tell its time', (_what, createdMs, made) => {
	const { beginning, headers } = begun(undefined);
	expect(beginning.made(createdMs, headers)).toBe(made);
	expect(beginning.made(createdMs, { date: 'soon' })).toBe(made);
});

it('a clock that is set meanwhile changes nothing', () => {
	const { beginning, headers } = begun(0);
	jest.spyOn(Date, 'now').mockReturnValue(OURS_MS - 3 * 60 * MINUTE_MS);
	expect(beginning.made(OURS_MS, headers)).toBe('since');
});
