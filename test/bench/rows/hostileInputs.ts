import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { hostileFiles } from '../../fuzz/growth/hostileFiles';
import { hostileTexts } from '../../fuzz/growth/hostileTexts';
import type { Engine } from '../engine';
import type { NodeSetup, RunRequest } from '../engine/protocol';
import { milliseconds, type Row } from '../row';
import { PAGE, suite } from '../sides';

const BYTES_PER_MB = 1_048_576;
/** LinkedIn's limit for documents. It doesn't limit the bytes of a picture. */
const PDF_BYTES = 100 * BYTES_PER_MB - 1024;
const OTHER_FILE_BYTES = 32 * BYTES_PER_MB;
/** The longest text that a post may have, and a list as long as users make them. */
const TEXT_CHARACTERS = 30_000;
const LIST_CHARACTERS = 400_000;
const PADDING_CHARACTERS = 2_000_000;

const MOST_STALL_MS = 50;
/** Repeated if one was too long: the shortest counts, because other work on the machine also blocks a process. */
const TIMES = 5;

/** What a user may enter: a file, or a text for one of the fields. */
interface Input {
	name: string;
	contentType: string;
	/** By the name of the field. */
	json: IDataObject;
	file?: () => Buffer;
}

const bareTexts = hostileTexts.filter(({ isBare }) => isBare);

const inputs: Input[] = [
	...hostileFiles.map(({ name, make }) => ({
		name,
		contentType: 'document',
		json: { media: 'data', text: 'Hello' },
		file: () => make(name.includes('%PDF') || name.startsWith('a table') ? PDF_BYTES : OTHER_FILE_BYTES),
	})),
	...bareTexts.map(({ name, make }) => ({
		name,
		contentType: 'text',
		json: { text: make(TEXT_CHARACTERS) },
	})),
	...bareTexts
		.filter(({ name }) => name.startsWith('many'))
		.map(({ name, make }) => ({
			name: `${name} in a list`,
			contentType: 'existing',
			json: { text: 'Hello', existingMedia: make(LIST_CHARACTERS) },
		})),
	{
		name: 'a link with padding',
		contentType: 'reshare',
		json: { reshareOf: `x${' '.repeat(PADDING_CHARACTERS)}x`, text: 'Hello' },
	},
];

/** A post that is only validated: nothing is sent. */
const post = ({ contentType, json }: Input) => ({
	resource: 'post',
	operation: 'create',
	author: { __rl: true, mode: 'id', value: PAGE },
	contentType,
	...Object.fromEntries(Object.keys(json).map((name) => [name, `={{ $json.${name} }}`])),
	...(contentType === 'document' && { mediaTitle: 'Hello' }),
	additionalFields: { textIs: 'markdown' },
	options: { validateOnly: 'withoutCalls' },
});

const hash = (ofFile: boolean) => ({
	action: 'hash',
	type: 'SHA256',
	encoding: 'hex',
	dataPropertyName: 'hash',
	...(ofFile ? { binaryData: true, binaryPropertyName: 'data' } : { value: '={{ JSON.stringify($json) }}' }),
});

export const hostileStall: Row = {
	name: 'hostile-stall',
	what: `${inputs.length} hostile files (in the item, up to 100 MB) and texts: longest event-loop stall`,
	budget: `${MOST_STALL_MS} ms`,
	isCount: false,
	async run(bench) {
		const simulator = await bench.simulator();
		const engine = bench.engine(simulator);
		const crypto = bench.engine(simulator);
		const file = join(bench.folder, 'hostile');
		let worst = { name: '', stallMs: 0 };
		let worstBeside = 0;
		for (const input of inputs) {
			if (input.file) writeFileSync(file, input.file());
			const given: Partial<RunRequest> = {
				items: [input.json],
				...(input.file && { file, inItem: true, fileType: 'application/pdf' }),
			};
			const stallMs = await shortestStall(engine, { ...suite(simulator, post(input)), ...given });
			if (stallMs > worst.stallMs) worst = { name: input.name, stallMs };
			const beside: NodeSetup = { side: 'crypto', parameters: hash(input.file !== undefined) };
			worstBeside = Math.max(worstBeside, (await crypto.ask('run', { ...beside, ...given })).stallMs);
		}
		return {
			figure: `${milliseconds(worst.stallMs)} (${worst.name.slice(0, 40)})`,
			beside: `n8n's Crypto node, SHA256: ${milliseconds(worstBeside)}`,
			isMet: worst.stallMs <= MOST_STALL_MS,
		};
	},
};

async function shortestStall(engine: Engine, request: RunRequest): Promise<number> {
	let shortest = Number.POSITIVE_INFINITY;
	for (let time = 0; time < TIMES; time += 1) {
		const { stallMs } = await engine.ask('run', { ...request, onError: 'continueRegularOutput' });
		shortest = Math.min(shortest, stallMs);
		if (shortest <= MOST_STALL_MS) break;
	}
	return shortest;
}
