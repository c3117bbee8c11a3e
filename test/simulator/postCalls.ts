import { enc, send, startAtNow, tokenOf } from './wire';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

/** The calls of /rest/posts, by ada unless another token is given, on the simulator of the running test. */
export let simulator: Simulator;
export let token: string;
export let ada: string;

/** Starts a separate simulator for each test of the calling file. */
export function simulateForEachTest(): void {
	beforeEach(async () => {
		simulator = await startAtNow();
		token = tokenOf(simulator, 'ada');
		ada = simulator.state.member('ada').urn;
	});
	afterEach(async () => simulator.close());
}

export const create = async (body: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'POST', path: '/rest/posts', body, token: as });
export const read = async (urn: string, as = token): Promise<WireAnswer> =>
	send(simulator, { path: `/rest/posts/${enc(urn)}`, token: as });
export const update = async (urn: string, patch: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, {
		method: 'POST',
		path: `/rest/posts/${enc(urn)}`,
		body: { patch },
		token: as,
		headers: { 'x-restli-method': 'PARTIAL_UPDATE' },
	});
export const remove = async (urn: string, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'DELETE', path: `/rest/posts/${enc(urn)}`, token: as });
export const idOf = (reply: WireAnswer) => String(reply.headers['x-restli-id']);
