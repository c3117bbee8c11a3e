import { Counter } from '../../../../../nodes/LinkedIn/transport/ledger/counter';
import { DayCount } from '../../../../../nodes/LinkedIn/transport/ledger/dayCount';
import {
	limitReached,
	limitsOf,
	limitUsed,
	warnings,
	type Counts,
} from '../../../../../nodes/LinkedIn/transport/ledger/limitUse';
import { EVERYTHING } from '../../../../../nodes/LinkedIn/transport/policy/accessPolicy';
import type { CredentialRules } from '../../../../../nodes/LinkedIn/transport/policy/credentialRules';

const NOON = Date.parse('2026-11-29T12:00:00Z');
const POST = 'CREATE /rest/posts';
const FILE = 'PUT https://www.linkedin.com';

const rules = (more: Partial<CredentialRules> = {}): CredentialRules => ({
	policy: EVERYTHING,
	maxCallsADay: undefined,
	knownLimits: [],
	highestDailyBudget: undefined,
	...more,
});

/** Counted since the day before. */
function used(calls: number, endpoint = POST): Counts {
	const now = jest.spyOn(Date, 'now').mockReturnValue(NOON - 86_400_000);
	const counts = { credential: new DayCount(), member: new Counter(), application: new Counter() };
	now.mockRestore();
	for (let count = 0; count < calls; count += 1) {
		if (endpoint !== FILE) counts.credential.add(NOON);
		counts.member.ledger.sent(endpoint, NOON);
		counts.application.ledger.sent(endpoint, NOON);
	}
	return counts;
}

const limit = (more: object) => ({ knownLimits: [{ endpoint: '/rest/posts', ...more }] });

describe('one more call', () => {
	test.each<[string, Counts, Partial<CredentialRules>, boolean, string | undefined]>([
		['without limits', used(1000), {}, false, undefined],
		['below Max Calls a Day', used(9), { maxCallsADay: 10 }, false, undefined],
		['at Max Calls a Day', used(10), { maxCallsADay: 10 }, false, 'credential'],
		['of a trigger, at Max Calls a Day', used(10), { maxCallsADay: 10 }, true, undefined],
		['below a limit of the member', used(4), limit({ member: 5 }), false, undefined],
		['at a limit of the member', used(5), limit({ member: 5 }), false, 'member'],
		['at a limit of the application', used(5), limit({ application: 5 }), false, 'application'],
		['of a trigger, at a limit of the member', used(5), limit({ member: 5 }), true, 'member'],
		[
			'at a limit of another endpoint',
			used(5, 'CREATE /rest/reactions'),
			limit({ member: 5 }),
			false,
			undefined,
		],
		[
			'where parts of files were sent',
			used(50, FILE),
			{ maxCallsADay: 10, knownLimits: [{ endpoint: '*', member: 5 }] },
			false,
			undefined,
		],
	])('%s', (_what, counts, more, hasOwnBudget, counter) => {
		const found = limitReached(counts, rules(more), { endpoint: POST, hasOwnBudget }, NOON);
		expect(found?.counter).toBe(counter);
	});

	it('is allowed again after midnight UTC', () => {
		const asked = { endpoint: POST, hasOwnBudget: false };
		const [counts, allowed] = [used(10), rules({ maxCallsADay: 10, ...limit({ member: 5 }) })];
		expect(limitReached(counts, allowed, asked, NOON)).toBeDefined();
		expect(limitReached(counts, allowed, asked, NOON + 12 * 3_600_000)).toBeUndefined();
	});
});

test.each<[Partial<CredentialRules>, string]>([
	[{ maxCallsADay: 10 }, 'Not sent: the 10 calls that Max Calls a Day of the credential allows are used up'],
	[{ maxCallsADay: 1 }, 'Not sent: the one call that Max Calls a Day of the credential allows is used up'],
	[
		limit({ member: 10 }),
		'Not sent: the 10 calls of the member for /rest/posts that Known Limits of the credential allows are used up',
	],
])('the error says which limit it is, and when to go on', (more, message) => {
	const [use] = limitsOf(used(10), rules(more), NOON);
	const error = limitUsed(use, NOON);
	expect(error.message).toBe(message);
	expect(error.details).toMatchObject({
		code: 'CALLS_USED',
		field: use.from,
		retryAt: '2026-11-30T00:00:00.000Z',
		advice: expect.stringMatching(/2026-11-30T00:00:00\.000Z.+ My Usage: Get shows/),
	});
});

describe('a warning', () => {
	const said = (counts: Counts, more: Partial<CredentialRules>) =>
		warnings(limitsOf(counts, rules(more), NOON));

	it('comes at three quarters, the fullest limit first', () => {
		expect(said(used(74), { maxCallsADay: 100 })).toEqual([]);
		expect(said(used(75), { maxCallsADay: 100, ...limit({ member: 80 }) })).toEqual([
			"93 percent of today's calls to /rest/posts are used: 75 of 80 for this member, by Known Limits. Counting starts again at 00:00 UTC.",
			"75 percent of today's calls are used: 75 of 100 for this credential, by Max Calls a Day. Counting starts again at 00:00 UTC.",
		]);
	});

	it('comes of what LinkedIn let know, too', () => {
		const counts = used(40);
		counts.member.ledger.learnFromHeader(POST, 50);
		counts.application.ledger.learnFromRefusal(POST, NOON);
		const sayings = said(counts, {});
		expect(sayings).toHaveLength(2);
		expect(sayings[0]).toContain('40 of 40 for this application, by a refusal of LinkedIn');
		expect(sayings[1]).toContain('40 of 50 for this member, by a header of LinkedIn');
	});
});
