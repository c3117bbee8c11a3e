// Says what this machine lacks for the demo and the end-to-end tests, and how to get it, before anything is installed,
// so it's plain JavaScript without packages.
//
// `node test/host/preflight.mjs` for a run that starts n8n; with `--browser` for the end-to-end tests, which need both
// versions of n8n, and Chromium.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = [20, 19];
/** Disk space that installing n8n needs. */
const GIGABYTES_A_HOST = 4;
const LATER_RUN_GIGABYTES = 1;
const BYTES_PER_GIGABYTE = 1024 ** 3;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const isEndToEnd = process.argv.includes('--browser');
const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-linkedin-suite');
const versions = (isEndToEnd ? [2, 1] : [2]).map(versionOf);
const toInstall = versions.filter((version) => !hasInstalledHost(version));

const missing = toInstall.length === 0 ? [] : [...compilerProblems()];
missing.push(
	...nodeProblems(),
	...diskProblems(LATER_RUN_GIGABYTES + toInstall.length * GIGABYTES_A_HOST),
	...(isEndToEnd ? browserProblems() : []),
);

if (missing.length > 0) {
	console.error(['This machine lacks:', ...missing.map((line) => `  - ${line}`)].join('\n'));
	process.exit(1);
}
console.log(
	toInstall.length === 0
		? `n8n ${versions.join(' and ')} in ${cacheFolder} already: each starts in under a minute and a half.`
		: `First run: about ${toInstall.length * 5} to ${toInstall.length * 10} minutes (most of it n8n ` +
				`${toInstall.join(' and ')} and its database driver), and ${toInstall.length * 3} GB kept in ` +
				`${cacheFolder} for later runs.`,
);

/** The n8n of a line, as its host's package.json has it. */
function versionOf(line) {
	const file = fileURLToPath(new URL(`./n8n-${line}/package.json`, import.meta.url));
	return JSON.parse(readFileSync(file, 'utf8')).dependencies.n8n;
}

/** True if a complete installation of this n8n is in the cache folder (install.ts moves it there at its end). */
function hasInstalledHost(version) {
	if (!existsSync(cacheFolder)) return false;
	return readdirSync(cacheFolder).some(
		(name) => name.startsWith(`n8n-${version}-`) && !name.includes('.unfinished'),
	);
}

function nodeProblems() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	const problems = [];
	if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
		problems.push(
			`Node ${LEAST_NODE.join('.')} or later (this is ${process.versions.node}): https://nodejs.org/en/download`,
		);
	}
	if (!runs('npm', '--version')) problems.push(`npm: ${installLine('npm', 'node', 'npm')}`);
	return problems;
}

function compilerProblems() {
	const tools = [
		{ name: 'Python 3', command: 'python3', packages: ['python3', 'python', 'python3'] },
		{ name: 'make', command: 'make', packages: ['make', 'make', 'make'] },
		{ name: 'a C++ compiler (g++)', command: 'g++', packages: ['g++', 'gcc', 'gcc-c++'] },
	];
	return tools
		.filter(({ command }) => !runs(command, '--version'))
		.map(({ name, packages }) => `${name}, to compile n8n's SQLite: ${installLine(...packages)}`);
}

function diskProblems(gigabytes) {
	mkdirSync(cacheFolder, { recursive: true });
	const { bavail, bsize } = statfsSync(cacheFolder);
	const free = (bavail * bsize) / BYTES_PER_GIGABYTE;
	if (free >= gigabytes) return [];
	return [
		`${gigabytes} GB of free disk in ${cacheFolder} (${free.toFixed(1)} GB are free): ` +
			'free some, or name a folder elsewhere with XDG_CACHE_HOME=/folder',
	];
}

function browserProblems() {
	const candidates = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : CHROMIUM;
	if (candidates.some((path) => existsSync(path))) return [];
	return [
		`Chromium, to look at n8n's editor (searched: ${candidates.join(', ')}): ` +
			`${installLine('chromium', 'chromium', 'chromium')}, or name one with CHROMIUM_PATH=/path`,
	];
}

function runs(command, argument) {
	try {
		execFileSync(command, [argument], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** One line for the package manager this machine has. */
function installLine(apt, brew, dnf) {
	if (process.platform === 'darwin') return `brew install ${brew}`;
	if (runs('dnf', '--version')) return `sudo dnf install -y ${dnf}`;
	return `sudo apt-get update && sudo apt-get install -y ${apt}`;
}
