import { Renewal } from '../../../../../nodes/LinkedIn/transport/client/renewal';
import { monotonic } from '../../../../../nodes/LinkedIn/transport/limits/clock';

interface Answer {
	kind: string;
	status?: number;
}

const UNAUTHORIZED: Answer = { kind: 'reply', status: 401 };
const DONE: Answer = { kind: 'reply', status: 200 };
const ENDED: Answer = { kind: 'failure' };
const SILENCE: Answer = { kind: 'silence' };

let renewal: Renewal;
let tries: string[];
let nowMs: number;

beforeEach(() => {
	renewal = new Renewal();
	tries = [];
	nowMs = 1_000;
	jest.spyOn(monotonic, 'now').mockImplementation(() => nowMs);
});
afterEach(() => jest.restoreAllMocks());

/** A read that gets its 401 now, with a connection of this test. */
async function refused(
	renewed: Answer,
	{ token = 'first', stored = token }: { token?: string; stored?: string } = {},
): Promise<Answer> {
	return await renewal.once(UNAUTHORIZED, {
		sentToken: () => token,
		isRenewed: async () => stored !== token,
		again: async () => {
			tries.push('again');
			return DONE;
		},
		renew: async () => {
			tries.push('renew');
			await Promise.resolve();
			return renewed;
		},
		hold: async (work) => await work,
	});
}

test.each([
	['renews', DONE],
	['cannot renew', ENDED],
	['cannot reach', SILENCE],
])('of two 401 at once one %s the token', async (_what, renewed) => {
	const answers = await Promise.all([refused(renewed), refused(renewed)]);
	expect(answers[0]).toEqual(renewed);
	expect(tries.filter((what) => what === 'renew').length).toBeLessThanOrEqual(renewed === ENDED ? 1 : 2);
});

test.each([
	['a moment later, for the same token, tries nothing', 20, {}, ['renew']],
	['ten seconds later tries again', 10_000, {}, ['renew', 'renew']],
	['for another token tries again', 20, { token: 'second' }, ['renew', 'renew']],
	['where another token is stored takes that', 20, { stored: 'second' }, ['renew', 'again']],
])('after a renewal that failed a 401 %s', async (_what, afterMs, given, expected) => {
	expect(await refused(ENDED)).toEqual(ENDED);
	nowMs += afterMs;
	expect(await refused(ENDED, given)).toEqual(expected[1] === 'again' ? DONE : ENDED);
	expect(tries).toEqual(expected);
});

test('after a renewal that never arrived the next 401 tries again', async () => {
	expect(await refused(SILENCE)).toEqual(SILENCE);
	expect(await refused(DONE)).toEqual(DONE);
	expect(tries).toEqual(['renew', 'renew']);
});
