import type { IDataObject } from 'n8n-workflow';

import type { OperationCase } from '../cases';
import type { HarnessCredential } from '../engine/credentials';
import { runNode, type RunOptions, type RunResult } from '../engine/run';
import { runOf } from '../nodes/LinkedIn/caseRun';
import { startSimulator, type Simulator } from '../simulator';
import { countOf, type Count } from './countedCreates';
import { classOf, placeOf, uploadPlaceOf, type Place } from './places';
import { backToThePresent } from './time';

/** One run of a case with a separate LinkedIn, and the requests LinkedIn received. */

/** The node's settings of On Error and Retry On Fail. */
export type Mode = Pick<RunOptions, 'onError' | 'retryOnFail' | 'maxTries'>;

/** A case, with its operation and file. */
export interface Subject {
	file: string;
	operation: string;
	testCase: OperationCase;
}

export interface Ran {
	result: RunResult;
	/** The case has its own fault, so a second try is a different run. */
	hasOwnFault: boolean;
	/** What LinkedIn created, and what was sent to create it. */
	done: Count;
	sent: Count;
	/** Writes that LinkedIn carried out without creating anything. */
	changed: Place[];
	/** How often each place was requested, carried out or not, in the order of the first request. */
	asked: Map<Place, number>;
}

/** Enough for several tries; some cases don't wait. */
const MAX_WAIT_S = 10;
let runs = 0;
let simulator: Simulator | undefined;
afterAll(async () => await simulator?.close());

export async function run(
	{ file, operation, testCase }: Subject,
	mode: Mode = {},
	prepare: (simulator: Simulator) => void = () => {},
): Promise<Ran> {
	backToThePresent();
	simulator ??= await startSimulator();
	simulator.renew();
	prepare(simulator);
	const adding = jest.spyOn(simulator.faults, 'add');
	const variables = testCase.given?.(simulator) ?? {};
	const hasOwnFault = adding.mock.calls.length > 0;
	adding.mockRestore();
	const requestsBefore = simulator.requests.length;
	const { credentials, parameters, ...more } = runOf(simulator, file, operation, testCase, variables);
	const result = await runNode({
		...more,
		...mode,
		parameters: {
			...parameters,
			options: { ...(parameters.options as IDataObject), maxWait: MAX_WAIT_S },
		},
		// Much is remembered per connection.
		credentials: { ...credentials, name: `conformance ${(runs += 1)}` } as HarnessCredential,
	});
	return { result, hasOwnFault, ...seenOf(simulator, requestsBefore) };
}

function seenOf(simulator: Simulator, requestsBefore: number): Omit<Ran, 'result' | 'hasOwnFault'> {
	const requests = simulator.requests.slice(requestsBefore);
	const changes = requests.filter(({ carriedOut }) => carriedOut).flatMap((one) => placeOf(one) ?? []);
	const asked = new Map<Place, number>();
	for (const place of [...requests.map(placeOf), ...simulator.uploads.map(uploadPlaceOf)]) {
		if (place !== undefined) asked.set(place, (asked.get(place) ?? 0) + 1);
	}
	return {
		done: countOf(simulator, ({ carriedOut }) => carriedOut === true),
		sent: countOf(simulator, () => true),
		changed: [...new Set(changes)].filter((place) => classOf(place) === 'change'),
		asked,
	};
}

export const hasFailed = ({ error, outputs }: RunResult) =>
	error !== undefined || outputs.flat().some(({ json }) => 'error' in json);
