/**
 * The comment trigger over simulated days, in n8n's real poll context against the simulator: comments, edits, deletes,
 * late notifications, faults at any call, crashes, a page refused, a quota spent, a token ended, a weekend switched off.
 * Afterwards every comment of others came out exactly once.
 */
import { pollHarness, type PollHarness } from '../../engine/poll';

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { LinkedInCommunityTrigger } from '../../../nodes/LinkedIn/LinkedInCommunityTrigger.node';
import { createPoll, type Triggers } from '../../../nodes/LinkedIn/resources/communityTrigger/poll';
import type { TriggerState } from '../../../nodes/LinkedIn/triggers/state';
import type { CommentItem } from '../../../nodes/LinkedIn/triggers/item';
import { faults, startSimulator, type Fault, type Post, type Simulator } from '../../simulator';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 9, 5, 7, 30);
const PAGE = '2414183';
const PAGE_URN = `urn:li:organization:${PAGE}`;

/** The engine's real clock; `Date.now` is the simulated one while a test runs. */
let nowMs = START_MS;

/** Small, seeded, the same on every machine. */
function randomFrom(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	return {
		chance: (probability: number) => next() < probability,
		below: (limit: number) => Math.floor(next() * limit),
		of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)],
	};
}
type Random = ReturnType<typeof randomFrom>;

const ALL_SCOPES = [
	'openid',
	'profile',
	'r_organization_social',
	'r_organization_social_feed',
	'w_organization_social_feed',
	'rw_organization_admin',
];
const WITHOUT_FEED = ALL_SCOPES.filter((scope) => scope !== 'rw_organization_admin');

function credentialFor(simulator: Simulator, scopes: string[], tier: string) {
	const token = simulator.issueToken({ member: 'ada', scopes, expiresInSeconds: 90 * 86_400 });
	return {
		type: 'linkedInSuiteOAuth2Api',
		data: {
			clientId: 'suite-app',
			clientSecret: 'suite-secret',
			tier,
			advanced: true,
			environment: 'custom',
			apiHost: simulator.url,
			oauthHost: simulator.url,
			oauthTokenData: {
				access_token: token.accessToken,
				scope: token.scope,
				expires_in: token.expiresIn,
				...(token.idToken ? { id_token: token.idToken } : {}),
			},
		},
	};
}

/** A trigger whose process can die: every new process starts with nothing but what n8n saved. */
class Trigger {
	private triggers: Triggers = newProcess();
	readonly emitted: CommentItem[] = [];
	readonly emissions: CommentItem[][] = [];
	readonly thrown: unknown[] = [];
	crashes = 0;
	restarts = 0;
	polls = 0;
	private harness: PollHarness;

	constructor(
		private readonly credentials: ReturnType<typeof credentialFor>,
		private readonly parameters: INodeParameters,
	) {
		this.harness = this.start({});
	}

	private start(saved: object): PollHarness {
		return pollHarness({
			node: 'linkedInCommunityTrigger',
			nodeType: Object.assign(new LinkedInCommunityTrigger(), {
				poll: createPoll(this.triggers),
			}),
			credentials: this.credentials,
			parameters: this.parameters,
			staticData: { 'node:Node under test': saved } as never,
			activation: 'init',
		});
	}

	async poll(): Promise<void> {
		this.polls += 1;
		const { harness } = this;
		try {
			this.take(harness === this.harness ? await harness.poll() : null);
		} catch (error) {
			this.thrown.push(error);
		}
	}

	/** The process dies while a poll is under way; what that poll would have given out is lost. */
	async crash(): Promise<void> {
		this.crashes += 1;
		const dying = this.harness;
		const underWay = dying.poll().catch((error: unknown) => this.thrown.push(error));
		dying.crash();
		await underWay;
		this.triggers = newProcess();
		this.harness = this.start(dying.saved());
	}

	/**
	 * Stopped between two polls, when n8n does not save, and started again: the whole process, or only the workflow, so
	 * that an older state meets what the process remembers.
	 */
	restart(how: 'process' | 'workflow'): void {
		this.restarts += 1;
		if (how === 'process') this.triggers = newProcess();
		this.harness = this.start(this.harness.saved());
	}

	saved() {
		return this.harness.saved();
	}

	/** When the ids of comments that the running process holds were noted, epoch milliseconds. */
	idsNotedAt(): number[] {
		const { pages } = this.harness.memory().comments as unknown as TriggerState;
		const posts = Object.values(pages).flatMap((page) => Object.values(page.posts));
		return posts.flatMap((post) => Object.values(post.seen ?? {}).map(([, notedAt]) => notedAt));
	}

	private take(outputs: INodeExecutionData[][] | null): void {
		if (!outputs) return;
		const items = outputs[0].map((item) => item.json as unknown as CommentItem);
		this.emissions.push(items);
		this.emitted.push(...items);
	}
}

function newProcess(): Triggers {
	return { underWay: new Set(), memories: new Map() };
}

