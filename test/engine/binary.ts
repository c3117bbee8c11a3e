import './host';

import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { INodeExecutionData } from 'n8n-workflow';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { metadataOf, type TestFile } from './files';

export interface BinaryStore {
	/** Puts files into n8n's store on disk, and returns the item's references to them. */
	store(files: Record<string, TestFile>): Promise<INodeExecutionData['binary']>;
	close(): void;
}

/** n8n's own file store on disk, the default of 2.x, in a folder that `close` removes. */
export async function binaryStore(): Promise<BinaryStore> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-binary-'));
	const service = Container.get(BinaryDataService);
	const config = { mode: 'filesystem', availableModes: ['filesystem'], localStoragePath: folder };
	Object.assign(service as object, { config });
	await service.init();
	let count = 0;
	return {
		async store(files) {
			const stored: NonNullable<INodeExecutionData['binary']> = {};
			for (const [name, file] of Object.entries(files)) {
				const location = {
					type: 'execution' as const,
					workflowId: 'engine-tests',
					executionId: String(++count),
				};
				stored[name] = await service.store(location, file.bytes, metadataOf(file));
			}
			return stored;
		},
		close: () => rmSync(folder, { recursive: true, force: true }),
	};
}
