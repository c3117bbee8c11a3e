import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { adsResources } from '../../../nodes/LinkedIn/resources/ads';
import { communityResources } from '../../../nodes/LinkedIn/resources/community';
import type { OperationCase, Variables } from '../../cases';
import { runNode } from '../../engine/run';
import { startSimulator, type Fault, type Simulator } from '../../simulator';
import { caseFiles, readCases, resolve, runOf } from './caseRun';
import { LOOKS_LIKE_A_BUG } from './fuzzRun';
import { isJson, NO_ENTITIES, spoilt, type Json, type Spoilt } from './oddElements';

/**
 * Every reading operation, with a good answer of one of its cases in which one element is spoilt, in each of some
 * twenty ways: no error, the other elements come out as before and in their order, and what was left out is said. Where
 * the answer is the thing itself, one error of the error table will do.
 */

const READS = [...communityResources, ...adsResources]
	.filter(({ value }) => value !== 'api')
	.flatMap(({ value, operations }) =>
		operations.filter(({ access }) => access === 'read').map((one) => `${value}:${one.value}`),
	);

/** Operations that make one item of several elements, or several of one, with what they make. */
const NOT_ONE_TO_ONE: Record<string, string> = {
	'organization:getMany': 'roles become pages',
	'profile:checkAccess': 'one report',
	'analytics:getFollowerStatistics': 'one element holds all groups',
	'analytics:getPageStatistics': 'one element holds the total and all groups',
	'analytics:getShareStatistics': 'numbers of a post are looked up by its URN',
	'analytics:getMemberPostStatistics': 'numbers are added up in a row',
	'analytics:getVideoStatistics': 'numbers are added up in a row',
	'adAccount:get': 'accounts are looked up by their id',
	'targeting:getAudienceSize': 'one number',
	'organization:getByVanityName': 'one page',
};

let simulator: Simulator;
let runs = 0;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

interface Outcome {
	items: IDataObject[];
	/** Of the first item. */
	notice: string;
	/** What no user should read, or that should not have come. */
	problem?: string;
}

interface Subject {
	file: string;
	operation: string;
	testCase: OperationCase;
	variables: Variables;
}

type Rewrite = (body: unknown) => unknown;

/** What differs from run to run. */
const FLEETING = ['requestId', 'expiresAt'];
const asText = (value: unknown) =>
	JSON.stringify([value], (key, part: unknown) => (FLEETING.includes(key) ? null : part)).replace(
		/\be=\d+/g,
		'e=',
	);

/** Runs the case with all that it lists, and a connection of its own, as much is remembered by connection. */
async function run(subject: Subject, options: IDataObject, fault?: Partial<Fault>): Promise<Outcome> {
	const { file, operation, testCase, variables } = subject;
	const given = runOf(simulator, file, operation, testCase, variables);
	const own = given.parameters.options as IDataObject | undefined;
	simulator.faults.clear();
	if (fault) simulator.faults.add({ match: {}, effect: 'pass', ...fault });
	const { outputs, error } = await runNode({
		...given,
		parameters: {
			...given.parameters,
			...ALL_OF_IT,
			options: { ...own, maxWait: 0, ...options },
		},
		credentials: { ...given.credentials, name: `odd ${(runs += 1)}` } as typeof given.credentials,
	});
	const items = (outputs[0] ?? []).map(({ json }) => json);
	const details = (error?.context as { details?: { code?: string } } | undefined)?.details;
	const said = asText([items, error?.message, error?.description]);
	const [first, ...rest] = items;
	const { notice = '', ...plain } = first ?? {};
	return {
		items: first ? [plain, ...rest] : [],
		notice: String(notice),
		...(LOOKS_LIKE_A_BUG.test(said) && { problem: `reads like a bug of ours: ${said.slice(0, 500)}` }),
		...(error && { problem: `${details?.code ?? 'no code'}: ${error.message}` }),
	};
}

/** An element too many must not push another one over the limit. */
const ALL_OF_IT = { returnAll: false, limit: 500 };

/** The run with the answer at this place rewritten; refusals do not count. */
async function rewritten(subject: Subject, options: IDataObject, place: number, rewrite: Rewrite) {
	let passed = 0;
	const body: Rewrite = (own) => {
		passed += 1;
		return passed - 1 === place ? rewrite(own) : own;
	};
	return await run(subject, options, { times: Infinity, spoils: { body } });
}

/** A good answer and what became of it. */
interface Good extends Outcome {
	bodies: unknown[];
}

async function goodRun(subject: Subject, options: IDataObject): Promise<Good> {
	const bodies: unknown[] = [];
	const record: Rewrite = (body) => {
		bodies.push(structuredClone(body));
		return body;
	};
	return { ...(await run(subject, options, { times: Infinity, spoils: { body: record } })), bodies };
}

