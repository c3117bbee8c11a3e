/**
 * One source answers 429 and says when to come back: both triggers leave it alone until then and continue with all
 * others, in n8n's real poll context.
 */
import { nextReset } from '../../../nodes/LinkedIn/transport/limits/quota';
import { faults } from '../../simulator';
import { callsByDay } from '../../soak/judge';
import { DAY_MS, HOUR_MS, letPass, MINUTE_MS, simulateEachTest, simulator } from './bothTriggers';
import { commentsOf, leadsOf, type Throttled } from './throttledSources';

simulateEachTest();

const POLL_EVERY_MS = 15 * MINUTE_MS;
const CLOSED_FOR_MS = 8 * HOUR_MS;
/** What is created this long before the source opens must be out by then if another source shows it. */
const IN_TIME_MS = 3 * HOUR_MS;
const CALLS_A_DAY = 80;

interface Row {
	of: string;
	start: () => Throttled;
	/** What is closed. */
	path: RegExp;
	/** Whether another source shows this number's target. */
	isShown: (number: number) => boolean;
}

const all = () => true;
const odd = (number: number) => number % 2 === 1;

const ROWS: Row[] = [
	{ of: 'the feed', start: () => commentsOf('page'), path: /EntityNotifications/, isShown: all },
	{
		of: 'the feed of one page of two',
		start: () => commentsOf('two pages'),
		path: /EntityNotifications.*2414183/,
		isShown: all,
	},
	{ of: 'one comment', start: () => commentsOf('page'), path: /comments\/\d/, isShown: all },
	{ of: 'the counts', start: () => commentsOf('without feed'), path: /socialMetadata/, isShown: all },
	{ of: 'the list of posts', start: () => commentsOf('without feed'), path: /posts\?/, isShown: all },
	{ of: 'the pages I manage', start: () => commentsOf('managed'), path: /organizationAcls/, isShown: all },
	{
		of: 'the leads of one owner of two',
		start: () => leadsOf('chosen'),
		path: /leadFormResponses.*507404993/,
		isShown: odd,
	},
	{ of: 'the ad accounts', start: () => leadsOf('reached'), path: /adAccounts/, isShown: all },
];

test.each(ROWS)('$of: nothing is asked of it for hours, and everything else continues', async (row) => {
	const { trigger, make, came } = row.start();
	const madeAt: number[] = [];
	const live = async (ms: number) => {
		for (const end = Date.now() + ms; Date.now() < end;) {
			letPass(POLL_EVERY_MS);
			if (Date.now() % HOUR_MS === 0) make(madeAt.push(Date.now()) - 1);
			letPass(1000);
			await trigger.poll();
			letPass(-1000);
		}
	};
	const isOf = ({ url }: { url: string }) => row.path.test(decodeURIComponent(url));
	await trigger.poll();
	await live(HOUR_MS);
	const seconds = String(CLOSED_FOR_MS / 1000);
	simulator.faults.add(faults.throttled({ 'Retry-After': seconds }, { match: { path: row.path } }));
	const refused = () => simulator.requests.find(({ status }) => status === 429);
	while (!refused()) await live(POLL_EVERY_MS);
	const struckAt = refused()!.at;
	const opensAt = Math.min(struckAt + CLOSED_FOR_MS, nextReset(struckAt));
	await live(opensAt - Date.now() - POLL_EVERY_MS);
	const closed = simulator.requests.filter(({ at }) => at > struckAt && at < opensAt);
	expect(closed.filter(isOf)).toEqual([]);
	expect(closed.length).toBeGreaterThan(0);
	const isDue = (number: number) => madeAt[number] > struckAt && madeAt[number] < opensAt - IN_TIME_MS;
	const shown = [...madeAt.keys()].filter(isDue).filter(row.isShown);
	const out = new Set(came());
	expect(shown.length).toBeGreaterThan(0);
	expect(shown.filter((number) => !out.has(number))).toEqual([]);
	const made = madeAt.length;
	await live(DAY_MS);
	expect(simulator.requests.some((one) => one.at >= opensAt && isOf(one))).toBe(true);
	expect([...new Set(came())].filter((number) => number < made)).toHaveLength(made);
	expect(came()).toHaveLength(new Set(came()).size);
	expect(Math.max(...callsByDay(simulator.requests).values())).toBeLessThanOrEqual(CALLS_A_DAY);
	expect(trigger.thrown).toEqual([]);
});
