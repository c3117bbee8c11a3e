import { parseArgs } from 'node:util';
import { demoWorld, startSimulator } from './index';

/** `npm run simulator [-- --port 4010]`: LinkedIn on this machine until Ctrl-C. */
const DEFAULT_PORT = 4010;

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string' } } });
	const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`--port ${values.port} is no port`);
	const simulator = await startSimulator({ port });
	const post = simulator.state.addPost({
		author: '2414183',
		text: 'We are hiring a gardener for the roof. Questions? Ask below. #hiring',
	});
	simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Is it a full-time position?' });
	const [app] = demoWorld.apps;
	console.log(`LinkedIn simulator  ${simulator.url}`);
	console.log(`Upload host         ${simulator.uploadUrl}`);
	console.log(`Feed page           ${simulator.url}/feed`);
	console.log(`Client id           ${app.clientId}`);
	console.log(`Client secret       ${app.clientSecret}`);
	console.log('Ctrl-C closes it.');
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void simulator.close().then(() => process.exit(0)));
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
