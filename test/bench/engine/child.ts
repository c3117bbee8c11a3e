/** The engine's process: runs what the bench requests, one after another, and returns what it measured. */
import './line';
import './shareWorkflow';

import { barePartsWith } from './bareParts';
import { sendToSimulator } from './hosts';
import { executions } from './executions';
import type { Answered, Asked, Work } from './protocol';
import { poll } from './poll';
import { run } from './run';

sendToSimulator(process.env.BENCH_LINKEDIN_URL ?? '');

const work: { [K in keyof Work]: (request: Work[K]['request']) => Promise<Work[K]['report']> } = {
	run,
	poll,
	executions,
	bareParts: barePartsWith,
};

async function answer({ what, request }: Asked): Promise<Answered> {
	try {
		return { report: await work[what](request as never) };
	} catch (error) {
		return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}

process.on('message', (asked: Asked) => {
	void answer(asked).then((answered) => process.send?.(answered));
});
process.on('disconnect', () => process.exit());
