import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { OperationCase, Variables } from '../../cases';
import { runNode } from '../../engine/run';
import { startSimulator, type Fault, type Simulator } from '../../simulator';
import { caseFiles, readCases, resolve, runOf } from './caseRun';
import { LOOKS_LIKE_A_BUG } from '../../fuzz/judge';
import { isJson, type Json } from './oddElements';

/** Runs of a case in which LinkedIn's own answer is changed, and their results. */

let simulator: Simulator;
let runs = 0;

/** Starts a simulator for each test of the calling file. */
export function simulateForEachTest(): void {
	beforeEach(async () => {
		simulator = await startSimulator();
	});
	afterEach(async () => await simulator.close());
}

export interface Outcome {
	items: IDataObject[];
	/** Of the first item. */
	notice: string;
	/** Texts that users shouldn't see, or unexpected results. */
	problem?: string;
}

export interface Subject {
	file: string;
	operation: string;
	testCase: OperationCase;
	variables: Variables;
}

type Rewrite = (body: unknown) => unknown;

/** What differs from run to run. */
const FLEETING = ['requestId', 'expiresAt'];
export const asText = (value: unknown) =>
	JSON.stringify([value], (key, part: unknown) => (FLEETING.includes(key) ? null : part)).replace(
		/\be=\d+(?:&t=[\w-]+)?/g,
		'e=',
	);

/** Runs the case with all its items and a separate connection, because much is remembered per connection. */
async function run(subject: Subject, more: INodeParameters, fault?: Partial<Fault>): Promise<Outcome> {
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
			...more,
			options: { ...own, maxWait: 0 },
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

/** An extra element must not push another one over the limit. */
const ALL_OF_IT = { returnAll: false, limit: 500 };

/** The run with the answer at this place changed; refusals don't count. */
export async function rewritten(subject: Subject, more: INodeParameters, place: number, rewrite: Rewrite) {
	let passed = 0;
	const body: Rewrite = (own) => {
		passed += 1;
		return passed - 1 === place ? rewrite(own) : own;
	};
	return await run(subject, more, { times: Infinity, spoils: { body } });
}

/** A valid answer and its result. */
export interface Good extends Outcome {
	bodies: unknown[];
}

export async function goodRun(subject: Subject, more: INodeParameters): Promise<Good> {
	const bodies: unknown[] = [];
	const record: Rewrite = (body) => {
		bodies.push(structuredClone(body));
		return body;
	};
	return { ...(await run(subject, more, { times: Infinity, spoils: { body: record } })), bodies };
}

export const elementsOf = (body: unknown): unknown[] | undefined =>
	isJson(body) && Array.isArray(body.elements) ? (body.elements as unknown[]) : undefined;
export const putFirst =
	(...odd: unknown[]): Rewrite =>
	(body) => ({ ...(body as Json), elements: [...odd, ...(elementsOf(body) ?? [])] });

/** The size of an answer: elements of its largest list or batch. */
const sizeOf = (body: unknown) =>
	elementsOf(body)?.length ?? (isJson(body) && isJson(body.results) ? Object.keys(body.results).length : 0);

/** Cases of an operation that succeed. */
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

/** Filters leave out elements themselves, except a time range that includes all of them. */
const picksOut = ({ filters }: INodeParameters) =>
	Object.keys(filters ?? {}).some((name) => name !== 'start' && name !== 'end');

const MOST_ITEMS = 60;
const MOST_CALLS = 4;

/** The case whose answer has the most elements or results, of those without a fault. */
export async function chosen(operation: string): Promise<{ subject: Subject; good: Good }> {
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
