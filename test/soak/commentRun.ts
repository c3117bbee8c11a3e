/** One life of the comment trigger, and what there is to tell of it. */
import type { INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../simulator';
import { ACME, CommentWorld, pageUrn, type CommentWorldOptions } from './commentWorld';
import { callsByDay, faultsByKind, judge, roundNamed, type Verdict } from './judge';
import { N8nProcess } from './process';
import { randomFrom } from './random';
import { DAY_MS, HOUR_MS, MINUTE_MS, startWorld } from './time';

const PLAIN_SCOPES = ['openid', 'profile', 'r_organization_social', 'r_organization_social_feed'];

/** What the credential may do, and what LinkedIn in truth allows it. */
export const CONNECTIONS = {
	/** Reads the feed; the user said nothing of the tier. */
	feed: { scopes: [...PLAIN_SCOPES, 'rw_organization_admin'], tier: 'unknown', app: 'standard', perDay: 80 },
	counts: { scopes: PLAIN_SCOPES, tier: 'unknown', app: 'standard', perDay: 80 },
	development: {
		scopes: [...PLAIN_SCOPES, 'rw_organization_admin'],
		tier: 'development',
		app: 'development',
		perDay: 80,
	},
	/** On the Development tier, and the user said nothing of it. */
	unsaid: { scopes: PLAIN_SCOPES, tier: 'unknown', app: 'development', perDay: 80 },
	standardFeed: {
		scopes: [...PLAIN_SCOPES, 'rw_organization_admin'],
		tier: 'standard',
		app: 'standard',
		perDay: 1_000,
	},
	standardCounts: { scopes: PLAIN_SCOPES, tier: 'standard', app: 'standard', perDay: 1_000 },
} as const;
export type ConnectionName = keyof typeof CONNECTIONS;

export interface CommentLife extends Omit<CommentWorldOptions, 'isFed' | 'chosen'> {
	name: string;
	connection: ConnectionName;
	/** `twice`: each chosen by share and by activity. */
	watch?: 'pages' | 'managed' | 'posts' | 'twice';
	/** Minutes between two polls; a poll a day comes just after 00:00 UTC. */
	everyMinutes?: number;
	includeReplies?: boolean;
}

export interface Told extends Verdict {
	name: string;
	seed: number;
	engine: number;
	days: number;
	polls: number;
	perDay: number;
	mostCallsADay: number;
	callsADay: number;
	overBudget: number;
	faults: Record<string, number>;
	stateBytes: number;
	roundMs: number | undefined;
	thrown: number;
	deaths: number;
	seconds: number;
}

export function credentialFor(simulator: Simulator, name: ConnectionName) {
	const { scopes, tier, app } = CONNECTIONS[name];
	const registered = simulator.state.apps.get('suite-app')!;
	registered.tier = app;
	const token = simulator.issueToken({
		member: 'ada',
		scopes: [...scopes],
		app: 'suite-app',
		expiresInSeconds: 365 * 86_400,
	});
	return {
		type: 'linkedInSuiteOAuth2Api',
		isPlain: true,
		data: {
			clientId: 'suite-app',
			clientSecret: registered.clientSecret,
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

export function parametersFor(life: CommentLife, world: CommentWorld): INodeParameters {
	const common = { authentication: 'oAuth2', includeReplies: life.includeReplies ?? true };
	const { watch = 'pages' } = life;
	if (watch === 'managed') return { ...common, watch };
	if (watch === 'pages') return { ...common, watch, pages: (life.pages ?? [ACME]).map(pageUrn) };
	const posts = world
		.posts()
		.flatMap((post, place) =>
			watch === 'twice' ? [post.urn, post.activity] : [place % 2 ? post.activity : post.urn],
		);
	return { ...common, watch: 'posts', posts: posts.join('\n') };
}

/** Days on end, a poll at each minute that is due, and not one fault. */
export async function liveSteadily(life: CommentLife, seed: number, days: number): Promise<Told> {
	const startedAt = process.hrtime.bigint();
	const time = await startWorld();
	try {
		const { simulator } = time;
		const connection = CONNECTIONS[life.connection];
		const isChosen = life.watch === 'posts' || life.watch === 'twice';
		const world = new CommentWorld(simulator, randomFrom(seed), time.now, {
			newPostEveryDays: isChosen ? 0 : 4,
			lively: true,
			...life,
			isFed: (connection.scopes as readonly string[]).includes('rw_organization_admin') && !isChosen,
			chosen: isChosen,
		});
		const n8n = new N8nProcess({
			node: 'linkedInCommunityTrigger',
			parameters: parametersFor(life, world),
			credentials: credentialFor(simulator, life.connection),
			now: time.now,
		});
		const everyMs = (life.everyMinutes ?? 1) * MINUTE_MS;
		const from = time.now();
		let stateBytes = 0;
		await n8n.poll();
		while (time.now() < from + days * DAY_MS) {
			time.pass(MINUTE_MS);
			world.act();
			const msOfDay = time.now() % DAY_MS;
			if (msOfDay % everyMs < MINUTE_MS) await n8n.poll();
			if (msOfDay % (6 * HOUR_MS) < MINUTE_MS)
				stateBytes = Math.max(stateBytes, n8n.heldBytes(), n8n.savedBytes());
		}
		return tell(life, seed, days, { n8n, world, simulator, from, until: time.now(), stateBytes, startedAt });
	} finally {
		await time.close();
	}
}

interface Lived {
	n8n: N8nProcess;
	world: CommentWorld;
	simulator: Simulator;
	from: number;
	until: number;
	stateBytes: number;
	startedAt: bigint;
}

const DAYS_TO_COME_OUT_MS = 48 * HOUR_MS;

export function tell(life: CommentLife, seed: number, days: number, lived: Lived): Told {
	const { n8n, world, simulator, from, until } = lived;
	const notices = n8n.emissions.flatMap(({ items }) => items.map(({ json }) => String(json.notice ?? '')));
	const roundMs = roundNamed([...notices, ...n8n.warnings()]);
	const isBig = life.posts > 105;
	const allowedMs = isBig && roundMs ? 2 * roundMs : DAYS_TO_COME_OUT_MS;
	const out = n8n.emissions.flatMap(({ at, items }) =>
		items.map(({ json }) => ({ id: (json.comment as { id: string }).id, at })),
	);
	const wanted = [...world.events.values()].map((event) =>
		life.includeReplies === false && event.kind.startsWith('reply') ? { ...event, isWanted: false } : event,
	);
	const { perDay } = CONNECTIONS[life.connection];
	const calls = [...callsByDay(simulator.requests).values()];
	return {
		...judge({ events: wanted, out, from, until, allowedMs, deaths: n8n.deaths }),
		name: life.name,
		seed,
		engine: n8n.engine,
		days,
		polls: n8n.polls,
		perDay,
		mostCallsADay: Math.max(...calls),
		callsADay: Math.round(calls.reduce((sum, one) => sum + one, 0) / calls.length),
		overBudget: calls.filter((one) => one > perDay).length,
		faults: faultsByKind(simulator.requests),
		stateBytes: lived.stateBytes,
		roundMs,
		thrown: n8n.thrown.length,
		deaths: n8n.deaths.length,
		seconds: Number(process.hrtime.bigint() - lived.startedAt) / 1e9,
	};
}

/** One line for the log. */
export function lineOf(told: Told): string {
	const hours = (ms: number) => `${(ms / HOUR_MS).toFixed(1)} h`;
	const faults = Object.entries(told.faults).map(([kind, count]) => `${kind} ${count}`);
	const lost = Object.entries(told.lost).map(([kind, count]) => `${kind} ${count}`);
	return [
		`${told.name} [n8n line ${told.engine}, seed ${told.seed}, ${told.days} days, ${told.polls} polls, ${told.seconds.toFixed(0)} s]`,
		`events ${told.events}, out ${told.out}, lost ${told.lostCount}${lost.length > 0 ? ` (${lost.join('; ')}; ${told.neverCount} never)` : ''}`,
		`repeated ${told.repeated}, after a crash ${told.repeatedAfterDeath} (${told.deaths} crashes), unexpected ${told.unexpected}, thrown ${told.thrown}`,
		`calls a day ${told.callsADay}, most ${told.mostCallsADay} of ${told.perDay}, days over ${told.overBudget}`,
		`longest delay ${hours(told.longestDelayMs)}, round named ${told.roundMs ? hours(told.roundMs) : 'none'}, state ${told.stateBytes} bytes`,
		`faults ${faults.length > 0 ? faults.join(', ') : 'none'}`,
		...(process.env.SOAK_EXAMPLES ? told.examples : []),
	].join('\n    ');
}
