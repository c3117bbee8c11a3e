import { execFileSync } from 'child_process';
import { createHash } from 'crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
} from 'fs';
import { homedir } from 'os';
import { dirname, join } from 'path';
import { execa } from 'execa';

/** The versions of n8n that this package is tested with; the demo uses the newer one. */
export type Line = 1 | 2;

/** By version; the lockfiles are in `test/host/n8n-1` and `test/host/n8n-2`. */
export const N8N_VERSIONS: Record<Line, string> = { 1: '1.123.81', 2: '2.41.1' };

const lockfileFolder = (line: Line) => join(__dirname, `n8n-${line}`);
const SQLITE = 'node_modules/sqlite3';
const SQLITE_BUILT = join(SQLITE, 'build/Release/node_sqlite3.node');
const PROGRESS_EVERY_MS = 15_000;
const SHOWN_OUTPUT_CHARACTERS = 8_000;
const MEGABYTE_PER_GIGABYTE = 1024;

/** An installed n8n: its folder, its Node, and the file that starts it. */
export interface InstalledHost {
	line: Line;
	folder: string;
	node: string;
	n8n: string;
}

/**
 * Installs n8n and its Node 24 into the user's cache folder, once; later calls find them there.
 *
 * The installation is made in a temporary folder beside the final one and moved into place when it's complete, so an
 * interrupted one never counts as valid; its remains are removed here.
 *
 * @param say gets one line of progress at a time
 * @returns where the host is
 * @throws if npm or the compiler fails, with the last lines they wrote
 */
