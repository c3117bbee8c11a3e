/** A test for each life of a table. */
import { daysOr, isLong, LIFE_LIMIT_MS, seed, toRun, type Listed } from './options';
import { tooSeldom } from './rough';
import { linesOf, type Told } from './told';

const STATE_BYTES = 64 * 1024;
const LONG_DAYS = 30;
const STRIKES_EACH = 100;

interface Lives<L> {
	lives: L[];
	live: (life: L, seed: number, days: number) => Promise<Told>;
	/** Of the short form. */
	shortDays: number;
}

/** Nothing is lost, nothing comes twice, and no day is over its budget. */
export function testSteadyLives<L extends Listed>(given: Lives<L>): void {
	testLives('steady', given);
}

/**
 * The same on days on which everything goes wrong; in the long form each fault has to strike a hundred times.
 * @param isUnmet faults, as `tooSeldom` names them, that none of these lives can meet
 */
export function testRoughLives<L extends Listed>(
	given: Lives<L>,
	isUnmet: (fault: string) => boolean = () => false,
): void {
	const counted: Array<Record<string, number>> = [];
	const { isAll, days } = testLives('rough', given, ({ faults }) => counted.push(faults));
	(isLong && isAll && days >= LONG_DAYS ? test : test.skip)('each fault struck a hundred times', () => {
		expect(tooSeldom(counted, STRIKES_EACH).filter((fault) => !isUnmet(fault))).toEqual([]);
	});
}

function testLives<L extends Listed>(
	kind: 'steady' | 'rough',
	{ lives, live, shortDays }: Lives<L>,
	count: (told: Told) => void = () => undefined,
): { isAll: boolean; days: number } {
	const chosen = toRun(lives, kind);
	const days = daysOr(isLong ? LONG_DAYS : shortDays);
	(chosen.length > 0 ? test.each(chosen) : test.skip.each(lives))(
		'$name',
		async (life) => {
			const told = await live(life, seed, days);
			process.stdout.write(`${linesOf(told)}\n`);
			count(told);
			expect(told).toMatchObject({ lostCount: 0, repeated: 0, unexpected: 0, thrown: 0, overBudget: 0 });
			expect(told.stateBytes).toBeLessThan(STATE_BYTES);
			expect(told.out).toBeGreaterThan(0);
		},
		LIFE_LIMIT_MS,
	);
	return { isAll: chosen.length === lives.length, days };
}
