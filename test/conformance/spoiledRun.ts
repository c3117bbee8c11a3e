import type { OperationCase } from '../cases';
import type { RunOptions, RunResult } from '../engine/run';
import { readCases, runCase } from '../nodes/LinkedIn/caseRun';
import { startSimulator, type Fault, type Simulator } from '../simulator';
import { countOf, type Count } from './countedCreates';

/** One run of a case with a LinkedIn of its own, and what LinkedIn saw of it. */

/** The node's settings of On Error and Retry On Fail. */
export type Mode = Pick<RunOptions, 'onError' | 'retryOnFail' | 'maxTries'>;

export interface Ran {
	result: RunResult;
	/** What LinkedIn created, and what was sent to create it. */
	done: Count;
	sent: Count;
	/** Writes that LinkedIn carried out and that create nothing, as `METHOD /path/template`. */
	changed: string[];
}

export async function run(
	file: string,
	index: number,
	mode: Mode = {},
	prepare: (simulator: Simulator) => void = () => {},
): Promise<Ran> {
	const { operation, cases } = readCases(file);
	const testCase: OperationCase = cases[index];
	const simulator = await startSimulator();
	try {
		prepare(simulator);
		const { result } = await runCase(simulator, file, operation, testCase, () => mode);
		const changes = simulator.requests.filter(
			({ carriedOut, restliMethod = '' }) =>
				carriedOut && ['UPDATE', 'PARTIAL_UPDATE', 'DELETE'].includes(restliMethod),
		);
		return {
			result,
			done: countOf(simulator, ({ carriedOut }) => carriedOut === true),
			sent: countOf(simulator, () => true),
			changed: [...new Set(changes.flatMap(({ endpoint }) => endpoint ?? []))],
		};
	} finally {
		await simulator.close();
	}
}

export const hasFailed = ({ error, outputs }: RunResult) =>
	error !== undefined || outputs.flat().some(({ json }) => 'error' in json);

/** The requests of one kind. @param place as `METHOD /path/template` */
export function at(place: string): Pick<Fault, 'match'> {
	const [restliMethod, template] = place.split(' ');
	const path = template.replace(/\{\w+\}/g, '[^/?]+');
	// The key of an entity is no part of the template.
	const entity = restliMethod.endsWith('CREATE') || restliMethod === 'ACTION' ? '' : '(/[^/?]+)?';
	return { match: { restliMethod, path: new RegExp(`^${path}${entity}(\\?|$)`) } };
}
