import { parseArgs } from 'node:util';

import { DEFAULT_VERSION } from '../../nodes/LinkedIn/transport/linkedin/version';
import { startSimulator } from '../simulator';
import { pointsTable, shapesTable } from './print';
import { record, RECORDINGS } from './record';
import { ask, compare } from './run';
import { MOST_CALLS, PAUSE_MS, type SessionOptions } from './session';
import { fillWorld } from './world';

const TOKEN_VARIABLE = 'LINKEDIN_ACCESS_TOKEN';

const USAGE = `${TOKEN_VARIABLE}=… npm run live -- [options]

Asks LinkedIn about the points that docs/behaviour.md calls unconfirmed: reads only, at most ${MOST_CALLS} calls.
  --write-to URN      a post of a page of yours; below it a comment and a reaction are made and taken back
  --member-video URN  a post of yours with a video, whose plays are read
  --record            writes the answers, without ids, names and texts, to test/simulator/recorded
  --record-to FOLDER  to another folder
  --version YYYYMM    of the API; ${DEFAULT_VERSION} when left out
  --host URL          of the API; https, or this machine
  --calls N           fewer calls
  --pause MS          between two calls; ${PAUSE_MS} when left out`;

/** @throws Error for a host that would get the token unencrypted */
function readHost(text: string): string {
	const { protocol, hostname, origin } = new URL(text);
	if (protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return origin;
	throw new Error(`--host ${text} must be https, or this machine`);
}

/** @throws Error if it isn't a whole number, or is more than `most` */
function readNumber(name: string, text: string | undefined, otherwise: number, most: number): number {
	const number = text === undefined ? otherwise : Number(text);
	if (Number.isInteger(number) && number >= 0 && number <= most) return number;
	throw new Error(`--${name} ${text} must be a whole number up to ${most}`);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			help: { type: 'boolean' },
			'write-to': { type: 'string' },
			'member-video': { type: 'string' },
			record: { type: 'boolean' },
			'record-to': { type: 'string' },
			version: { type: 'string' },
			host: { type: 'string' },
			calls: { type: 'string' },
			pause: { type: 'string' },
		},
	});
	if (values.help) return console.log(USAGE);
	const token = process.env[TOKEN_VARIABLE]?.trim();
	if (!token) throw new Error(`${TOKEN_VARIABLE} holds no access token.\n\n${USAGE}`);
	const options: SessionOptions = {
		token,
		host: readHost(values.host ?? 'https://api.linkedin.com'),
		version: values.version ?? DEFAULT_VERSION,
		calls: readNumber('calls', values.calls, MOST_CALLS, MOST_CALLS),
		pauseMs: readNumber('pause', values.pause, PAUSE_MS, 60_000),
		mayWrite: values['write-to'] !== undefined,
	};
	const { rows, session } = await ask(options, {
		writeTo: values['write-to'],
		memberVideo: values['member-video'],
	});
	console.log(`${pointsTable(rows)}\n\n${session.spent} of ${options.calls} calls were spent.\n`);

	const simulator = await startSimulator();
	try {
		const world = fillWorld(simulator);
		const reference = await ask({ ...options, ...world.options }, world.given);
		const compared = compare(session, reference.session);
		console.log(`${shapesTable(compared)}\n\nThe shapes of ${compared.length} answers were compared.`);
	} finally {
		await simulator.close();
	}
	if (values.record || values['record-to'] !== undefined) {
		const written = record(values['record-to'] ?? RECORDINGS, options.version, session.answers);
		console.log(`${written} answers are recorded.`);
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
