/**
 * Time that passes only where the nodes wait: a pause moves the clock on, and costs nothing.
 *
 * Whoever uses it puts `jest.mock('<nodes>/transport/pause', () => jest.requireActual('<here>/time'))` at its head.
 */
import { monotonic } from '../../nodes/LinkedIn/transport/clock';

let passedMs = 0;

/** Takes the place of the nodes' own. @throws the signal's reason when it is aborted */
export async function pause(durationMs: number, signal?: AbortSignal): Promise<void> {
	passedMs += Math.max(0, durationMs);
	await new Promise((resolve) => setImmediate(resolve));
	signal?.throwIfAborted();
}

/** Takes the place of the nodes' own. */
export async function yieldToOthers(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}

/** For all tests of the file that calls this, both clocks run on by what was paused; those of calls under way do not. */
export function passTimeByPauses(): void {
	const { now } = Date;
	beforeAll(() => {
		jest.spyOn(Date, 'now').mockImplementation(() => now() + passedMs);
		jest.spyOn(monotonic, 'now').mockImplementation(() => performance.now() + passedMs);
	});
	afterAll(() => jest.restoreAllMocks());
}
