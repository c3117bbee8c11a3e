import { line } from '../engine/host';
import { adsResources } from '../../nodes/LinkedIn/resources/ads';
import { communityResources } from '../../nodes/LinkedIn/resources/community';
import { caseFiles, readCases } from '../nodes/LinkedIn/caseRun';
import { createdAt } from './countedCreates';
import { judge, type Wrong } from './judge';
import { ILLEGIBLE, SPOILED, type SpoiledAnswer } from './spoiledAnswers';
import { at, hasFailed, run, type Mode, type Ran } from './spoiledRun';
import { passTimeByPauses } from './time';

/**
 * Whatever becomes of the answer to a create, LinkedIn carries it out once: every operation that creates × every way to
 * lose or spoil the answer × stop or continue × Retry On Fail. What an operation creates is found by running its cases.
 *
 * `npm run conformance` runs all of it; else a sample, which covers each create with each spoiled answer.
 */

jest.mock('../../nodes/LinkedIn/transport/pause', () => jest.requireActual('./time'));
passTimeByPauses();

const isWhole = process.env.CONFORMANCE === 'all';
/** Of the answers to what another case has created already, the sample takes one in so many. */
const SPARSE = 5;
const LONGEST_MS = 1_800_000;

const RETRYING: Mode[] = [
	{ onError: 'stopWorkflow', retryOnFail: true, maxTries: 2 },
	{ onError: 'continueErrorOutput', retryOnFail: true, maxTries: 3 },
	{ onError: 'continueRegularOutput', retryOnFail: true, maxTries: 5 },
];
const ONCE: Mode[] = [{ onError: 'stopWorkflow' }, { onError: 'continueRegularOutput' }];

const operations = [...communityResources, ...adsResources].flatMap(({ value, operations: own }) =>
	own.map((operation) => ({ ...operation, key: `${value}:${operation.value}` })),
);
const writing = new Set(operations.filter(({ access }) => access !== 'read').map(({ key }) => key));
const files = caseFiles.filter((file) => writing.has(readCases(file).operation));

/** By operation and place, what was run. */
const covered = new Map<string, number>();
const totals = { runs: 0, doubled: 0, 'sent again': 0, misleading: 0, failed: 0 };

/** Of the cases of a file that succeed, one for each set of places that they write at. */
async function basesOf(file: string): Promise<Array<{ index: number; name: string; base: Ran }>> {
	const bases = [];
	const seen = new Set<string>();
	for (const [index, { name }] of readCases(file).cases.entries()) {
		const base = await run(file, index);
		const places = [...createdAt(base.done), ...base.changed].join();
		if (places === '' || hasFailed(base.result) || seen.has(places)) continue;
		seen.add(places);
		bases.push({ index, name, base });
	}
	return bases;
}

/** What is run at a place; answers and modes rotate in the sample. */
function* plan(key: string, answers: SpoiledAnswer[]): Generator<[SpoiledAnswer, Mode]> {
	const before = covered.get(key) ?? 0;
	covered.set(key, before + 1);
	for (const [index, answer] of answers.entries()) {
		if (isWhole) for (const mode of [...RETRYING, ...ONCE]) yield [answer, mode];
		else if (before === 0 || (index + before) % SPARSE === 0) {
			yield [answer, RETRYING[(index + covered.size) % RETRYING.length]];
		}
	}
}

const told = (
	place: string,
	answer: SpoiledAnswer,
	mode: Mode,
	testCase: string,
	{ what, at: where }: Wrong,
) =>
	`${what}: ${place}, ${answer.name}, ${mode.onError}, ${mode.maxTries ?? 1} tries (${testCase}): ${where}`;

test.each(files)(
	'%s',
	async (file) => {
		const { operation } = readCases(file);
		const offenders: string[] = [];
		const check = async (index: number, place: string, answer: SpoiledAnswer, mode: Mode, base: Ran) => {
			const ran = await run(file, index, mode, ({ faults }) => {
				for (const fault of [answer.fault(at(place))].flat()) faults.add(fault);
			});
			totals.runs += 1;
			const wrong = judge(ran, base, place, answer.leaves);
			if (wrong) totals[wrong.what] += 1;
			if (wrong) offenders.push(told(place, answer, mode, readCases(file).cases[index].name, wrong));
		};
		for (const { index, base } of await basesOf(file)) {
			for (const place of createdAt(base.done)) {
				for (const [answer, mode] of plan(`${operation} ${place}`, SPOILED)) {
					await check(index, place, answer, mode, base);
				}
			}
			for (const place of base.changed) {
				for (const [answer, mode] of plan(`${operation} ${place}`, ILLEGIBLE)) {
					await check(index, place, answer, mode, base);
				}
			}
		}
		expect(offenders).toEqual([]);
	},
	LONGEST_MS,
);

test('every operation that is there to create was run', () => {
	const creating = operations.filter(({ routing }) => /^(BATCH_)?CREATE$/.test(routing.restliMethod));
	const ran = [...covered.keys()];
	const missing = creating.filter(({ key }) => !ran.some((known) => known.startsWith(`${key} `)));
	expect(missing.map(({ key }) => key)).toEqual([]);
});

afterAll(() => {
	const { runs, ...wrong } = totals;
	const counts = Object.entries(wrong).map(([what, count]) => `${count} ${what}`);
	process.stdout.write(
		`n8n ${line}.x: ${covered.size} writes of ${writing.size} operations, ${runs} runs: ${counts.join(', ')}\n`,
	);
});
