import { fork } from 'node:child_process';
import { join } from 'node:path';

import { packageFolder } from '../../engine/sources';
import type { InstalledHost } from '../../host/install';
import type { Answered, Work } from './protocol';

/** A separate process with n8n's engine, which measures itself. */
export interface Engine {
	/** @throws Error with what went wrong there */
	ask<K extends keyof Work>(what: K, request: Work[K]['request']): Promise<Work[K]['report']>;
	stop(): void;
}

export interface EngineOptions {
	/** The host to which requests for the API host of n8n's own node are redirected. */
	linkedInUrl: string;
	/** n8n's binary store. */
	storeFolder: string;
	/** Whether to measure memory. */
	ofMemory: boolean;
}

/**
 * Freed large blocks are returned to the system, as in the musl of n8n's own image. The glibc of most machines keeps
 * them, so that a second run seems to take nothing. This slows down large texts, so times are measured without it.
 */
const EAGER_MALLOC = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' };

/**
 * Starts n8n-core 2.41 with the host's own Node. The simulator stays in the caller's process, so that its work isn't
 * attributed to the engine.
 */
export function startEngine(
	host: InstalledHost,
	{ linkedInUrl, storeFolder, ofMemory }: EngineOptions,
): Engine {
	const child = fork(join(__dirname, 'child.ts'), [], {
		cwd: packageFolder,
		execPath: host.node,
		execArgv: ['--expose-gc', '--import', 'tsx'],
		env: {
			...process.env,
			...(ofMemory && EAGER_MALLOC),
			BENCH_HOST_FOLDER: host.folder,
			BENCH_LINKEDIN_URL: linkedInUrl,
			N8N_BINARY_DATA_STORAGE_PATH: storeFolder,
		},
		serialization: 'advanced',
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	return {
		async ask(what, request) {
			const answered = await new Promise<Answered>((resolve, reject) => {
				const ended = (code: number | null, signal: string | null) =>
					reject(new Error(`The engine's process ended (${signal ?? code}) during "${what}".`));
				child.once('exit', ended).once('error', reject);
				child.once('message', (message) => {
					child.off('exit', ended).off('error', reject);
					resolve(message as Answered);
				});
				child.send({ what, request });
			});
			if ('failure' in answered) throw new Error(answered.failure);
			return answered.report as never;
		},
		stop: () => void child.kill(),
	};
}
