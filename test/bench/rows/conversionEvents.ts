import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { request } from 'undici';

import { faults, type Simulator } from '../../simulator';
import { fastest, finished, milliseconds, type Bench, type Row } from '../row';
import { AD_ACCOUNT, ADS, adsSuite } from '../sides';

const EVENTS = 1_000;
/** LinkedIn accepts 5,000 per call. */
const LEAST_CALLS = 1;
const LATENCY_MS = 50;
const MOST_RATIO = 1.3;
const RULE = 14_488_340;
const PATH = '/rest/conversionEvents';

const what = `${EVENTS.toLocaleString('en-US')} conversion events`;
const events = Array.from({ length: EVENTS }, (_, at) => ({
	email: `person${at}@example.com`,
	eventId: `event ${at}`,
}));

async function withRule(bench: Bench): Promise<Simulator> {
	const simulator = await bench.simulator();
	simulator.state.ads.conversions.add({ id: RULE, account: `urn:li:sponsoredAccount:${AD_ACCOUNT}` });
	return simulator;
}

const send = (simulator: Simulator, parameters: INodeParameters, items: IDataObject[]) => ({
	...adsSuite(simulator, {
		resource: 'conversionEvent',
		operation: 'send',
		conversion: String(RULE),
		...parameters,
	}),
	items,
});

const WAYS = {
	'an item each': (simulator: Simulator) =>
		send(simulator, { email: '={{ $json.email }}', eventId: '={{ $json.eventId }}' }, events),
	'a list in one item': (simulator: Simulator) =>
		send(simulator, { input: 'list', events: '={{ $json.events }}' }, [{ events }]),
};
type Way = keyof typeof WAYS;

export const eventCalls: Row = {
	name: 'event-calls',
	what,
	budget: `${LEAST_CALLS} call`,
	isCount: true,
	async run(bench) {
		const simulator = await withRule(bench);
		const engine = bench.engine(simulator);
		finished(await engine.ask('run', WAYS['an item each'](simulator)), EVENTS, 'This package');
		const calls = simulator.requests.filter(({ url }) => url === PATH).length;
		return {
			figure: `${calls} call, ${simulator.state.ads.conversions.events.length} events`,
			beside: 'an HTTP Request node sends one event a call',
			isMet: calls === LEAST_CALLS && simulator.state.ads.conversions.events.length === EVENTS,
		};
	},
};

const timeOf = (name: string, way: Way, rounds: number): Row => ({
	name,
	what: `${what}, ${way}: time of the whole run at ${LATENCY_MS} ms latency`,
	budget: `${MOST_RATIO} × bare undici making the same call`,
	isCount: false,
	async run(bench) {
		const simulator = await withRule(bench);
		simulator.faults.add(faults.slow(LATENCY_MS, { times: Infinity }));
		const engine = bench.engine(simulator);
		const [whole, idle, bare] = [[] as number[], [] as number[], [] as number[]];
		for (let round = 0; round <= rounds; round += 1) {
			const run = finished(await engine.ask('run', WAYS[way](simulator)), EVENTS, 'This package');
			const without = await engine.ask('run', { ...WAYS[way](simulator), withoutRequests: 'hook' });
			const bareMs = await sendBare(simulator);
			// The first round warms up.
			if (round === 0) continue;
			whole.push(run.elapsedMs);
			idle.push(without.elapsedMs);
			bare.push(bareMs);
		}
		const [wholeMs, idleMs, bareMs] = [fastest(whole), fastest(idle), fastest(bare)];
		const ratio = wholeMs / bareMs;
		const own = milliseconds(Math.max(0, wholeMs - idleMs));
		return {
			figure: `${ratio.toFixed(2)} × (${milliseconds(wholeMs)}; ${milliseconds(idleMs)} of it are n8n's engine alone, ${own} this package and LinkedIn)`,
			beside: `bare undici: ${milliseconds(bareMs)}`,
			isMet: ratio <= MOST_RATIO,
		};
	},
});

export const eventTime = timeOf('event-time', 'a list in one item', 40);
export const eventTimeOfItems = timeOf('event-time-items', 'an item each', 5);

/** Repeats the last call of this package. @returns milliseconds */
async function sendBare(simulator: Simulator): Promise<number> {
	const made = simulator.requests.filter(({ url }) => url === PATH).at(-1);
	if (!made) throw new Error('No call was made');
	const { accessToken } = simulator.issueToken({ member: 'ada', ...ADS });
	const startedAt = performance.now();
	const { statusCode, body } = await request(simulator.url + PATH, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${accessToken}`,
			'content-type': 'application/json',
			'linkedin-version': '202609',
			'x-restli-method': 'BATCH_CREATE',
			'x-restli-protocol-version': '2.0.0',
		},
		body: made.body,
	});
	await body.dump();
	if (statusCode !== 200) throw new Error(`Status ${statusCode} for the events`);
	return performance.now() - startedAt;
}
