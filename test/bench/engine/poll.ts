import { pollHarness, type PollHarness } from '../../engine/poll';

import { credentialOf, nodeOf } from './nodes';
import type { PollReport, PollRequest } from './protocol';

let harness: PollHarness | undefined;

/** Polls the trigger once; this process's clock starts at `nowMs`. */
export async function poll(request: PollRequest): Promise<PollReport> {
	setClock(request.nowMs);
	harness ??= pollHarness({
		node: 'trigger',
		nodeType: nodeOf(request),
		parameters: request.parameters,
		credentials: credentialOf(request),
	});
	const emitted = await harness.poll();
	return { emitted: emitted?.flat().length ?? 0 };
}

function setClock(nowMs: number): void {
	const startedAt = performance.now();
	Date.now = () => nowMs + Math.round(performance.now() - startedAt);
}