/** What people do on LinkedIn. */
class Crowd {
	readonly wanted = new Map<string, { at: number; deletedAt?: number; isPublic: boolean }>();
	readonly own = new Set<string>();
	readonly counts = { comments: 0, replies: 0, own: 0, edits: 0, deletes: 0, hiddenSwaps: 0, posts: 0 };

	constructor(
		private readonly simulator: Simulator,
		private readonly random: Random,
		private readonly withPrivatePosts: boolean,
		private readonly isFixed: boolean,
	) {
		for (let number = 0; number < 12; number += 1) {
			this.publish(nowMs - (12 - number) * 5 * DAY_MS, number);
		}
		for (const post of this.posts()) {
			simulator.state.addComment({
				post: post.urn,
				actor: 'bob',
				text: 'Old',
				createdAt: post.createdAt + HOUR_MS,
			});
		}
	}

	posts(): Post[] {
		return this.simulator.state.posts(PAGE);
	}

	publish(createdAt: number, number: number): void {
		this.counts.posts += 1;
		const visibility = this.withPrivatePosts && number % 4 === 3 ? 'LOGGED_IN' : 'PUBLIC';
		this.simulator.state.addPost({ author: PAGE, text: `Post ${number} (new)`, createdAt, visibility });
	}

	/** A few minutes on LinkedIn. */
	act(): void {
		const { random, simulator } = this;
		if (!this.isFixed && random.chance(0.008)) this.publish(nowMs, this.counts.posts);
		if (random.chance(0.2)) this.comment();
		if (random.chance(0.09)) this.comment('reply');
		if (random.chance(0.07)) this.ownComment();
		const some = simulator.state.comments();
		const recent = some.filter((comment) => nowMs - comment.createdAt < 4 * HOUR_MS);
		if (recent.length > 0 && random.chance(0.05)) {
			this.counts.edits += 1;
			simulator.state.editComment(random.of(recent).urn, 'Edited');
		}
		if (recent.length > 0 && random.chance(0.025)) this.remove(random.of(recent).urn);
		// Deleted and added at once: the count of the post stays what it was.
		const answered = new Set(some.map((comment) => comment.parent));
		const dispensable = some.filter((comment) => !comment.parent && !answered.has(comment.urn));
		if (dispensable.length > 0 && random.chance(0.02)) {
			const gone = random.of(dispensable);
			this.counts.hiddenSwaps += 1;
			this.remove(gone.urn);
			this.comment('top', gone.activity);
		}
	}

	private comment(kind: 'top' | 'reply' = 'top', where?: string): void {
		const post = where ? this.simulator.state.findPost(where) : this.random.of(this.posts());
		if (!post || post.isDeleted) return;
		const tops = this.simulator.state.comments(post.urn).filter((comment) => !comment.parent);
		const parent = kind === 'reply' && tops.length > 0 ? this.random.of(tops) : undefined;
		const actor = this.random.of(['bob', 'cleo', 'dora', '5583111']);
		const made = this.simulator.state.addComment({
			post: post.urn,
			actor,
			text: `Comment ${this.wanted.size}`,
			parent: parent?.urn,
		});
		this.counts[parent ? 'replies' : 'comments'] += 1;
		this.wanted.set(made.urn, { at: nowMs, isPublic: post.visibility === 'PUBLIC' });
	}

	/** The workflow's answers: as the page, with ada behind it, and ada herself. */
	private ownComment(): void {
		const post = this.random.of(this.posts());
		const tops = this.simulator.state.comments(post.urn).filter((comment) => !comment.parent);
		const parent = tops.length > 0 ? this.random.of(tops) : undefined;
		const me = this.simulator.state.member('ada').urn;
		const asPage = this.random.chance(0.7);
		const made = this.simulator.state.saveComment({
			activity: post.activity,
			actor: asPage ? PAGE_URN : me,
			...(asPage ? { agent: me } : {}),
			...(parent ? { parent: parent.urn } : {}),
			text: 'Thank you!',
		});
		this.counts.own += 1;
		this.own.add(made.urn);
	}

	private remove(urn: string): void {
		this.counts.deletes += 1;
		const replies = this.simulator.state.comments().filter((comment) => comment.parent === urn);
		this.simulator.state.deleteComment(urn);
		for (const gone of [urn, ...replies.map((reply) => reply.urn)]) {
			const wanted = this.wanted.get(gone);
			if (wanted) wanted.deletedAt = nowMs;
		}
	}
}

const FAULTS: Array<(where: { after: number; times: number }) => Fault> = [
	faults.tooManyRequests,
	faults.serverError,
	faults.unavailable,
	faults.gatewayTimeout,
	faults.html,
	faults.emptyBody,
	faults.reset,
	faults.resetAfterHandling,
	faults.timeout,
	faults.conflict,
	faults.expiredToken,
];

