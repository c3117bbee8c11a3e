/** One life of the comment trigger, and its report. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../simulator';
import type { NotificationForms } from '../simulator/notificationForms';
import { ACME, CommentWorld, pageUrn, type CommentWorldOptions } from './commentWorld';
import type { CameOut, Judged, Outage } from './judge';
import { N8nProcess } from './process';
import { randomFrom, type Random } from './random';
import { liveRoughly, struck, type Roughness } from './rough';
import { tell, type Told } from './told';
import { PageWorld, type PageWorldOptions } from './pageWorld';
import { DAY_MS, MINUTE_MS, startWorld, type World } from './time';

const PLAIN_SCOPES = ['openid', 'profile', 'r_organization_social', 'r_organization_social_feed'];

/** What the credential may do, and what LinkedIn really allows it. */
export const CONNECTIONS = {
	/** Reads the feed; the user didn't set the tier. */
	feed: { scopes: [...PLAIN_SCOPES, 'rw_organization_admin'], tier: 'unknown', app: 'standard', perDay: 80 },
	counts: { scopes: PLAIN_SCOPES, tier: 'unknown', app: 'standard', perDay: 80 },
	development: {
		scopes: [...PLAIN_SCOPES, 'rw_organization_admin'],
		tier: 'development',
		app: 'development',
		perDay: 80,
	},
	/** On the Development tier, but the user didn't set it. */
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

export interface CommentLife
	extends
		Omit<CommentWorldOptions, 'isFed' | 'chosen'>,
		Partial<Pick<PageWorldOptions, 'events' | 'reactionsADay' | 'reactionBurst' | 'takesBack'>> {
	name: string;
	connection: ConnectionName;
	/** `twice`: each is chosen both by share and by activity. */
	watch?: 'pages' | 'managed' | 'posts' | 'twice';
	/** Minutes between two polls; a daily poll comes just after 00:00 UTC. */
	everyMinutes?: number;
	includeReplies?: boolean;
	/** Who acted is looked up. */
	authorNames?: true;
	/** How LinkedIn gives what isn't confirmed. */
	forms?: Partial<NotificationForms>;
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
	const common = {
		authentication: 'oAuth2',
		includeReplies: life.includeReplies ?? true,
		...(life.events && { events: life.events }),
		...(life.authorNames && { authorNames: true }),
	};
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

interface Begun {
	world: CommentWorld;
	/** Of a life with more than new comments. */
	pages: PageWorld | undefined;
	n8n: N8nProcess;
	random: Random;
}

function begin(life: CommentLife, seed: number, time: World): Begun {
	const { simulator } = time;
	const random = randomFrom(seed);
	const isChosen = life.watch === 'posts' || life.watch === 'twice';
	const scopes: readonly string[] = CONNECTIONS[life.connection].scopes;
	const world = new CommentWorld(simulator, random, time.now, {
		newPostEveryDays: isChosen ? 0 : 4,
		lively: true,
		...life,
		isFed: scopes.includes('rw_organization_admin') && !isChosen,
		chosen: isChosen,
	});
	Object.assign(simulator.state.notificationForms, life.forms);
	const pages =
		life.events &&
		new PageWorld(simulator, randomFrom(seed + 1), time.now, world, {
			reactionsADay: life.commentsADay,
			...life,
			events: life.events,
			isFed: world.options.isFed,
			isCounted: !world.options.isFed && simulator.state.apps.get('suite-app')?.tier === 'standard',
			hasPosts: !isChosen,
		});
	const n8n = new N8nProcess({
		node: 'linkedInCommunityTrigger',
		parameters: parametersFor(life, world),
		credentials: credentialFor(simulator, life.connection),
		now: time.now,
	});
	return { world, pages, n8n, random };
}

/** Many days, a poll at each due minute, and no faults. */
export async function liveSteadily(life: CommentLife, seed: number, days: number): Promise<Told> {
	const startedAt = process.hrtime.bigint();
	const time = await startWorld();
	try {
		const { world, pages, n8n } = begin(life, seed, time);
		const everyMs = (life.everyMinutes ?? 1) * MINUTE_MS;
		const from = time.now();
		let stateBytes = 0;
		await n8n.poll();
		while (time.now() < from + days * DAY_MS) {
			time.pass(MINUTE_MS);
			world.act();
			pages?.act();
			const msOfDay = time.now() % DAY_MS;
			if (msOfDay % everyMs < MINUTE_MS) await n8n.poll();
			if (msOfDay % (10 * MINUTE_MS) < MINUTE_MS) {
				stateBytes = Math.max(stateBytes, n8n.heldBytes(), n8n.savedBytes());
			}
		}
		return tell({
			name: life.name,
			seed,
			days,
			n8n,
			simulator: time.simulator,
			events: wantedOf(life, world, pages),
			out: cameOut(n8n, pages),
			perDay: CONNECTIONS[life.connection].perDay,
			from,
			until: time.now(),
			stateBytes,
			// More threads of replies under one post than 48 hours have calls for.
			isBig: life.posts > 105 || life.viral !== undefined,
			startedAt,
		});
	} finally {
		await time.close();
	}
}

/** Days of faults, quirks, outages, crashes, publications and overlapping polls. */
export async function liveRoughlyOnComments(
	life: CommentLife & Roughness,
	seed: number,
	days: number,
): Promise<Told> {
	const startedAt = process.hrtime.bigint();
	const time = await startWorld();
	try {
		const { world, pages, n8n, random } = begin(life, seed, time);
		const from = time.now();
		const { faultChance, quirkRate, deathChance } = life;
		const act = () => {
			world.act();
			pages?.act();
		};
		const rough = await liveRoughly({ time, random, n8n, act, days, faultChance, quirkRate, deathChance });
		return tell({
			name: life.name,
			seed,
			days,
			n8n,
			simulator: time.simulator,
			events: wantedOf(life, world, pages, rough.feedDown),
			out: cameOut(n8n, pages),
			perDay: CONNECTIONS[life.connection].perDay,
			from,
			until: time.now(),
			stateBytes: rough.stateBytes,
			outages: rough.outages,
			reads: /^\/rest\/socialActions\/.*\/comments/,
			diary: rough.diary,
			faults: { ...struck(time.simulator), ...rough.episodes },
			startedAt,
		});
	} finally {
		await time.close();
	}
}

export function wantedOf(
	life: CommentLife,
	world: CommentWorld,
	pages?: PageWorld,
	feedDown: Outage[] = [],
): Judged[] {
	const { events = ['newComment'], includeReplies = true } = life;
	const comments = [...world.events.values()].map((event) => ({
		...event,
		isWanted: event.isWanted && events.includes('newComment'),
	}));
	const all = [...comments, ...(pages?.all(feedDown) ?? [])];
	if (includeReplies) return all;
	return all.map((event) => (event.kind.includes('reply') ? { ...event, isWanted: false } : event));
}

/** @param pages knows how an item that counts is to be taken */
export function cameOut(n8n: N8nProcess, pages?: PageWorld): CameOut[] {
	const idsOf = (json: IDataObject, at: number) =>
		pages?.idsOf(json, at) ?? [(json.comment as { id: string }).id];
	return n8n.emissions.flatMap(({ at, items }) =>
		items.flatMap(({ json }) => idsOf(json, at).map((id) => ({ id, at }))),
	);
}
