import { parseArgs } from 'node:util';
import { demoWorld, QUIRK_NAMES, startSimulator } from './index';
import type { QuirkName, Simulator } from './index';

/**
 * `npm run simulator [-- --port 4010] [--quirks all|name,name] [--rate 0.05] [--seed 1]`: LinkedIn on this machine
 * until Ctrl-C.
 */
const DEFAULT_PORT = 4010;

/** @throws Error for an unknown quirk, and for a rate or seed that isn't a number */
function turnOn({ quirks }: Simulator, asked: string, given: { rate?: string; seed?: string }): void {
	const names = asked === 'all' ? asked : asked.split(',');
	const unknown = [names].flat().find((name) => name !== 'all' && !QUIRK_NAMES.includes(name as QuirkName));
	if (unknown !== undefined)
		throw new Error(`--quirks ${unknown}: must be all, or of ${QUIRK_NAMES.join(', ')}`);
	const [rate, seed] = (['rate', 'seed'] as const).map((name) => {
		const number = given[name] === undefined ? undefined : Number(given[name]);
		if (Number.isNaN(number)) throw new Error(`--${name} ${given[name]} must be a number`);
		return number;
	});
	quirks.on(names as QuirkName[] | 'all', { rate, seed });
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			quirks: { type: 'string' },
			rate: { type: 'string' },
			seed: { type: 'string' },
		},
	});
	const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`--port ${values.port} is no port`);
	const simulator = await startSimulator({ port });
	// Before the first line is printed: a program that reads the last one may end this process immediately.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void simulator.close().then(() => process.exit(0)));
	}
	if (values.quirks !== undefined) turnOn(simulator, values.quirks, values);
	const post = simulator.state.addPost({
		author: '2414183',
		text: 'We are hiring a gardener for the roof. Questions? Ask below. #hiring',
	});
	simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Is it a full-time position?' });
	console.log(`LinkedIn simulator  ${simulator.url}`);
	console.log(`Upload host         ${simulator.uploadUrl}`);
	console.log(`Feed page           ${simulator.url}/feed`);
	console.log('LinkedIn apps, by what each has:');
	for (const { clientId, clientSecret, products } of demoWorld.apps) {
		console.log(`  ${products.join(', ')}`);
		console.log(`    Client id ${clientId}, client secret ${clientSecret}`);
	}
	if (values.quirks !== undefined) console.log(`Quirks              ${values.quirks}`);
	console.log('Ctrl-C closes it.');
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
