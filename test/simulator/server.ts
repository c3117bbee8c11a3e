import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import fastify from 'fastify';
import { ApiError } from './errors';
import { answer, understand } from './dispatch';
import { answerOAuth } from './routes/oauth';
import { feedPage } from './feed';
import { sendSpoiled } from './spoil';
import { resources } from './routes';
import { serveUploads, UPLOAD_PATH, type LoggedUpload } from './uploadHost';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from './clock';
import type { Quirks, Turned } from './quirks';
import type { Fault, Faults } from './faults';
import type { RawRequest, Understood } from './dispatch';
import type { Answer } from './resource';
import type { Spoiled } from './spoil';
import type { State } from './state';

/** One request to /rest, /v2 or /oauth, as received, and its result. Contains no token and no secret. */
export interface LoggedRequest {
	/** Epoch ms of the simulator's clock. */
	at: number;
	method: string;
	/** Path and query exactly as received. */
	url: string;
	restliMethod?: string;
	version?: string;
	headers: Record<string, string | undefined>;
	body: string;
	/** 0 while unanswered, and permanently if a fault broke the connection. */
	status: number;
	/** E.g. 'CREATE /rest/posts'. */
	endpoint?: string;
	member?: string;
	app?: string;
	/** LinkedIn carried it out, whatever the caller was told. */
	carriedOut?: true;
	/** The fault that affected it, or the quirks. */
	fault?: string;
	/** When to come back, by the answer's header. */
	comeBack?: string;
}

export interface World {
	state: State;
	clock: Clock;
	faults: Faults;
	quirks: Quirks;
	requests: LoggedRequest[];
	/** Base URL, known once the server listens. */
	url: string;
}

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const MAX_PATH_CHARACTERS = 16 * 1024;
const SECRETS = /\b(client_secret|code|refresh_token|token)=[^&]*/g;

/** The HTTP side: reads requests raw, keeps the log, applies faults, writes LinkedIn's headers. */
export function createServer(world: World, uploads: LoggedUpload[]): FastifyInstance {
	const serveUpload = serveUploads(world, uploads);
	const app = fastify({
		serverFactory: (handler) =>
			createHttpServer((request, response) =>
				request.url?.startsWith(UPLOAD_PATH) ? serveUpload(request, response) : handler(request, response),
			),
		bodyLimit: MAX_BODY_BYTES,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: MAX_PATH_CHARACTERS },
		frameworkErrors: (error, request, reply) => {
			const entry = log(world, rawRequest(request), undefined);
			entry.status = 400;
			void send(reply, { status: 400, body: { status: 400, code: 'BAD_REQUEST', message: error.message } });
		},
	});
	app.addHook('onRequest', async (_request, reply) => {
		reply.header('date', new Date(world.clock.now()).toUTCString());
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	for (const prefix of ['/rest/*', '/v2/*', '/oauth/*']) {
		app.all(prefix, async (request, reply) => handle(world, request, reply));
	}
	void app.register(feedPage(world));
	// An exception here is a bug of the simulator and must not look like one of LinkedIn's answers.
	app.setErrorHandler(
		(error: Error, _request, reply) =>
			void send(reply, { status: 500, body: { code: 'SIMULATOR_DEFECT', message: error.stack } }),
	);
	app.setNotFoundHandler((_request, reply) => void send(reply, { status: 404, body: '' }));
	return app;
}

async function handle(world: World, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
	const cameAtMs = performance.now();
	const raw = rawRequest(request);
	const isOAuth = raw.url.startsWith('/oauth/');
	const understood = isOAuth ? undefined : await attempt(() => understand(raw, resources));
	const entry = log(world, raw, understood instanceof ApiError ? undefined : understood);
	const fault = world.faults.take({
		method: raw.httpMethod,
		url: raw.url,
		restliMethod: entry.restliMethod,
	});
	if (fault) entry.fault = nameOf(fault);
	const turned =
		fault || !understood || understood instanceof ApiError
			? undefined
			: world.quirks.meet(understood, raw.headers.authorization, world);
	const handled = async () => {
		const result = await attempt(() =>
			understood
				? (turned?.answer ?? answer(raw, turned?.understood ?? understood, world, entry))
				: answerOAuth(raw, world),
		);
		if (isSuccess(result)) entry.carriedOut = true;
		return result;
	};
	// The processing time is part of the delay.
	const late = async () => (fault?.delayMs ? await until(cameAtMs + fault.delayMs) : undefined);
	if (fault && fault.effect !== 'pass') {
		if (fault.afterHandling) await handled();
		await late();
		return strike(fault, entry, request, reply);
	}
	const result = await handled();
	await late();
	entry.status = result.status;
	noteComeBack(entry, result.headers);
	if (turned) return sendTurned(reply, entry, result, turned);
	if (!fault?.spoils || !isSuccess(result)) return send(reply, result);
	return sendSpoilt(reply, entry, result, fault.spoils);
}

function sendSpoilt(
	reply: FastifyReply,
	entry: LoggedRequest,
	result: Answer,
	spoils: Spoiled,
): FastifyReply {
	entry.status = spoils.status ?? result.status;
	return sendSpoiled(reply, { ...result, headers: { ...headersOf(reply), ...result.headers } }, spoils);
}

function noteComeBack(entry: LoggedRequest, headers: Record<string, string> = {}): void {
	const said = Object.entries(headers).find(([name]) => /^(retry-after|x-ratelimit-reset)$/i.test(name));
	if (said) [, entry.comeBack] = said;
}

/** Quirks only change successes; a refusal is sent unchanged. */
function sendTurned(reply: FastifyReply, entry: LoggedRequest, result: Answer, turned: Turned): FastifyReply {
	const {
		answer: own,
		spoils,
		names,
	} = isSuccess(result) ? turned.finish(result) : { answer: result, spoils: undefined, names: turned.names };
	if (names.length > 0) entry.fault = `quirk ${names.join(', ')}`;
	return spoils ? sendSpoilt(reply, entry, own, spoils) : send(reply, own);
}

function nameOf({ name, effect, spoils }: Fault): string {
	if (name !== undefined) return name;
	if (spoils) return 'spoiled';
	return typeof effect === 'string' ? effect : `status ${effect.status}`;
}

const isSuccess = ({ status }: { status: number }) => status >= 200 && status < 300;

/** The timer counts whole milliseconds, rounded down here; the rest passes turn by turn. */
async function until(atMs: number): Promise<void> {
	await sleep(atMs - performance.now());
	while (performance.now() < atMs) await turn();
}

function rawRequest(request: FastifyRequest): RawRequest {
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.join(', ') : value,
		]),
	);
	return {
		httpMethod: request.method,
		url: request.raw.url ?? '',
		headers,
		body: typeof request.body === 'string' ? request.body : '',
	};
}

