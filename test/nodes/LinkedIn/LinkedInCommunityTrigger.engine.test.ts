/**
 * The comment trigger over simulated days, in n8n's real poll context against the simulator: comments, edits, deletes,
 * late notifications, faults at any call, crashes, a page refused, a quota spent, a token ended, a weekend switched off.
 * Afterwards every comment of others came out exactly once.
 */
import { faults } from '../../simulator';
import { Crowd, PAGE_URN } from './soakCrowd';
import {
	callsByDay,
	DAY_MS,
	liveThroughDays,
	MINUTE_MS,
	READ_FAULTS,
	simulator,
	SOAK_SEED,
	soakEachTest,
	tell,
	timesOf,
} from './soakDays';
import { randomFrom } from './soakRandom';
import { credentialFor, Trigger } from './soakTrigger';

const ALL_SCOPES = [
	'openid',
	'profile',
	'r_organization_social',
	'r_organization_social_feed',
	'w_organization_social_feed',
	'rw_organization_admin',
];
const WITHOUT_FEED = ALL_SCOPES.filter((scope) => scope !== 'rw_organization_admin');

interface Soak {
	name: string;
	plan: 'feed' | 'counts' | 'rotation';
	scopes: string[];
	tier: 'standard' | 'development' | 'unknown';
	maxCallsADay: number;
	chosen?: boolean;
}

async function soak({ scopes, tier, maxCallsADay, chosen, plan }: Soak) {
	const random = randomFrom(SOAK_SEED);
	simulator.state.addMember({ key: 'dora' });
	simulator.state.notificationDelayMs = () => random.below(15 * MINUTE_MS);
	if (tier !== 'standard') simulator.state.apps.get('suite-app')!.tier = 'development';
	const crowd = new Crowd(simulator, random, plan === 'feed', chosen === true);
	const trigger = new Trigger(credentialFor(simulator, scopes, tier), {
		authentication: 'oAuth2',
		maxCallsADay,
		...(chosen
			? {
					watch: 'posts',
					posts: crowd
						.posts()
						.map((post, place) => (place % 2 ? post.activity : post.urn))
						.join('\n'),
				}
			: { watch: 'pages', pages: [PAGE_URN] }),
	});
	const { activatedAt, struck } = await liveThroughDays({
		random,
		trigger,
		faults: [...READ_FAULTS, faults.conflict],
		act: () => crowd.act(),
		// The sweep may end.
		calmMs: plan === 'rotation' ? 4 * DAY_MS : 2.5 * DAY_MS,
	});
	return { crowd, trigger, activatedAt, struck };
}

const PLANS: Soak[] = [
	{ name: 'the notification feed', plan: 'feed', scopes: ALL_SCOPES, tier: 'standard', maxCallsADay: 400 },
	{ name: 'comment counts', plan: 'counts', scopes: WITHOUT_FEED, tier: 'standard', maxCallsADay: 400 },
	{
		name: 'comment counts of chosen posts',
		plan: 'counts',
		scopes: ALL_SCOPES,
		tier: 'standard',
		maxCallsADay: 400,
		chosen: true,
	},
	{ name: 'a rotation', plan: 'rotation', scopes: WITHOUT_FEED, tier: 'unknown', maxCallsADay: 80 },
];

describe('new comments over days of faults and crashes', () => {
	soakEachTest();

	test.each(PLANS)(
		`$name gives out each comment of others exactly once, seed ${SOAK_SEED}`,
		async (plan) => {
			const { crowd, trigger, activatedAt, struck } = await soak(plan);
			const times = timesOf(trigger.emitted.map(({ comment }) => comment.urn));
			const missing = [...crowd.wanted].filter(
				([urn, { at, deletedAt }]) => at > activatedAt && deletedAt === undefined && !times.has(urn),
			);
			const repeated = [...times].filter(([, count]) => count > 1);
			const unexpected = [...times.keys()].filter((urn) => !crowd.wanted.has(urn));
			tell(trigger, { plan: plan.plan, chosen: plan.chosen ?? false, ...crowd.counts, faults: struck });
			expect(trigger.thrown).toEqual([]);
			expect(missing).toEqual([]);
			expect(repeated).toEqual([]);
			expect(unexpected).toEqual([]);
			expect(trigger.idsNotedAt().filter((notedAt) => Date.now() - notedAt > 2.1 * DAY_MS)).toEqual([]);
			expect([...callsByDay()].filter(([, calls]) => calls > plan.maxCallsADay)).toEqual([]);
		},
		120_000,
	);
});