const elementsOf = (body: unknown): unknown[] | undefined =>
	isJson(body) && Array.isArray(body.elements) ? (body.elements as unknown[]) : undefined;
const putFirst =
	(...odd: unknown[]): Rewrite =>
	(body) => ({ ...(body as Json), elements: [...odd, ...(elementsOf(body) ?? [])] });

/** How rich an answer is: elements of its largest list or batch. */
const sizeOf = (body: unknown) =>
	elementsOf(body)?.length ?? (isJson(body) && isJson(body.results) ? Object.keys(body.results).length : 0);

/** Cases of an operation that run through. */
function subjectsOf(operation: string): Subject[] {
	return caseFiles.flatMap((file) => {
		const read = readCases(file);
		if (read.operation !== operation) return [];
		return read.cases
			.filter(
				({ error, errorOut, items, authentication }) => !error && !errorOut && !items && !authentication,
			)
			.map((testCase) => ({ file, operation, testCase, variables: {} }));
	});
}

async function prepare(subject: Subject): Promise<void> {
	await simulator.close();
	simulator = await startSimulator();
	subject.variables = subject.testCase.given?.(simulator) ?? {};
}

/** A filter leaves out elements of its own accord; all of a time are all. */
const picksOut = ({ filters }: INodeParameters) =>
	Object.keys(filters ?? {}).some((name) => name !== 'start' && name !== 'end');

const MOST_ITEMS = 60;
const MOST_CALLS = 4;

/** The case whose answer holds the most elements or results, of those that need no fault. */
async function chosen(operation: string): Promise<{ subject: Subject; good: Good }> {
	let best: { subject: Subject; size: number } | undefined;
	for (const subject of subjectsOf(operation)) {
		await prepare(subject);
		if (picksOut(resolve(subject.testCase.parameters, subject.variables))) continue;
		const { items, bodies, problem } = await goodRun(subject, {});
		const isFit = !problem && items.length > 0 && items.length <= MOST_ITEMS && bodies.length <= MOST_CALLS;
		const size = Math.min(2, Math.max(...bodies.map(sizeOf)));
		if (isFit && size > (best?.size ?? -1)) best = { subject, size };
		if (best?.size === 2) break;
	}
	if (!best) throw new Error(`No case of ${operation} gives items`);
	await prepare(best.subject);
	return { subject: best.subject, good: await goodRun(best.subject, {}) };
}

const LEFT_OUT = /could not be read and (was|were) left out/;

describe('one odd element', () => {
	test.each(READS)('%s', async (operation) => {
		const { subject, good } = await chosen(operation);
		const raw = await goodRun(subject, { simplify: false });
		const wrong: object[] = [];
		const judge = (how: string, outcome: Outcome, isRight: boolean) => {
			if (outcome.problem || !isRight) wrong.push({ how, ...outcome });
		};
		for (const [place, body] of good.bodies.entries()) {
			const elements = elementsOf(body);
			const [first] = elements ?? [];
			if (elements && isJson(first)) {
				await oddInList({ subject, good, raw, place, first, judge });
			} else if (isJson(body) && isJson(body.results) && Object.keys(body.results).length > 0) {
				await oddInBatch({ subject, good, place, results: body.results, judge });
			} else if (isJson(body) && !elements) {
				await oddEntity({ subject, place, body, judge });
			}
		}
		expect(wrong).toEqual([]);
	});
});

type Judge = (how: string, outcome: Outcome, isRight: boolean) => void;
interface Place {
	subject: Subject;
	place: number;
	judge: Judge;
}

/** Raw output is LinkedIn's, with names of our own beside it. */
const holds = (item: IDataObject, sent: Json) =>
	Object.entries(sent).every(([key, value]) => OWN.includes(key) || asText(item[key]) === asText(value));
const OWN = ['urn', 'url', 'metricType'];

const ends = (items: IDataObject[], with_: IDataObject[]) =>
	asText(items.slice(items.length - with_.length)) === asText(with_);

