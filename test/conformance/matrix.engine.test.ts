import { passTimeBySleeping } from './time';

import { WITHOUT_CALL } from '../endpoints';
import { line } from '../engine/host';
import { adsResources } from '../../nodes/LinkedIn/resources/ads';
import { communityResources } from '../../nodes/LinkedIn/resources/community';
import { caseFiles, readCases } from '../nodes/LinkedIn/caseRun';
import { at, classOf, type Place } from './places';
import { judge, type Spoiling, type WrongName } from './rules';
import { SCENARIOS, type Scenario, type Variant } from './scenarios';
import { hasFailed, run, type Mode, type Ran, type Subject } from './spoiltRun';
import { Table } from './table';

/**
 * Every operation × every way to lose, spoil or refuse an answer × once or lasting × stop or continue × Retry On Fail.
 * `access` and `restliMethod` say what each operation and each of its requests does. The parameters come from the cases,
 * and `rules.ts` says what must happen.
 *
 * `npm run conformance` runs everything and prints the table. Otherwise a sample runs, with each operation and scenario.
 */

passTimeBySleeping();

const isWhole = process.env.CONFORMANCE === 'all';
const LONGEST_MS = isWhole ? 600_000 : 120_000;

interface Combination {
	isLasting: boolean;
	mode: Mode;
}
const MODES: Mode[] = [
	{ onError: 'stopWorkflow', retryOnFail: true, maxTries: 2 },
	{ onError: 'continueErrorOutput', retryOnFail: true, maxTries: 2 },
	{ onError: 'continueRegularOutput' },
	{ onError: 'stopWorkflow' },
];
const COMBINATIONS: Combination[] = MODES.flatMap((mode) =>
	[false, true].map((isLasting) => ({ isLasting, mode })),
);

const operations = [...communityResources, ...adsResources]
	.flatMap(({ value, operations: own }) =>
		own.map((operation) => ({ ...operation, key: `${value}:${operation.value}` })),
	)
	.filter(({ key }) => !WITHOUT_CALL.includes(key));
const byKey = new Map(operations.map((operation) => [operation.key, operation]));

const table = new Table();
const totals: Record<WrongName | 'runs', number> = {
	runs: 0,
	doubled: 0,
	'sent again': 0,
	lied: 0,
	silent: 0,
	failed: 0,
	'not tried again': 0,
	misleading: 0,
	'wrong end': 0,
};
/** The next combination and variant. */
let turnOf = 0;

interface Base {
	subject: Subject;
	base: Ran;
	/** Those that no other case of the operation has. */
	places: Place[];
}

const seenPlaces = new Map<string, Set<Place>>();

/** The successful cases of a file that use a place that no earlier one used. */
async function basesOf(file: string): Promise<Base[]> {
	const { operation, cases } = readCases(file);
	const seen = seenPlaces.get(operation) ?? new Set<Place>();
	seenPlaces.set(operation, seen);
	const bases: Base[] = [];
	for (const testCase of cases.filter(({ error, errorOut }) => !error && !errorOut)) {
		if (!isWhole && seen.size > 0) break;
		const subject = { file, operation, testCase };
		const base = await run(subject);
		if (hasFailed(base.result) || base.hasOwnFault) continue;
		const places = [...base.asked.keys()].filter((place) => !seen.has(place));
		for (const place of places) seen.add(place);
		if (places.length > 0) bases.push({ subject, base, places });
	}
	return bases;
}

/** The place of the operation's own request comes first. */
function ordered(operation: string, places: Place[]): Place[] {
	const routing = byKey.get(operation)?.routing;
	const isOwn = (place: Place) => place.startsWith(`${routing?.restliMethod} `) && classOf(place) !== 'step';
	return [...places.filter(isOwn), ...places.filter((place) => !isOwn(place))];
}

function variantsAt(place: Place, { variants, kind }: Scenario): Variant[] {
	const type = classOf(place);
	if (type === 'upload' && kind === 'taken') return [];
	return variants.filter(({ onlyCreates }) => !onlyCreates || type === 'create');
}

/**
 * All combinations at an operation's first place, one of them at others. The sample has one everywhere and, for places
 * that can't create duplicates, alternates between the scenarios.
 */
function* plan(place: Place, isFirst: boolean): Generator<Spoiling> {
	const isThin = !isWhole && classOf(place) !== 'create';
	for (const [index, scenario] of SCENARIOS.entries()) {
		const variants = variantsAt(place, scenario);
		if (variants.length === 0 || (isThin && (index + seenPlaces.size) % 2 === 0)) continue;
		const count = isWhole && isFirst ? Math.max(COMBINATIONS.length, variants.length) : 1;
		for (let number = 0; number < count; number += 1) {
			turnOf += 1;
			const { isLasting, mode } = COMBINATIONS[(isWhole && isFirst ? number : turnOf) % COMBINATIONS.length];
			const variant = variants[(number + turnOf) % variants.length];
			yield { place, scenario, variant, isLasting: isLasting && !variant.isOnce, mode };
		}
	}
}

const told = ({ place, scenario, variant, isLasting, mode }: Spoiling, { subject }: Base) =>
	`${place}, ${scenario.name} (${variant.name}) ${isLasting ? 'lasting' : 'once'}, ${mode.onError}, ${mode.maxTries ?? 1} tries, ${subject.file}: ${subject.testCase.name}`;

test.each(caseFiles)(
	'%s',
	async (file) => {
		const offenders: string[] = [];
		for (const one of await basesOf(file)) {
			const { subject, base } = one;
			const [first, ...others] = ordered(subject.operation, one.places);
			for (const place of [first, ...(isWhole ? others : [])]) {
				const isFirst = place === first && table.isNew(subject.operation);
				for (const spoiling of [...plan(place, isFirst)]) {
					const times = spoiling.isLasting ? Infinity : 1;
					const ran = await run(subject, spoiling.mode, ({ faults }) => {
						const faultsOfIt = [spoiling.variant.fault({ ...at(place), times })].flat();
						for (const fault of faultsOfIt) faults.add(fault);
					});
					const wrong = judge(ran, base, spoiling);
					totals.runs += 1;
					table.add(subject.operation, spoiling.scenario.name, wrong !== undefined);
					if (!wrong) continue;
					totals[wrong.what] += 1;
					offenders.push(`${wrong.what}: ${told(spoiling, one)}: ${wrong.at}`);
				}
			}
		}
		expect(offenders).toEqual([]);
	},
	LONGEST_MS,
);

test('every operation was run, and every scenario; all of it: every operation with every scenario', () => {
	const keys = operations.map(({ key }) => key);
	const names = SCENARIOS.map(({ name }) => name);
	expect(keys.filter((key) => !names.some((name) => table.has(key, name)))).toEqual([]);
	expect(names.filter((name) => !keys.some((key) => table.has(key, name)))).toEqual([]);
	const missing = keys.flatMap((key) =>
		names.filter((name) => !table.has(key, name)).map((name) => `${key}: ${name}`),
	);
	if (isWhole) expect(missing).toEqual([]);
});

afterAll(() => {
	const { runs, ...wrong } = totals;
	const counts = Object.entries(wrong).map(([what, count]) => `${count} ${what}`);
	const { user, system } = process.cpuUsage();
	const cpuSeconds = Math.round((user + system) / 1_000_000);
	const rows = isWhole ? `${table.print()}\n` : '';

	process.stdout.write(
		`${rows}n8n ${line}.x: ${seenPlaces.size} operations, ${runs} runs, ${cpuSeconds} s of processor time: ${counts.join(', ')}\n`,
	);
});
