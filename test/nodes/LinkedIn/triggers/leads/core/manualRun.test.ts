import { recentLeads } from '../../../../../../nodes/LinkedIn/triggers/leads/core/manualRun';
import type { FaultKind } from '../../../../../../nodes/LinkedIn/triggers/polling/core/answer';

/** What a manual run of the lead trigger shows. An owner is a fault, or its number of leads. */

type Owner = FaultKind | number;

const NOW = Date.UTC(2026, 10, 2);

async function recent(...owners: Owner[]) {
	const asked: number[] = [];
	const result = await recentLeads({
		owners: owners.map((_, place) => String(place)),
		streamsOf: (owner) => [owner],
		isWanted: () => true,
		now: () => NOW,
		endByMs: NOW,
		sources: {
			calls: () => asked.length,
			leftOut: () => [],
			kinds: () => ({ kinds: [], says: [] }),
			owners: async () => ({ ok: true, value: { owners: [], size: 0, next: undefined } }),
			withForms: async (leads) => ({ ok: true, value: leads }),
			page: async (stream) => {
				const owner = owners[Number(stream)];
				asked.push(Number(stream));
				if (typeof owner === 'string') return { ok: false, fault: { kind: owner, message: `${owner}.` } };
				const leads = Array.from({ length: owner }, (_, lead) => ({
					id: `${stream}-${lead}`,
					submittedAtMs: NOW - lead,
					entity: {},
				}));
				return {
					ok: true,
					value: { leads, size: owner, count: 100, next: 100, print: '', hasLink: false, total: owner },
				};
			},
		},
	});
	return {
		asked: asked.length,
		leads: result.leads.length,
		says: result.says.length,
		fault: result.fault?.kind,
	};
}

describe('a manual run', () => {
	const many = <T>(times: number, owner: T) => Array<T>(times).fill(owner);

	it.each<[what: string, owners: Owner[], expected: Awaited<ReturnType<typeof recent>>]>([
		['no owner', [], { asked: 0, leads: 0, says: 0, fault: undefined }],
		['one without leads', [0], { asked: 1, leads: 0, says: 0, fault: undefined }],
		['one that is refused', ['refused'], { asked: 1, leads: 0, says: 1, fault: 'refused' }],
		['two that are refused', ['refused', 'gone'], { asked: 2, leads: 0, says: 1, fault: 'refused' }],
		['one refused, one without leads', ['refused', 0], { asked: 2, leads: 0, says: 1, fault: undefined }],
		['one without leads, one gone', [0, 'gone'], { asked: 2, leads: 0, says: 1, fault: undefined }],
		['one refused, one with leads', ['refused', 2], { asked: 2, leads: 2, says: 1, fault: undefined }],
		['one down, one without leads', ['later', 0], { asked: 2, leads: 0, says: 0, fault: 'later' }],
		['one down, one with leads', ['later', 2], { asked: 2, leads: 2, says: 1, fault: undefined }],
		['the quota spent at once', ['quota', 2], { asked: 1, leads: 0, says: 0, fault: 'quota' }],
		['the quota spent after leads', [2, 'quota', 2], { asked: 2, leads: 2, says: 1, fault: undefined }],
		['enough leads at once', [3, 4, 5], { asked: 2, leads: 5, says: 0, fault: undefined }],
		['many without leads', many(30, 0), { asked: 20, leads: 0, says: 0, fault: undefined }],
		[
			'many that are refused before one with leads',
			[...many(30, 'refused' as const), 2],
			{ asked: 31, leads: 2, says: 1, fault: undefined },
		],
		[
			'more that are refused than are asked',
			many(99, 'refused' as const),
			{ asked: 60, leads: 0, says: 1, fault: 'refused' },
		],
	])('over %s', async (_what, owners, expected) => {
		expect(await recent(...owners)).toEqual(expected);
	});
});
