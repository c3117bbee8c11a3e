import {
	LinkedInTime,
	type PollTime,
} from '../../../../../../nodes/LinkedIn/triggers/polling/core/linkedInTime';

const START = Date.UTC(2026, 9, 5, 12);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let clock: { host: number; steady: number };
let time: LinkedInTime;
beforeEach(() => {
	clock = { host: START, steady: 17.25 };
	time = new LinkedInTime(
		() => clock.host,
		() => clock.steady,
	);
});

const pass = (ms: number) => {
	clock.host += ms;
	clock.steady += ms;
};

describe('what time it is', () => {
	it.each<[what: string, act: () => void, expected: number]>([
		['before an answer: the clock’s', () => undefined, 0],
		['after an answer without a date: the clock’s', () => time.note(undefined), 0],
		['after one that differs by minutes: the clock’s', () => time.note(START - 4 * MINUTE_MS), 0],
		['after one that differs by days: the answer’s', () => time.note(START - 9 * DAY_MS), -9 * DAY_MS],
		[
			'while the clock stands wrong: the answer’s, and what has passed since',
			() => {
				time.note(START - 9 * DAY_MS);
				pass(DAY_MS);
			},
			-8 * DAY_MS,
		],
		[
			'a clock that is put back: as if it were not',
			() => {
				time.note(START);
				pass(DAY_MS);
				clock.host = 0;
			},
			DAY_MS,
		],
		[
			'a clock that jumps ahead, as of a machine that slept: as it says',
			() => {
				time.note(START);
				clock.host += 8 * DAY_MS;
			},
			8 * DAY_MS,
		],
		[
			'and once an answer denies it: the answer’s',
			() => {
				time.note(START);
				clock.host += 8 * DAY_MS;
				time.note(START);
				pass(MINUTE_MS);
			},
			MINUTE_MS,
		],
		[
			'a clock that is right again: its own',
			() => {
				clock.host += 8 * DAY_MS;
				time.note(START);
				clock.host = START + MINUTE_MS;
				time.note(START);
			},
			MINUTE_MS,
		],
	])('%s', (_what, act, expected) => {
		act();
		expect(time.now() - START).toBe(expected);
	});
});

describe('a poll', () => {
	/** @param asks what each try does */
	async function poll(...asks: Array<(of: PollTime) => void>) {
		const tries: boolean[] = [];
		await time.during(async (of) => {
			asks[tries.length]?.(of);
			tries.push(of.isVoid());
		});
		return tries;
	}

	it.each<[what: string, expected: boolean[], asks: Array<(of: PollTime) => void>]>([
		['without an answer counts', [false], []],
		['with a right one counts', [false], [() => time.note(START)]],
		['with another time is begun anew', [true, false], [() => time.note(START + DAY_MS)]],
		[
			'that needs the time is begun anew with the first answer',
			[true, false],
			[
				(of) => {
					of.need();
					time.note(undefined);
				},
			],
		],
		[
			'of a host that tells another time each time counts at last',
			[true, true, false],
			[1, 2, 3].map((days) => () => time.note(START + days * DAY_MS)),
		],
	])('%s', async (_what, expected, asks) => {
		expect(await poll(...asks)).toEqual(expected);
	});

	it('knows the time once there was an answer, until the clock jumps ahead', async () => {
		const known: boolean[] = [];
		const look = async () => await time.during(async ({ isKnown }) => void known.push(isKnown));
		await look();
		time.note(START);
		await look();
		clock.host += DAY_MS;
		await look();
		expect(known).toEqual([false, true, false]);
	});
});