async function oddInList({
	subject,
	good,
	raw,
	place,
	first,
	judge,
}: Place & { good: Good; raw: Good; first: Json }): Promise<void> {
	const { operation } = subject;
	const twice = await rewritten(subject, {}, place, putFirst(first));
	const isItem = twice.items.length === good.items.length + 1 && ends(twice.items, good.items);
	const isLast = place === good.bodies.length - 1;
	if (isLast && good.items.length === (elementsOf(good.bodies[place]) ?? []).length) {
		judge('the same element once more', twice, isItem || operation in NOT_ONE_TO_ONE);
	}

	const noEntities = await rewritten(subject, {}, place, putFirst(...NO_ENTITIES));
	judge(
		'what is no entity',
		noEntities,
		asText(noEntities.items) === asText(good.items) && LEFT_OUT.test(noEntities.notice),
	);
	const rawOnes = await rewritten(subject, { simplify: false }, place, putFirst(...NO_ENTITIES));
	judge('what is no entity, raw', rawOnes, asText(rawOnes.items) === asText(raw.items));

	for (const { how, elements } of spoilt(first)) {
		const out = await rewritten(subject, {}, place, putFirst(...elements));
		const more = out.items.length - good.items.length;
		const isSaid = more === elements.length || LEFT_OUT.test(out.notice);
		judge(how, out, !isItem || (ends(out.items, good.items) && more <= elements.length && isSaid));
	}
	const odd = spoilt(first).flatMap(({ elements }) => elements);
	const rawOut = await rewritten(subject, { simplify: false }, place, putFirst(...odd));
	const asSent = odd.every((sent) => rawOut.items.some((item) => holds(item, sent)));
	const isWhole = rawOut.items.length === raw.items.length + odd.length && asSent;
	judge('all of these, raw', rawOut, !isItem || (isWhole && ends(rawOut.items, raw.items)));
	const all = await rewritten(subject, {}, place, (body) => ({ ...(body as Json), elements: NO_ENTITIES }));
	judge('nothing but what is no entity', foreseen(all), true);
	for (const elements of [null, undefined]) {
		const out = await rewritten(subject, {}, place, (body) => ({ ...(body as Json), elements }));
		judge(`elements are ${elements}`, foreseen(out), true);
	}
}

const singly = (ways: Spoilt[]) =>
	ways.flatMap(({ how, elements }) => elements.map((element) => ({ how, element })));

/** An error that says what came is an answer too, where the answer as a whole cannot be read. */
const foreseen = (outcome: Outcome): Outcome =>
	outcome.problem && /^(UNEXPECTED_REPLY|INVALID_INPUT|MISSING_SCOPE): /.test(outcome.problem)
		? { ...outcome, problem: undefined }
		: outcome;

async function oddInBatch({
	subject,
	good,
	place,
	results,
	judge,
}: Place & { good: Good; results: Json }): Promise<void> {
	const [key, entity] = Object.entries(results)[0];
	const isLast = place === good.bodies.length - 1;
	const isItem = isLast && good.items.length === Object.keys(results).length;
	const others = isItem ? good.items.length - 1 : 0;
	// LinkedIn's results are in no order that the items share.
	const kept = ({ items }: Outcome) => {
		const given = new Set(items.map((item) => JSON.stringify(item)));
		return good.items.filter((item) => given.has(JSON.stringify(item))).length >= others;
	};
	const put = (odd: unknown) => (body: unknown) => ({
		...(body as Json),
		results: { ...(body as { results: Json }).results, [key]: odd },
	});
	const ways: Array<{ how: string; element: unknown }> = [
		...NO_ENTITIES.map((element) => ({ how: `a result is ${JSON.stringify(element)}`, element })),
		...(isJson(entity) ? singly(spoilt(entity)) : []),
	];
	for (const { how, element } of ways) {
		const out = await rewritten(subject, {}, place, put(element));
		judge(
			how,
			isItem ? out : foreseen(out),
			kept(out) && (!isItem || out.items.length === good.items.length),
		);
	}
	const parts: Array<[string, Json]> = [
		['errors hold null', { errors: { [key]: null, other: null } }],
		['errors are odd', { errors: { [key]: { status: 'x', message: 5 } } }],
		['statuses are odd', { statuses: { [key]: null } }],
		['errors and statuses are none', { errors: 'x', statuses: null }],
		['results are null', { results: null }],
		['results are a list', { results: [null] }],
	];
	for (const [how, part] of parts) {
		const out = await rewritten(subject, {}, place, (body) => ({ ...(body as Json), ...part }));
		judge(how, isItem ? out : foreseen(out), true);
	}
}

async function oddEntity({ subject, place, body, judge }: Place & { body: Json }): Promise<void> {
	const ways: Array<{ how: string; element: unknown }> = [
		...singly(spoilt(body)),
		{ how: 'a list', element: [] },
	];
	for (const { how, element } of ways) {
		judge(how, foreseen(await rewritten(subject, {}, place, () => element)), true);
	}
	for (const element of [{}, [], ...spoilt(body).at(-1)!.elements]) {
		const out = await rewritten(subject, { simplify: false }, place, () => element);
		judge(`${JSON.stringify(element)}, raw`, foreseen(out), true);
	}
}
