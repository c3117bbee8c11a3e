import { ACME, enc, send, startAtNow, tokenOf } from './wire';
import type { Post, Simulator } from './index';
import type { WireAnswer } from './wire';

/** A page's post and calls for the comments on it, by ada unless another token is given. */
export let simulator: Simulator;
export let token: string;
export let ada: string;
export let cleo: string;
export let post: Post;

/** Starts a simulator with such a post for each test of the calling file. */
export function simulateForEachTest(): void {
	beforeEach(async () => {
		simulator = await startAtNow();
		token = tokenOf(simulator, 'ada');
		ada = simulator.state.member('ada').urn;
		cleo = simulator.state.member('cleo').urn;
		post = simulator.state.addPost({ author: ACME, text: 'Ask us' });
	});
	afterEach(async () => simulator.close());
}

export const at = (urn: string, rest = '', base = '/rest') =>
	`${base}/socialActions/${enc(urn)}/comments${rest}`;
export const create = async (urn: string, body: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'POST', path: at(urn), body, token: as });
export const get = async (urn: string, rest = '', as = token): Promise<WireAnswer> =>
	send(simulator, { path: at(urn, rest), token: as });
export const edit = async (urn: string, rest: string, body: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, {
		method: 'POST',
		path: at(urn, rest),
		body,
		token: as,
		headers: { 'x-restli-method': 'PARTIAL_UPDATE' },
	});
export const remove = async (urn: string, rest: string, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'DELETE', path: at(urn, rest), token: as });
export const comment = (actor: string, text = 'Hello (there)', more = {}) => ({
	actor,
	object: post.activity,
	message: { text },
	...more,
});
export const patchText = (text: string) => ({ patch: { message: { $set: { text } } } });