export async function installHost(say: (line: string) => void, line: Line = 2): Promise<InstalledHost> {
	const folder = hostFolder(line);
	removeBrokenOff(dirname(folder));
	if (existsSync(folder)) return describe(folder, line);
	const version = N8N_VERSIONS[line];

	const unfinished = `${folder}.unfinished-${process.pid}`;
	const onExit = () => remove(unfinished);
	process.once('exit', onExit);
	mkdirSync(unfinished, { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) {
		copyFileSync(join(lockfileFolder(line), file), join(unfinished, file));
	}
	say(`Installing n8n ${version} with its Node 24: 2 to 10 minutes and 2 to 3 GB, this once.`);
	await runWithProgress({
		label: `n8n ${version}: getting packages`,
		command: ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false'],
		cwd: unfinished,
		sizeOf: join(unfinished, 'node_modules'),
		say,
	});

	await buildSqlite(describe(unfinished, line), say);
	renameSync(unfinished, folder);
	process.off('exit', onExit);
	return describe(folder, line);
}

/**
 * sqlite3 is the only native module of n8n without a binary in its package. It's built with the headers of the Node
 * that will run it, so that none are downloaded; a host of the other version with the same sqlite3 has already built
 * the same file.
 */
async function buildSqlite(
	{ folder, node, line }: InstalledHost,
	say: (line: string) => void,
): Promise<void> {
	const other = hostFolder(line === 1 ? 2 : 1);
	if (existsSync(join(other, SQLITE_BUILT)) && sqliteVersion(other) === sqliteVersion(folder)) {
		mkdirSync(dirname(join(folder, SQLITE_BUILT)), { recursive: true });
		copyFileSync(join(other, SQLITE_BUILT), join(folder, SQLITE_BUILT));
		return;
	}
	await runWithProgress({
		label: 'n8n: compiling its SQLite',
		command: [
			node,
			join(folder, 'node_modules/node-gyp/bin/node-gyp.js'),
			'rebuild',
			'--jobs=max',
			`--nodedir=${dirname(dirname(node))}`,
		],
		cwd: join(folder, SQLITE),
		sizeOf: join(folder, SQLITE),
		say,
	});
}

function sqliteVersion(folder: string): string {
	return (JSON.parse(readFileSync(join(folder, SQLITE, 'package.json'), 'utf8')) as { version: string })
		.version;
}

/** `<user's cache>/n8n-nodes-linkedin-suite/n8n-<version>-<hash of the lockfile>`. */
export function hostFolder(line: Line): string {
	const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	const lockfile = readFileSync(join(lockfileFolder(line), 'package-lock.json'), 'utf8');
	const hash = createHash('sha256').update(lockfile).digest('hex').slice(0, 12);
	return join(cache, 'n8n-nodes-linkedin-suite', `n8n-${N8N_VERSIONS[line]}-${hash}`);
}

function describe(folder: string, line: Line): InstalledHost {
	const packaged = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');
	const ownIsNewEnough = Number(process.versions.node.split('.')[0]) >= 24;
	if (!existsSync(packaged) && !ownIsNewEnough) {
		throw new Error(
			`n8n ${N8N_VERSIONS[line]} needs Node 24, which npm has only for Linux on x64 and arm64. ` +
				'Install Node 24 and run this again with it: https://nodejs.org/en/download',
		);
	}
	return {
		line,
		folder,
		node: existsSync(packaged) ? packaged : process.execPath,
		n8n: join(folder, 'node_modules/n8n/bin/n8n'),
	};
}

function removeBrokenOff(cacheFolder: string): void {
	if (!existsSync(cacheFolder)) return;
	for (const name of readdirSync(cacheFolder)) {
		const owner = /\.unfinished-(\d+)$/.exec(name)?.[1];
		if (owner && !isRunning(Number(owner))) {
			remove(join(cacheFolder, name));
		}
	}
}

/** npm may still be writing for a moment after it was killed. */
function remove(folder: string): void {
	rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function isRunning(processId: number): boolean {
	try {
		process.kill(processId, 0);
		return true;
	} catch {
		return false;
	}
}

interface Step {
	label: string;
	command: string[];
	cwd: string;
	sizeOf: string;
	say: (line: string) => void;
}

async function runWithProgress({ label, command, cwd, sizeOf, say }: Step): Promise<void> {
	const startedAt = Date.now();
	say(`${label} …`);
	const child = execa(command[0], command.slice(1), {
		cwd,
		// A separate group, so that what npm starts ends with it.
		detached: true,
		stdin: 'ignore',
		all: true,
		reject: false,
		maxBuffer: Infinity,
	});
	const stop = () => killGroup(child.pid);
	process.prependOnceListener('exit', stop);
	const progress = setInterval(
		() => say(`${label} … ${elapsed(startedAt)}, ${size(sizeOf)}`),
		PROGRESS_EVERY_MS,
	);
	const { failed, shortMessage, all } = await child;
	clearInterval(progress);
	process.off('exit', stop);
	if (failed) throw new Error(`${label} failed (${shortMessage}):\n${all.slice(-SHOWN_OUTPUT_CHARACTERS)}`);
	say(`${label}: done in ${elapsed(startedAt)}, ${size(sizeOf)}.`);
}

function killGroup(leader: number | undefined): void {
	if (leader === undefined) return; // it never started
	try {
		process.kill(-leader, 'SIGKILL');
	} catch {
		return; // it had ended
	}
}

function elapsed(since: number): string {
	const seconds = Math.round((Date.now() - since) / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}

/** The disk space of a folder, as text; `du` is faster than walking 300,000 files. */
function size(folder: string): string {
	if (!existsSync(folder) || !statSync(folder).isDirectory()) return 'nothing yet';
	try {
		const megabytes = Number(
			execFileSync('du', ['-sm', folder], { stdio: ['ignore', 'pipe', 'ignore'] })
				.toString()
				.split('\t')[0],
		);
		return megabytes < MEGABYTE_PER_GIGABYTE
			? `${megabytes} MB`
			: `${(megabytes / MEGABYTE_PER_GIGABYTE).toFixed(1)} GB`;
	} catch {
		return 'size not known'; // npm moves folders while du reads them
	}
}
