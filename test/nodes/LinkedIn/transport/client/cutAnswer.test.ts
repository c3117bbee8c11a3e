import { headOf, watchClient } from '../../../../../nodes/LinkedIn/transport/client/cutAnswer';
import { Secrets } from '../../../../../nodes/LinkedIn/transport/redaction/secrets';
import type { Context } from '../../../../../nodes/LinkedIn/transport/types';

const res = { statusCode: 201, headers: { 'x-restli-id': 'urn:li:share:1' } };
const head = { status: 201, headers: res.headers };

describe('the head of a cut answer', () => {
	it.each<[string, unknown, unknown]>([
		['a cut', { request: { res }, response: { status: 201 } }, head],
		['a reset or timeout in the body', { request: { res } }, head],
		['no answer', { request: {} }, undefined],
		['a whole answer', { request: { res }, response: { status: 201, data: '' } }, undefined],
		['another error', new Error('No'), undefined],
		['nothing', undefined, undefined],
	])('is read from %s', (_what, thrown, expected) => {
		expect(headOf(thrown)).toEqual(expected);
	});
});

describe('the watched client', () => {
	const client = (...answers: Array<() => Promise<unknown>>) => {
		const context = {
			getNode: () => 'the node',
			helpers: { httpRequest: async () => await answers.shift()?.(), getBinaryStream: () => 'a stream' },
		};
		const signer = { context: context as unknown as Context, secrets: new Secrets() };
		return watchClient(signer, new AbortController().signal, 10);
	};
	const failure = new Error('cut');

	it('is the context in all else', () => {
		const { context: watched } = client();
		const helpers = watched.helpers as unknown as { getBinaryStream(): unknown };
		expect([watched.getNode(), helpers.getBinaryStream()]).toEqual(['the node', 'a stream']);
	});

	it('tells what the last request threw, which is thrown all the same', async () => {
		const { context: watched, thrown } = client(
			async () => await Promise.reject(failure),
			async () => 'an answer',
		);
		const request = { url: 'https://api.linkedin.com' };
		await expect(watched.helpers.httpRequest(request)).rejects.toBe(failure);
		expect(thrown()).toBe(failure);
		await expect(watched.helpers.httpRequest(request)).resolves.toBe('an answer');
		expect(thrown()).toBeUndefined();
	});
});