interface Soak {
	name: string;
	plan: 'feed' | 'counts' | 'rotation';
	scopes: string[];
	tier: 'standard' | 'development' | 'unknown';
	maxCallsADay: number;
	chosen?: boolean;
}

async function soak(simulator: Simulator, seed: number, { scopes, tier, maxCallsADay, chosen, plan }: Soak) {
	const random = randomFrom(seed);
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
	let struck = 0;
	await trigger.poll();
	const activatedAt = nowMs;

	const run = async (forMs: number, how: { calm?: boolean; off?: boolean; quiet?: boolean }) => {
		for (const until = nowMs + forMs; nowMs < until;) {
			nowMs += (how.calm ? 8 : 3) * MINUTE_MS + random.below((how.calm ? 12 : 9) * MINUTE_MS);
			if (!how.quiet) crowd.act();
			if (how.off) continue;
			if (!how.calm && random.chance(0.2)) {
				struck += 1;
				simulator.faults.add(random.of(FAULTS)({ after: random.below(5), times: 1 + random.below(3) }));
			}
			if (!how.calm && random.chance(0.006)) trigger.restart(random.of(['process', 'workflow']));
			if (!how.calm && random.chance(0.015)) await trigger.crash();
			else if (random.chance(0.05)) await Promise.all([trigger.poll(), trigger.poll()]);
			else await trigger.poll();
			if (random.chance(0.3)) simulator.faults.clear();
		}
		simulator.faults.clear();
	};

	await run(1.5 * DAY_MS, {});
	// The page is refused for a night.
	simulator.state.setRole('ada', PAGE, 'ADMINISTRATOR', 'REVOKED');
	await run(7 * HOUR_MS, {});
	simulator.state.setRole('ada', PAGE, 'ADMINISTRATOR');
	await run(5 * HOUR_MS, {});
	// LinkedIn's quota of the day is spent.
	simulator.state.quotas.limit('*', { member: 3 });
	await run(10 * HOUR_MS, {});
	simulator.state.quotas.limit('*', {});
	await run(12 * HOUR_MS, {});
	// Day 61: the token is refused until somebody reconnects.
	simulator.faults.add(faults.expiredToken({ times: Infinity }));
	await run(6 * HOUR_MS, { calm: true });
	simulator.faults.clear();
	await run(12 * HOUR_MS, {});
	// n8n is down for a long weekend.
	await trigger.crash();
	await run(2.7 * DAY_MS, { off: true });
	trigger.restart('process');
	await run(1 * DAY_MS, {});
	// Then nothing more happens, and the sweep may end.
	await run(plan === 'rotation' ? 4 * DAY_MS : 2.5 * DAY_MS, { calm: true, quiet: true });
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
	let simulator: Simulator;
	let clock: jest.SpyInstance;

	beforeEach(async () => {
		nowMs = START_MS;
		clock = jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
		simulator = await startSimulator({ now: START_MS });
	});
	afterEach(async () => {
		clock.mockRestore();
		await simulator.close();
	});

	const seed = Number(process.env.SOAK_SEED ?? 20_261_122);

	test.each(PLANS)(
		`$name gives out each comment of others exactly once, seed ${seed}`,
		async (plan) => {
			const { crowd, trigger, activatedAt, struck } = await soak(simulator, seed, plan);
			const times = new Map<string, number>();
			for (const { comment } of trigger.emitted) times.set(comment.urn, (times.get(comment.urn) ?? 0) + 1);

			const missing = [...crowd.wanted].filter(
				([urn, { at, deletedAt }]) => at > activatedAt && deletedAt === undefined && !times.has(urn),
			);
			const repeated = [...times].filter(([, count]) => count > 1);
			const unexpected = [...times.keys()].filter((urn) => !crowd.wanted.has(urn));
			const perDay = new Map<string, number>();
			for (const { at } of simulator.requests) {
				const day = new Date(at).toISOString().slice(0, 10);
				perDay.set(day, (perDay.get(day) ?? 0) + 1);
			}
			const size = JSON.stringify(trigger.saved()).length;
			console.info(
				JSON.stringify({
					plan: plan.plan,
					chosen: plan.chosen ?? false,
					...crowd.counts,
					emitted: trigger.emitted.length,
					emissions: trigger.emissions.length,
					polls: trigger.polls,
					faults: struck,
					crashes: trigger.crashes,
					restarts: trigger.restarts,
					calls: simulator.requests.length,
					mostCallsADay: Math.max(...perDay.values()),
					savedBytes: size,
				}),
			);
			expect(trigger.thrown).toEqual([]);
			expect(missing).toEqual([]);
			expect(repeated).toEqual([]);
			expect(unexpected).toEqual([]);
			expect(trigger.idsNotedAt().filter((notedAt) => nowMs - notedAt > 2.1 * DAY_MS)).toEqual([]);
			expect([...perDay].filter(([, calls]) => calls > plan.maxCallsADay)).toEqual([]);
		},
		120_000,
	);
});
