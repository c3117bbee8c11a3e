import { existsSync, mkdirSync, readFileSync, rmSync } from 'fs';
import { dirname, join } from 'path';

import { hostFolder, installHost } from './install';
import { enterPackage, startN8n, type N8n } from './n8n';
import { signIn } from './rest';
import { watchBuild, type WatchedBuild } from './watchBuild';

/**
 * `npm run dev`: an n8n with these nodes on 127.0.0.1, which picks up every change to them, until Ctrl-C. Its workflows
 * and credentials are in a separate folder beside the installed n8n and are kept for next time. `-- --port 5690`:
 * another port than n8n's default.
 */

const USUAL_PORT = 5678;
const MANIFEST = join(__dirname, '..', '..', 'package.json');

let n8n: N8n | undefined;
let build: WatchedBuild | undefined;
let isEnding = false;

async function main(): Promise<void> {
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void end());
	const port = portOf(process.argv);
	const installed = await installHost(say);
	const home = join(dirname(hostFolder(installed.line)), 'dev');
	mkdirSync(home, { recursive: true });

	const folder = enterPackage(
		home,
		JSON.parse(readFileSync(MANIFEST, 'utf8')) as { name: string; version: string },
	);
	const dist = join(folder, 'dist');
	rmSync(dist, { recursive: true, force: true });
	say('Building …');
	build = watchBuild(dist, say);
	await build.built;

	say('Starting n8n …');
	const log = join(home, 'n8n.log');
	if (existsSync(log)) rmSync(log);
	n8n = await startN8n({ installed, home, port, variables: { N8N_DEV_RELOAD: 'true' } });
	const { owner } = await signIn(n8n);
	console.log(
		[
			'',
			`  n8n       ${n8n.url}`,
			`  sign in   ${owner.email}  ${owner.password}`,
			`  its log   ${log}`,
			'',
			'n8n takes every change of nodes, credentials and icons within seconds. A new node or credential needs a new',
			'start. Ctrl-C ends it; workflows and credentials stay.',
		].join('\n'),
	);
}

/** @throws if the requested port isn't valid */
function portOf(parameters: string[]): number {
	const at = parameters.indexOf('--port');
	if (at < 0) return USUAL_PORT;
	const port = Number(parameters[at + 1]);
	if (!Number.isInteger(port) || port < 1 || port > 65_535)
		throw new Error('--port wants a number, as in --port 5690');
	return port;
}

async function end(): Promise<void> {
	if (isEnding) return;
	isEnding = true;
	say('Ending …');
	build?.close();
	await n8n?.stop();
	process.exit(0);
}

function say(line: string): void {
	console.log(line);
}

main().catch((error: Error) => {
	if (isEnding) return;
	console.error(`npm run dev failed: ${error.message}`);
	process.exit(1);
});
