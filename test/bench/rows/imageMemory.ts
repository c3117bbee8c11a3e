import { megabytes, memoryIn, type Row } from '../row';
import { builtIn, imagePost, suite } from '../sides';
import { postImages } from './imageRun';

const SIZE_MB = 20;
const MOST_MB = 32;

export const imageMemory: Row = {
	name: 'image-memory',
	what: `${SIZE_MB} MB image: memory over idle`,
	budget: `under ${MOST_MB} MB`,
	isCount: false,
	async run(bench) {
		const reports = await postImages(
			bench,
			{ side: 'This package', sizeMb: SIZE_MB, times: 3 },
			(simulator) => ({ ...suite(simulator, imagePost.suite), ofMemory: true }),
		);
		const [other] = await postImages(bench, { side: 'Built-in', sizeMb: SIZE_MB, times: 1 }, (simulator) => ({
			...builtIn(simulator, imagePost.builtIn),
			ofMemory: true,
		}));
		const most = Math.max(...reports.map(memoryIn));
		return {
			figure: megabytes(most),
			beside: `built-in: ${megabytes(memoryIn(other))}`,
			isMet: most < MOST_MB * 1_048_576,
		};
	},
};
