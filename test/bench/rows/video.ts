import { writeVideo } from '../files';
import type { BarePartsReport, BarePartsRequest } from '../engine/protocol';
import { fastest, finished, megabytes, memoryIn, type Bench, type Row } from '../row';
import { PAGE, PAGE_URN, suite, tokenOf } from '../sides';
import type { Simulator } from '../../simulator';

const SIZE_MB = 200;
const WARM_UP_MB = 1;
const TIME_ROUNDS = 5;
const MEMORY_ROUNDS = 2;
const MOST_MB = 64;
const LEAST_RATIO = 0.8;

export const video: Row = {
	name: 'video',
	what: `${SIZE_MB} MB video from n8n's binary store`,
	budget: `under ${MOST_MB} MB over idle; ${LEAST_RATIO} of undici's throughput`,
	isCount: false,
	async run(bench) {
		const memory = await uploads(bench, MEMORY_ROUNDS, true);
		const most = Math.max(...memory.suite.map(memoryIn));
		const bareMost = Math.max(...memory.bare.map(memoryIn));
		const times = await uploads(bench, TIME_ROUNDS, false);
		const [rate, bareRate] = [rateOf(times.suite), rateOf(times.bare)];
		const ratio = rate / bareRate;
		return {
			figure: `${megabytes(most)}; ${ratio.toFixed(2)} (${Math.round(rate)} MB a second)`,
			beside: `bare undici, the same parts four wide: ${megabytes(bareMost)}; ${Math.round(bareRate)} MB a second`,
			isMet: most < MOST_MB * 1_048_576 && ratio >= LEAST_RATIO,
		};
	},
};

interface Uploads {
	suite: BarePartsReport[];
	bare: BarePartsReport[];
}

/** Sends the video with each side in turn, in separate processes, after a small one that warms up. */
async function uploads(bench: Bench, rounds: number, ofMemory: boolean): Promise<Uploads> {
	const simulator = await bench.simulator();
	simulator.state.keepUploadedBytes = false;
	const upload = suite(simulator, {
		resource: 'media',
		operation: 'uploadVideo',
		owner: { __rl: true, mode: 'id', value: PAGE },
		binaryPropertyName: 'data',
		uploadOptions: { waitUntilReady: false },
	});
	const [ours, bare] = [bench.engine(simulator, ofMemory), bench.engine(simulator, ofMemory)];
	const reports: Uploads = { suite: [], bare: [] };
	for (let round = 0; round <= rounds; round += 1) {
		const { file, sizeBytes } = writeVideo(bench.folder, round === 0 ? WARM_UP_MB : SIZE_MB);
		const before = simulator.uploads.length;
		const ran = await ours.ask('run', { ...upload, file, fileType: 'video/mp4', ofMemory });
		finished(ran, 1, 'This package');
		const bytes = simulator.uploads.slice(before).reduce((sum, part) => sum + part.bytes, 0);
		if (bytes !== sizeBytes) throw new Error(`${bytes} bytes of ${sizeBytes} were sent`);
		const parts = await begin(simulator, sizeBytes);
		const bareReport = await bare.ask('bareParts', { file, parts, ofMemory });
		if (round === 0) continue;
		reports.suite.push(ran);
		reports.bare.push(bareReport);
	}
	ours.stop();
	bare.stop();
	return reports;
}

const rateOf = (runs: BarePartsReport[]) =>
	SIZE_MB / (fastest(runs.map(({ elapsedMs }) => elapsedMs)) / 1000);

/** The parts that LinkedIn requests for such a video; the last one ends at the end of the file. */
async function begin(simulator: Simulator, fileSizeBytes: number): Promise<BarePartsRequest['parts']> {
	const reply = await fetch(`${simulator.url}/rest/videos?action=initializeUpload`, {
		method: 'POST',
		headers: {
			Authorization: `Bearer ${tokenOf(simulator).accessToken}`,
			'Content-Type': 'application/json',
			'LinkedIn-Version': '202609',
			'X-Restli-Protocol-Version': '2.0.0',
		},
		body: JSON.stringify({
			initializeUploadRequest: {
				owner: PAGE_URN,
				fileSizeBytes,
				uploadCaptions: false,
				uploadThumbnail: false,
			},
		}),
	});
	const { value } = (await reply.json()) as { value?: { uploadInstructions: BarePartsRequest['parts'] } };
	if (!value) throw new Error(`LinkedIn did not begin an upload: status ${reply.status}`);
	return value.uploadInstructions.map((part) => ({
		...part,
		lastByte: Math.min(part.lastByte, fileSizeBytes - 1),
	}));
}
