import { finished, type Row } from '../row';
import { builtIn, suite, textPost, texts } from '../sides';

const ITEMS = 100;
/** One for each item, which also signs its first request, and one of n8n's for the run. */
const MOST_READINGS = ITEMS + 1;

export const readings: Row = {
	name: 'readings',
	what: `Readings of the credential for ${ITEMS} text posts, one request each`,
	budget: `${MOST_READINGS}`,
	isCount: true,
	async run(bench) {
		const simulator = await bench.simulator();
		const [ours, others] = [bench.engine(simulator), bench.engine(simulator)];
		const items = texts(ITEMS);
		const run = finished(
			await ours.ask('run', { ...suite(simulator, textPost.suite), items }),
			ITEMS,
			'Suite',
		);
		const beside = finished(
			await others.ask('run', { ...builtIn(simulator, textPost.builtIn), items: texts(ITEMS).map(renamed) }),
			ITEMS,
			'The built-in node',
		);
		return {
			figure: `${run.readings}`,
			beside: `built-in: ${beside.readings}`,
			isMet: run.readings !== undefined && run.readings <= MOST_READINGS,
		};
	},
};

/** LinkedIn refuses the same text twice. */
const renamed = ({ text }: { text: string }) => ({ text: `${text}, once more` });
