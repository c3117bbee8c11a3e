import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';

/** Maximum calls of a run, including discovery. The Development tier has 100 per day for a member. */
export const MOST_CALLS = 40;
/** Faster calls were seen to end in a 429 after about 110 (docs/behaviour.md#development-tier). */
export const PAUSE_MS = 1_500;
const DEADLINE_MS = 60_000;
const MOST_CHARACTERS = 5_000_000;

export interface SessionOptions {
	token: string;
	/** E.g. https://api.linkedin.com, without a path. */
	host: string;
	/** YYYYMM */
	version: string;
	/** Maximum calls; MOST_CALLS by default. */
	calls?: number;
	/** Between two calls, in milliseconds; PAUSE_MS by default. */
	pauseMs?: number;
	mayWrite?: boolean;
}

export interface LiveAnswer {
	status: number;
	headers: Record<string, string>;
	/** Parsed; undefined for an empty body and for anything that isn't JSON. */
	body: unknown;
}

export interface Reading {
	/** What is read, in words: answers are compared and recorded under this name, so it doesn't contain an id. */
	name: string;
	restliMethod: 'GET' | 'GET_ALL' | 'FINDER' | 'BATCH_GET';
	/** Path and query as sent. */
	path: string;
	/** Instead of the session's. */
	version?: string;
}

export interface Writing extends Omit<Reading, 'restliMethod'> {
	restliMethod: 'CREATE' | 'PARTIAL_UPDATE' | 'DELETE';
	body?: unknown;
}

/** Why a point can't be settled now; its message goes into the table. */
export class Unsettled extends Error {}

/** LinkedIn doesn't accept any more calls with this token: the run ends and keeps what it has found. */
export class Closed extends Unsettled {}

const HTTP_METHODS: Record<string, 'GET' | 'POST' | 'DELETE'> = {
	CREATE: 'POST',
	PARTIAL_UPDATE: 'POST',
	DELETE: 'DELETE',
};

/**
 * Calls to LinkedIn with one token: counted, paced, one after another, each reading requested once. The token only goes
 * to the given host, because redirects aren't followed, and isn't in any message.
 */
export class Session {
	spent = 0;
	/** By the name of the reading, in order; the first one if several have the same name. */
	readonly answers = new Map<string, { call: Reading | Writing; answer: LiveAnswer }>();
	private readonly asked = new Map<string, LiveAnswer>();
	private closed: string | undefined;
	private clock = Date.now();

	constructor(private readonly options: SessionOptions) {}

	/** The default API version of calls. */
	get version(): string {
		return this.options.version;
	}

	get mayWrite(): boolean {
		return this.options.mayWrite ?? false;
	}

	/** LinkedIn's time from its last answer, in epoch ms; before that, this machine's. */
	get now(): number {
		return this.clock;
	}

	/** @throws Unsettled if no calls are left; Closed after a 401 or 429 */
	async read(call: Reading): Promise<LiveAnswer> {
		const key = `${call.version ?? this.options.version} ${call.path}`;
		const known = this.asked.get(key);
		if (known) return known;
		const answer = await this.send(call);
		this.asked.set(key, answer);
		return answer;
	}

	/**
	 * The content of a 200. @throws Unsettled, with LinkedIn's words, for any other status and for anything that isn't
	 * JSON
	 */
	async readWell<T>(call: Reading): Promise<T> {
		const answer = await this.read(call);
		if (answer.status !== 200) throw new Unsettled(`${call.name}: ${refusalOf(answer)}`);
		if (typeof answer.body !== 'object' || answer.body === null)
			throw new Unsettled(`${call.name}: 200 without JSON`);
		return answer.body as T;
	}

	/** Makes sure that what is created can be removed. @throws Unsettled if fewer calls than these are left */
	reserve(calls: number): void {
		const { calls: most = MOST_CALLS } = this.options;
		if (this.spent + calls > most) throw new Unsettled(`fewer than ${calls} of the ${most} calls are left`);
	}

	/** @throws Unsettled if the run may not write, or no calls are left; Closed after a 401 or 429 */
	async write(call: Writing): Promise<LiveAnswer> {
		if (!this.mayWrite) throw new Unsettled('only with --write-to');
		return await this.send(call);
	}

	private async send(call: Reading | Writing): Promise<LiveAnswer> {
		const { host, token, version, calls = MOST_CALLS, pauseMs = PAUSE_MS } = this.options;
		if (this.closed !== undefined) throw new Closed(this.closed);
		if (this.spent >= calls) throw new Unsettled(`the ${calls} calls are spent`);
		if (this.spent > 0 && pauseMs > 0) await sleep(pauseMs);
		this.spent += 1;
		const body = 'body' in call && call.body !== undefined ? JSON.stringify(call.body) : undefined;
		const { reply, text } = await answered(
			call.name,
			request(host + call.path, {
				method: HTTP_METHODS[call.restliMethod] ?? 'GET',
				headers: {
					authorization: `Bearer ${token}`,
					'x-restli-protocol-version': '2.0.0',
					'x-restli-method': call.restliMethod,
					...(call.path.startsWith('/rest/') ? { 'linkedin-version': call.version ?? version } : {}),
					...(body === undefined ? {} : { 'content-type': 'application/json' }),
				},
				body,
				signal: AbortSignal.timeout(DEADLINE_MS),
			}),
		);
		const answer = {
			status: reply.statusCode,
			headers: Object.fromEntries(
				Object.entries(reply.headers).map(([name, value]) => [name, String(value)]),
			),
			body: text.length > MOST_CHARACTERS ? undefined : parsed(text),
		};
		const date = Date.parse(answer.headers.date ?? '');
		if (!Number.isNaN(date)) this.clock = date;
		if (!this.answers.has(call.name)) this.answers.set(call.name, { call, answer });
		if (answer.status === 401 || answer.status === 429) {
			this.closed = `LinkedIn takes no more calls: ${refusalOf(answer)}`;
			throw new Closed(this.closed);
		}
		return answer;
	}
}

/** @throws Unsettled if no complete answer arrives: what other calls have found is kept */
async function answered(name: string, sent: ReturnType<typeof request>) {
	try {
		const reply = await sent;
		return { reply, text: await reply.body.text() };
	} catch (error) {
		throw new Unsettled(`${name}: no answer (${(error as Error).name} ${(error as Error).message})`);
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A refusal in one line: LinkedIn's status, code and message. */
export function refusalOf({ status, body }: LiveAnswer): string {
	const { code, message } = Object(body) as { code?: unknown; message?: unknown };
	return [status, code, message]
		.filter((one) => typeof one === 'string' || typeof one === 'number')
		.join(' ');
}
