import { writePhoto } from '../files';
import type { NodeSetup, RunReport, RunRequest } from '../engine/protocol';
import { finished, type Bench } from '../row';
import type { Simulator } from '../../simulator';

const WARM_UP_MB = 1;

/**
 * Posts an image of the given size several times in a separate process, after a small one that loads and warms up the
 * code.
 * @returns the duration of each. @throws Error unless the upload host got the whole file each time
 */
export async function postImages(
	bench: Bench,
	{ side, sizeMb, times }: { side: string; sizeMb: number; times: number },
	setup: (simulator: Simulator) => NodeSetup & Pick<RunRequest, 'ofMemory'>,
): Promise<RunReport[]> {
	const simulator = await bench.simulator();
	const node = setup(simulator);
	const engine = bench.engine(simulator, node.ofMemory);
	const post = async (mb: number, text: string) =>
		finished(
			await engine.ask('run', { ...node, items: [{ text }], file: writePhoto(bench.folder, mb) }),
			1,
			side,
		);
	await post(WARM_UP_MB, 'Warm up');
	const reports: RunReport[] = [];
	for (let time = 1; time <= times; time += 1) reports.push(await post(sizeMb, `Post ${time}`));
	engine.stop();
	const whole = simulator.uploads.filter(({ bytes }) => bytes >= sizeMb * 1_048_576);
	if (whole.length !== times) throw new Error(`${side}: ${whole.length} of ${times} images came whole`);
	return reports;
}
