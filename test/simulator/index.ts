import type { AddressInfo } from 'node:net';
import { createClock } from './clock';
import { createServer } from './server';
import { createUploadHost } from './uploadHost';
import { fillDemoWorld } from './demoWorld';
import { Faults } from './faults';
import { State } from './state';
import type { Clock } from './clock';
import type { Fault } from './faults';
import type { LoggedRequest, World } from './server';
import type { LoggedUpload } from './uploadHost';
import type { Server } from 'node:http';

export { demoWorld } from './demoWorld';
export { faults } from './faults';
export { timings } from './timings';
export type { Fault } from './faults';
export type { Timing } from './timings';
export type { Clock } from './clock';
export type { LoggedRequest } from './server';
export type { LoggedUpload } from './uploadHost';
export type { Media, MediaKind, MediaStatus } from './media';
export type { State } from './state';
export type { Comment, Member, Notification, Organization, Post } from './model';

export interface Simulator {
	/** http://127.0.0.1:PORT; serves /rest, /v2, /oauth and the feed page at /feed. */
	url: string;
	/** http://127.0.0.1:OTHER_PORT of the signed upload and download URLs; LinkedIn's is no host of the API either. */
	uploadUrl: string;
	state: State;
	clock: Clock;
	faults: { add(fault: Fault): void; clear(): void };
	/** Every request to /rest, /v2 and /oauth, in order. */
	requests: LoggedRequest[];
	/** Every request to the upload host, in order. */
	uploads: LoggedUpload[];
	/**
	 * A token as the developer portal makes it: no consent, so no earlier token is revoked, and any scope goes.
	 * @param options.app client id; the first app when left out
	 */
	issueToken(options: {
		member: string;
		scopes: string[];
		app?: string;
		expiresInSeconds?: number;
		refreshable?: boolean;
	}): { accessToken: string; refreshToken?: string; idToken?: string; scope: string; expiresIn: number };
	close(): Promise<void>;
}

/**
 * Starts LinkedIn on 127.0.0.1, filled with the demo world.
 * @param options.port 0 or left out = any free port
 * @param options.uploadPort of the upload host; 0 or left out = any free port
 * @param options.now epoch ms at which its clock starts; real time when left out
 */
export async function startSimulator(
	options: { port?: number; uploadPort?: number; now?: number } = {},
): Promise<Simulator> {
	const clock = createClock(options.now);
	const state = new State(clock);
	fillDemoWorld(state);
	const world: World = { state, clock, faults: new Faults(), requests: [], url: '' };
	const server = createServer(world);
	await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	world.url = addressOf(server.server);
	const uploads: LoggedUpload[] = [];
	const uploadHost = createUploadHost(world, uploads);
	await new Promise<void>((resolve, reject) => {
		uploadHost.once('error', reject).listen(options.uploadPort ?? 0, '127.0.0.1', resolve);
	});
	state.uploadUrl = addressOf(uploadHost);
	return {
		url: world.url,
		uploadUrl: state.uploadUrl,
		state,
		clock,
		faults: world.faults,
		requests: world.requests,
		uploads,
		issueToken: ({ member, app: clientId, ...rest }) => {
			const app = clientId === undefined ? [...state.apps.values()][0] : state.apps.get(clientId);
			if (!app) throw new Error(`The simulator has no app ${clientId}`);
			return state.tokens.issue({ ...rest, app, member: state.member(member), issuer: `${world.url}/oauth` });
		},
		close: async () => {
			uploadHost.close();
			uploadHost.closeAllConnections();
			await server.close();
		},
	};
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
