import { createReadStream } from 'node:fs';
import { Agent, request } from 'undici';

import { measured } from './measure';
import type { BarePartsReport, BarePartsRequest } from './protocol';

const AT_ONCE = 4;

/** Sends the parts with bare undici, four at once. @throws Error if one is refused */
export async function barePartsWith({ file, parts, ofMemory }: BarePartsRequest): Promise<BarePartsReport> {
	const dispatcher = new Agent({ connections: AT_ONCE });
	const waiting = [...parts];
	const sendNext = async () => {
		for (let part = waiting.shift(); part; part = waiting.shift()) {
			const { uploadUrl, firstByte, lastByte } = part;
			const { statusCode, body } = await request(uploadUrl, {
				method: 'PUT',
				dispatcher,
				headers: {
					'content-type': 'application/octet-stream',
					'content-length': String(lastByte - firstByte + 1),
				},
				body: createReadStream(file, { start: firstByte, end: lastByte }),
			});
			await body.dump();
			if (statusCode !== 200) throw new Error(`Status ${statusCode} for a part`);
		}
	};
	const { elapsedMs, memoryBytes } = await measured(
		async () => await Promise.all(Array.from({ length: AT_ONCE }, sendNext)),
		ofMemory,
	);
	await dispatcher.close();
	return { elapsedMs, memoryBytes };
}
