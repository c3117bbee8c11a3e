import { runNode } from '../../engine/run';

import { collectGarbage } from './measure';
import { credentialOf } from './nodes';
import type { ExecutionsReport, ExecutionsRequest } from './protocol';
import { nodeTypeOf } from './run';

/** Runs the node once for each item and reports the process's memory afterwards. */
export async function executions({
	items,
	credentials,
	...setup
}: ExecutionsRequest): Promise<ExecutionsReport> {
	const nodeType = nodeTypeOf(setup);
	let done = 0;
	let error: string | undefined;
	for (const [at, item] of items.entries()) {
		const credential = credentials?.[at] ?? setup.credential;
		const result = await runNode({
			node: nodeType.description.name,
			nodeType,
			parameters: setup.parameters,
			credentials: credentialOf({ ...setup, credential }),
			items: [item],
		});
		const isDone = !result.error && result.outputs[0]?.length === 1;
		if (isDone) done += 1;
		else error ??= result.error?.message ?? 'no item came out';
	}
	collectGarbage();
	return { done, error, heapBytes: process.memoryUsage().heapUsed };
}
