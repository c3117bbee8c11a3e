import { type ChildProcess, execFileSync, spawn } from 'child_process';
import { randomBytes } from 'crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';

import getPort from 'get-port';
import { request } from 'undici';

import type { InstalledHost } from './install';

const LOOPBACK = '127.0.0.1';
const READY_WITHIN_MS = 180_000;
const STOPS_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 250;
const LOG_TAIL_CHARACTERS = 4_000;

/** One n8n with its own home folder, as a separate process. */
export interface N8n {
	/** `http://127.0.0.1:PORT`, the same after restarts. */
	url: string;
	installed: InstalledHost;
	logFile: string;
	/** Starts it again after `stop` or `kill`, with the same home folder and port. */
	start(): Promise<void>;
	/** Asks it to end, as Docker does (SIGTERM). */
	stop(): Promise<void>;
	/** Ends it without a chance to save anything (SIGKILL). */
	kill(): Promise<void>;
}

/**
 * Installs the tarball, if one is given, into the home folder and starts n8n there, bound to 127.0.0.1, with its
 * embedded SQLite. The process ends with ours, however ours ends short of SIGKILL.
 *
 * @param home a folder for n8n's database, log and settings; may contain those of an earlier run
 * @param tarball what `npm pack` made; without it the home folder keeps its nodes
 * @param port the editor's port; by default any free one
 * @param variables of its environment, besides those that every n8n here has
 * @throws if n8n doesn't answer within three minutes or ends before, with the end of its log
 */
export async function startN8n(options: {
	installed: InstalledHost;
	home: string;
	tarball?: string;
	port?: number;
	variables?: Record<string, string>;
}): Promise<N8n> {
	const { installed, home, tarball, variables = {} } = options;
	mkdirSync(home, { recursive: true });
	if (tarball) installPackage(home, tarball);

	const port = options.port ?? (await getPort({ host: LOOPBACK, reserve: true }));
	const brokerPort = await getPort({ host: LOOPBACK, reserve: true });
	const url = `http://${LOOPBACK}:${port}`;
	const logFile = join(home, 'n8n.log');
	const environment = {
		...only('PATH', 'LANG', 'TZ', 'TMPDIR'),
		HOME: home,
		N8N_USER_FOLDER: home,
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_LISTEN_ADDRESS: LOOPBACK,
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: `${url}/`,
		N8N_ENCRYPTION_KEY: encryptionKey(home),
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		...variables,
	};

	let child: ChildProcess | undefined;
	const killNow = () => child && signal(child, 'SIGKILL');
	process.prependListener('exit', killNow);

	const end = async (how: NodeJS.Signals) => {
		if (!child) return;
		const ending = child;
		child = undefined;
		const ended = new Promise<void>((resolve) => ending.once('close', () => resolve()));
		if (ending.exitCode === null && ending.signalCode === null) {
			signal(ending, how);
			const force = setTimeout(() => signal(ending, 'SIGKILL'), STOPS_WITHIN_MS);
			await ended;
			clearTimeout(force);
		}
		signal(ending, 'SIGKILL'); // whatever it had started
	};

	const start = async () => {
		// A separate group, so that Ctrl-C in our terminal only reaches n8n through us.
		const started = spawn(installed.node, [installed.n8n, 'start'], {
			env: environment,
			cwd: home,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		child = started;
		const log = createWriteStream(logFile, { flags: 'a' });
		started.stdout.pipe(log, { end: false });
		started.stderr.pipe(log, { end: false });
		started.once('close', () => log.end());
		await ready(url, started, logFile);
	};

	try {
		await start();
	} catch (error) {
		await end('SIGKILL');
		throw error;
	}
	return { url, installed, logFile, start, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/**
 * Puts the package where n8n looks for community nodes, as n8n's own installer does: unpacked, without its development
 * and peer dependencies, and only then `npm install` inside. A plain `npm install <tarball>` would install a second
 * n8n-workflow, which breaks the identity of errors.
 */
function installPackage(home: string, tarball: string): void {
	const manifest = JSON.parse(
		execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }),
	) as Manifest;
	const target = packageFolder(home, manifest);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
	enterPackage(home, manifest);
	execFileSync(
		'npm',
		[
			'install',
			'--audit=false',
			'--fund=false',
			'--bin-links=false',
			'--install-strategy=shallow',
			'--ignore-scripts=true',
			'--package-lock=false',
		],
		{ cwd: target, stdio: 'pipe' },
	);
}

interface Manifest {
	name: string;
	version: string;
}

const packageFolder = (home: string, { name }: Manifest) => join(home, '.n8n', 'nodes', 'node_modules', name);

/**
 * Writes what n8n reads about an installed package: its package.json, and its name in the list of installed packages.
 *
 * @returns the folder in which n8n looks for its `dist`
 */
export function enterPackage(home: string, manifest: Manifest): string {
	const target = packageFolder(home, manifest);
	mkdirSync(target, { recursive: true });
	const kept: Record<string, unknown> = { ...manifest };
	for (const key of ['devDependencies', 'peerDependencies', 'optionalDependencies']) delete kept[key];
	writeFileSync(join(target, 'package.json'), JSON.stringify(kept, null, 2));
	writeFileSync(
		join(home, '.n8n', 'nodes', 'package.json'),
		JSON.stringify({
			name: 'installed-nodes',
			private: true,
			dependencies: { [manifest.name]: manifest.version },
		}),
	);
	return target;
}

async function ready(url: string, child: ChildProcess, logFile: string): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	while (Date.now() < deadline) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error(
				`n8n ended while it started (${child.exitCode ?? child.signalCode}):\n${tail(logFile)}`,
			);
		}
		if (await isReady(url)) return;
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
	}
	throw new Error(`n8n did not become ready in ${READY_WITHIN_MS / 1000} s:\n${tail(logFile)}`);
}

/** n8n 1.x says that it's ready before its routes exist, and answers them with a sentence until then. */
async function isReady(url: string): Promise<boolean> {
	try {
		const readiness = await request(`${url}/healthz/readiness`);
		await readiness.body.dump();
		const settings = await request(`${url}/rest/settings`);
		const text = await settings.body.text();
		return readiness.statusCode === 200 && settings.statusCode === 200 && text.startsWith('{');
	} catch {
		return false; // nobody listens yet
	}
}

/** The key with which this home folder's credentials are encrypted; made once per folder. */
function encryptionKey(home: string): string {
	const file = join(home, 'encryption-key');
	if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
	return readFileSync(file, 'utf8');
}

/** To the process and everything it started; without effect if they have ended. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, name);
	} catch {
		return;
	}
}

function only(...names: string[]): Record<string, string> {
	return Object.fromEntries(
		names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
	);
}

function tail(file: string): string {
	return existsSync(file) ? readFileSync(file, 'utf8').slice(-LOG_TAIL_CHARACTERS) : '(no log)';
}
