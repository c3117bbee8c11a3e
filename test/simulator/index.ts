import type { AddressInfo } from 'node:net';
import { createClock } from './clock';
import { unsigned } from './idTokens';
import { createServer } from './server';
import { createUploadHost } from './uploadHost';
import { fillDemoWorld } from './demoWorld';
import { Faults } from './faults';
import { Quirks } from './quirks';
import { Portal } from './push/portal';
import { Pusher } from './push/pusher';
import { State } from './state';
import type { Clock } from './clock';
import type { Fault } from './faults';
import type { LoggedRequest, World } from './server';
import type { LoggedUpload } from './uploadHost';
import type { Server } from 'node:http';

export { demoWorld } from './demoWorld';
export { challengeResponse, pushSignature } from './push/signature';
export { faults } from './faults';
export { QUIRK_NAMES, QUIRKS } from './quirks';
export { timings } from './timings';
export type { Fault } from './faults';
export type { QuirkName, QuirkOptions } from './quirks';
export type { Timing } from './timings';
export type { Clock } from './clock';
export type { ListManner } from './paging';
export type { LoggedRequest } from './server';
export type { LoggedUpload } from './uploadHost';
export type { Media, MediaKind, MediaStatus } from './media';
export type { Delivery, Pusher } from './push/pusher';
export type { Portal, Registration } from './push/portal';
export type { State } from './state';
export type { Comment, Member, Notification, Organization, Post } from './model';

export interface Simulator {
	/** http://127.0.0.1:PORT; serves /rest, /v2, /oauth and the feed page at /feed. */
	url: string;
	/**
	 * http://127.0.0.1:OTHER_PORT of the signed upload and download URLs, because LinkedIn's upload host isn't the API
	 * host either.
	 */
	uploadUrl: string;
	state: State;
	clock: Clock;
	faults: { add(fault: Fault): void; clear(): void };
	/** How the live service was seen to differ from its documentation; all off by default. */
	quirks: Quirks;
	/** Where webhook addresses are registered. */
	portal: Portal;
	/** Sends webhooks what happened, whenever it's told to, and keeps what it sent. */
	pusher: Pusher;
	/** Every request to /rest, /v2 and /oauth, in order. */
	requests: LoggedRequest[];
	/** Every request to the upload host, in order. */
	uploads: LoggedUpload[];
	/**
	 * A token as the developer portal makes it: without consent, so no earlier token is revoked, and with any scopes.
	 * @param options.app client id; the first app by default
	 */
	issueToken(options: {
		member: string;
		scopes: string[];
		app?: string;
		expiresInSeconds?: number;
		refreshable?: boolean;
	}): { accessToken: string; refreshToken?: string; idToken?: string; scope: string; expiresIn: number };
	/** Forgets everything that happened: the same addresses, everything else as at the start. */
	renew(): void;
	close(): Promise<void>;
}

/**
 * Starts LinkedIn on 127.0.0.1, filled with the demo world.
 * @param options.port 0 or left out = any free port
 * @param options.uploadPort of the upload host; 0 or left out = any free port
 * @param options.now epoch ms at which its clock starts; real time by default
 */
export async function startSimulator(
	options: { port?: number; uploadPort?: number; now?: number } = {},
): Promise<Simulator> {
	const clock = createClock(options.now);
	const state = demoState(clock);
	const world: World = { state, clock, faults: new Faults(), quirks: new Quirks(), requests: [], url: '' };
	const uploads: LoggedUpload[] = [];
	const portal = new Portal(world);
	const pusher = new Pusher(world, portal);
	const server = createServer(world, uploads);
	await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	world.url = addressOf(server.server);
	const uploadHost = createUploadHost(world, uploads);
	await new Promise<void>((resolve, reject) => {
		uploadHost.once('error', reject).listen(options.uploadPort ?? 0, '127.0.0.1', resolve);
	});
	const uploadUrl = addressOf(uploadHost);
	Object.assign(state, { uploadUrl, tokenUploadUrl: world.url });
	return {
		url: world.url,
		uploadUrl,
		get state() {
			return world.state;
		},
		clock,
		faults: world.faults,
		quirks: world.quirks,
		portal,
		pusher,
		requests: world.requests,
		uploads,
		issueToken: ({ member, app: clientId, ...rest }) => {
			const { state: now } = world;
			const app = clientId === undefined ? [...now.apps.values()][0] : now.apps.get(clientId);
			if (!app) throw new Error(`The simulator has no app ${clientId}`);
			const issuer = `${world.url}/oauth`;
			const issued = now.tokens.issue({ ...rest, app, member: now.member(member), issuer });
			const { idClaims, ...token } = issued;
			return idClaims ? { ...token, idToken: unsigned(idClaims) } : token;
		},
		renew: () => {
			clock.set(options.now ?? Date.now());
			world.state = demoState(clock);
			Object.assign(world.state, { uploadUrl, tokenUploadUrl: world.url });
			world.faults.clear();
			world.quirks.off();
			world.quirks.shown.clear();
			world.requests.length = 0;
			pusher.stop();
			pusher.deliveries.length = 0;
			uploads.length = 0;
		},
		close: async () => {
			pusher.stop();
			uploadHost.close();
			uploadHost.closeAllConnections();
			await server.close();
		},
	};
}

function demoState(clock: Clock): State {
	const state = new State(clock);
	fillDemoWorld(state);
	return state;
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
