import type { RunReport } from '../engine/protocol';
import { writePhoto } from '../files';
import { finished, megabytes, median, memoryIn, milliseconds, type Bench, type Row } from '../row';
import { carouselPost, suite } from '../sides';

const IMAGES = 50;
const SIZE_MB = 1;
/** Of each kind; for times the median counts, because a busy machine may pause for a moment. */
const TIMES = 3;
const MOST_MB = 64;
const MOST_STALL_MS = 50;
/** Of a megabyte. */
const LEAST_LEFT_BYTES = 524_288;

/** What is done differently with them. */
const KINDS = { opaque: false, 'with opacity': true };

/**
 * Posts carousels in a separate process, after a small one that loads and warms up the code.
 * @returns the reports by kind. @throws Error unless the upload host got as many bytes as the images have
 */
async function postCarousels(
	bench: Bench,
	ofMemory?: boolean,
): Promise<Record<keyof typeof KINDS, RunReport[]>> {
	const simulator = await bench.simulator();
	const node = { ...suite(simulator, carouselPost), ofMemory };
	const engine = bench.engine(simulator, ofMemory);
	let posts = 0;
	const post = async (images: number, hasOpacity: boolean) => {
		const files = new Array<string>(images).fill(writePhoto(bench.folder, SIZE_MB, hasOpacity));
		posts += 1;
		const request = { ...node, items: [{ text: `Post ${posts}` }], files };
		return finished(await engine.ask('run', request), 1, 'This package');
	};
	const reports: Record<string, RunReport[]> = {};
	for (const [kind, hasOpacity] of Object.entries(KINDS)) {
		await post(2, hasOpacity);
		reports[kind] = [];
		for (let time = 0; time < TIMES; time += 1) reports[kind].push(await post(IMAGES, hasOpacity));
	}
	engine.stop();
	// Opacity is one of four bytes, and the colours put on white differ less.
	const whole = simulator.uploads.filter(({ bytes }) => bytes >= IMAGES * SIZE_MB * LEAST_LEFT_BYTES);
	const expected = TIMES * Object.keys(KINDS).length;
	if (whole.length !== expected) throw new Error(`${whole.length} of ${expected} carousels came whole`);
	return reports;
}

export const carouselStall: Row = {
	name: 'carousel-stall',
	what: `Carousel of ${IMAGES} PNG of ${SIZE_MB} MB: longest event-loop stall`,
	budget: `under ${MOST_STALL_MS} ms`,
	isCount: false,
	async run(bench) {
		const reports = await postCarousels(bench);
		const stalls = Object.values(reports).map((ofKind) => median(ofKind.map(({ stallMs }) => stallMs)));
		const times = Object.entries(reports).map(
			([kind, ofKind]) => `${kind} ${milliseconds(median(ofKind.map(({ elapsedMs }) => elapsedMs)))}`,
		);
		return {
			figure: milliseconds(Math.max(...stalls)),
			beside: `in all: ${times.join(', ')}`,
			isMet: Math.max(...stalls) < MOST_STALL_MS,
		};
	},
};

export const carouselMemory: Row = {
	name: 'carousel-memory',
	what: `Carousel of ${IMAGES} PNG of ${SIZE_MB} MB: memory over idle`,
	budget: `under ${MOST_MB} MB`,
	isCount: false,
	async run(bench) {
		const reports = await postCarousels(bench, true);
		const most = Math.max(...Object.values(reports).flat().map(memoryIn));
		return {
			figure: megabytes(most),
			beside: `the images alone: ${IMAGES * SIZE_MB} MB`,
			isMet: most < MOST_MB * 1_048_576,
		};
	},
};
