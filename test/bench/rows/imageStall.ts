import { median, milliseconds, type Row } from '../row';
import { builtIn, imagePost, suite } from '../sides';
import { postImages } from './imageRun';

const SIZE_MB = 8;
/** The median of their longest stalls counts, because a busy machine may pause either side for a moment. */
const TIMES = 5;
const LEAST_RATIO = 50;

export const imageStall: Row = {
	name: 'image-stall',
	what: `${SIZE_MB} MB image: longest event-loop stall`,
	budget: `1/${LEAST_RATIO} of the built-in's`,
	isCount: false,
	async run(bench) {
		const reports = await postImages(
			bench,
			{ side: 'This package', sizeMb: SIZE_MB, times: TIMES },
			(simulator) => suite(simulator, imagePost.suite),
		);
		const others = await postImages(bench, { side: 'Built-in', sizeMb: SIZE_MB, times: TIMES }, (simulator) =>
			builtIn(simulator, imagePost.builtIn),
		);
		const stall = median(reports.map(({ stallMs }) => stallMs));
		const otherStall = median(others.map(({ stallMs }) => stallMs));
		const ratio = otherStall / stall;
		return {
			figure: `1/${Math.floor(ratio)} (${milliseconds(stall)})`,
			beside: `built-in: ${milliseconds(otherStall)}`,
			isMet: ratio >= LEAST_RATIO,
		};
	},
};
