import type { Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';

/** Days counted from today, and LinkedIn's answers in the form of its pages. */

export const DAY_MS = 86_400_000;

/** Midnight UTC this many days ago. */
export const daysAgo = (days: number): number => (Math.floor(Date.now() / DAY_MS) - days) * DAY_MS;

/** `2026-05-04` */
export const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The days that the cases use, as text for fields and rows and in milliseconds for requests. */
export function days(): Variables {
	return Object.fromEntries(
		[0, 1, 2, 3, 4, 5, 6, 30, 60, 365, 366].flatMap((count) => [
			[`day${count}`, dayText(daysAgo(count))],
			[`ms${count}`, daysAgo(count)],
			[`year${count}`, new Date(daysAgo(count)).getUTCFullYear()],
			[`month${count}`, new Date(daysAgo(count)).getUTCMonth() + 1],
			[`date${count}`, new Date(daysAgo(count)).getUTCDate()],
		]),
	);
}

/** A range of member analytics as sent (docs.memberPostStatistics). */
export const wireDates = (from: number, to: number): string =>
	`dateRange=(start:(year:\${year${from}},month:\${month${from}},day:\${date${from}}),` +
	`end:(year:\${year${to}},month:\${month${to}},day:\${date${to}}))`;

/** A range inside an answer. */
export function dates(from: number, to: number) {
	const day = (count: number) => {
		const date = new Date(daysAgo(count));
		return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
	};
	return { start: day(from), end: day(to) };
}

export const page = (elements: unknown[], paging: object = {}) => ({
	paging: { start: 0, count: 10, links: [], ...paging },
	elements,
});

/** The next matching request is answered with this. */
export function answer(simulator: Simulator, path: RegExp, body: unknown, status = 200): void {
	simulator.faults.add({ match: { path }, effect: { status, body } });
}

export const refusal = (status: number, message: string) => ({ status, code: 'REFUSED', message });
