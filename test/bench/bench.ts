import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { InstalledHost } from '../host/install';
import { startSimulator } from '../simulator';
import { startEngine } from './engine';
import type { Bench, Figures, Row } from './row';

/** Runs one row with its own simulator, processes and folder, and ends all of them. */
export async function runRow(row: Row, host: InstalledHost): Promise<Figures> {
	const folder = mkdtempSync(join(tmpdir(), 'linkedin-bench-'));
	const ends: Array<() => void | Promise<void>> = [
		() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
	];
	const bench: Bench = {
		folder,
		host,
		nodeVersion: execFileSync(host.node, ['--version']).toString().trim(),
		async simulator(nowMs) {
			const simulator = await startSimulator({ now: nowMs });
			ends.unshift(async () => await simulator.close());
			return simulator;
		},
		engine(simulator, ofMemory = false) {
			const storeFolder = join(folder, 'store');
			const engine = startEngine(host, { linkedInUrl: simulator.url, storeFolder, ofMemory });
			ends.unshift(() => engine.stop());
			return engine;
		},
	};
	try {
		return await row.run(bench);
	} finally {
		for (const end of ends) await end();
	}
}