function log(world: World, raw: RawRequest, understood: Understood | undefined): LoggedRequest {
	const isOAuth = raw.url.startsWith('/oauth/');
	const mask = (text: string) => (isOAuth ? text.replace(SECRETS, '$1=***') : text);
	const entry: LoggedRequest = {
		at: world.clock.now(),
		method: raw.httpMethod,
		url: mask(raw.url),
		restliMethod: understood?.restliMethod ?? raw.headers['x-restli-method']?.toUpperCase(),
		version: raw.headers['linkedin-version'],
		headers: {
			...raw.headers,
			...(raw.headers.authorization === undefined ? {} : { authorization: '***' }),
		},
		body: mask(raw.body),
		status: 0,
		endpoint: understood?.endpoint,
	};
	world.requests.push(entry);
	return entry;
}

/** The result of `work`, or the ApiError it threw. Anything else is a bug of the simulator and is rethrown. */
async function attempt<T>(work: () => T | Promise<T>): Promise<T | ApiError> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ApiError) return error;
		throw error;
	}
}

async function strike(
	fault: Fault,
	entry: LoggedRequest,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	if (fault.effect === 'hang' || fault.effect === 'reset' || fault.effect === 'pass') {
		reply.hijack();
		if (fault.effect === 'reset') request.raw.socket.resetAndDestroy();
		return reply;
	}
	const { status, body, html, headers = {} } = fault.effect;
	entry.status = status;
	noteComeBack(entry, headers);
	return send(reply, {
		status,
		body: html ?? body,
		headers: { ...(html === undefined ? {} : { 'content-type': 'text/html; charset=utf-8' }), ...headers },
	});
}

/** X-LI-UUID identifies the request on every answer, and the date comes from LinkedIn's clock. */
function headersOf(reply: FastifyReply): Record<string, string> {
	return {
		date: String(reply.getHeader('date')),
		'x-li-uuid': randomBytes(18).toString('base64'),
		'x-li-fabric': 'prod-simulator',
		'x-restli-protocol-version': String(reply.request.headers['x-restli-protocol-version'] ?? '1.0.0'),
	};
}

function send(reply: FastifyReply, result: Answer): FastifyReply {
	reply.code(result.status).headers({ ...headersOf(reply), ...result.headers });
	if (result.body === undefined || result.body === '') return reply.send();
	if (typeof result.body === 'string') return reply.send(result.body);
	return reply.type('application/json; charset=utf-8').send(JSON.stringify(result.body));
}
