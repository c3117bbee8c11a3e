import { ACME, send, startAtNow, textPost, tokenOf, type WireAnswer } from './wire';
import { faults } from './index';
import type { Fault, Simulator } from './index';

/** The request is carried out, and its answer is spoilt on the way. */

let simulator: Simulator;
let token: string;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
});
afterEach(async () => simulator.close());

const post = async (fault: Fault, text = 'x') => {
	simulator.faults.add(fault);
	return await send(simulator, { method: 'POST', path: '/rest/posts', body: textPost(ACME, text), token });
};

/** Creates a comment, whose answer has a body (docs.comments). */
const comment = async (fault: Fault): Promise<WireAnswer> => {
	const { urn } = simulator.state.addPost({ author: ACME, text: 'The thread' });
	simulator.faults.add(fault);
	return await send(simulator, {
		method: 'POST',
		path: `/rest/socialActions/${encodeURIComponent(urn)}/comments`,
		body: { actor: ACME, object: urn, message: { text: 'Hi' } },
		token,
	});
};

const ids = ({ headers }: WireAnswer) => [headers['x-restli-id'], headers['x-linkedin-id'], headers.location];

/** Headers and bytes from the socket, until the connection breaks. */
async function headOf(fault: Fault, timeoutMs = 5_000) {
	simulator.faults.add(fault);
	const reply = await fetch(`${simulator.url}/rest/posts`, {
		method: 'POST',
		signal: AbortSignal.timeout(timeoutMs),
		headers: {
			authorization: `Bearer ${token}`,
			'linkedin-version': '202609',
			'x-restli-protocol-version': '2.0.0',
			'content-type': 'application/json',
		},
		body: JSON.stringify(textPost(ACME, 'x')),
	});
	let bytes = 0;
	const ending = await (async () => {
		for await (const part of reply.body ?? []) bytes += part.length;
	})().then(
		() => 'whole',
		() => 'broken',
	);
	return { status: reply.status, id: reply.headers.get('x-restli-id'), bytes, ending };
}

describe('what was done is done:', () => {
	afterEach(() => {
		const [{ carriedOut, fault }] = simulator.requests;
		expect([carriedOut, fault]).toEqual([true, 'spoiled']);
	});

	it.each([0, 1, 10, 500])('a body is cut after %d bytes, behind a head with the id', async (bytes) => {
		const head = await headOf(faults.cutBody({}, bytes));
		expect(head).toEqual({ status: 201, id: simulator.state.posts()[0].urn, bytes, ending: 'broken' });
	});

	it.each(['reset', 'silence'] as const)('a body ends by %s', async (by) => {
		const head = await headOf(faults.breakBody(by), 500);
		expect(head).toEqual({ status: 201, id: simulator.state.posts()[0].urn, bytes: 10, ending: 'broken' });
	});

	it('a body is cut behind a head without the id', async () => {
		expect(await headOf(faults.cutBodyWithoutId())).toEqual({
			status: 201,
			id: null,
			bytes: 10,
			ending: 'broken',
		});
	});

	it.each([undefined, 200, 202, 204])('the id is kept back (status %s)', async (status) => {
		const reply = await post(faults.withoutId({}, status));
		expect([reply.status, reply.text, ids(reply)]).toEqual([
			status ?? 201,
			'',
			[undefined, undefined, undefined],
		]);
		expect(simulator.state.posts()).toHaveLength(1);
	});

	it('a web page comes with success', async () => {
		const reply = await post(faults.pageInstead());
		expect([reply.status, reply.headers['content-type'], reply.text.slice(0, 9)]).toEqual([
			200,
			'text/html; charset=utf-8',
			'<!DOCTYPE',
		]);
	});

	it('JSON ends too early', async () => {
		const reply = await comment(faults.truncatedJson()).catch((error: Error) => error.name);
		expect(reply).toBe('SyntaxError');
	});

	it.each([[undefined], ['/rest/posts/urn%3Ali%3Ashare%3A1']])('a redirect goes to %s', async (location) => {
		const reply = await post(faults.redirect({}, 303, location));
		expect([reply.status, reply.headers.location]).toEqual([303, location]);
	});

	it.each([7, {}, null])('the body names %j as id, and no header another one', async (id) => {
		const reply = await comment(faults.oddMembers({ id }));
		expect(reply.json).toMatchObject({ id, message: { text: 'Hi' } });
		expect(ids(reply)).toEqual([undefined, undefined, undefined]);
	});

	it('what should be gzip cannot be unpacked', async () => {
		const reply = await post(faults.brokenGzip());
		expect([reply.headers['content-encoding'], reply.text]).toEqual(['gzip', 'These bytes are no gzip.']);
		expect(ids(reply)[0]).toBe(simulator.state.posts()[0].urn);
		expect(ids(await post(faults.brokenGzipWithoutId(), 'y'))[0]).toBeUndefined();
	});
});

it('a head that no client can read ends the call with an error', async () => {
	await expect(post(faults.garbledHead())).rejects.toThrow(/header/i);
	expect(simulator.state.posts()).toHaveLength(1);
});

it('a refusal goes out as it is', async () => {
	await post(faults.slow(0), 'twice');
	const refused = await post(faults.withoutId(), 'twice');
	expect([refused.status, simulator.requests[1].carriedOut]).toEqual([422, undefined]);
});
