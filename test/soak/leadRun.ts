/** One life of the lead trigger. */
import type { INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../simulator';
import type { CameOut } from './judge';
import { LeadWorld, type LeadWorldOptions } from './leadWorld';
import { N8nProcess } from './process';
import { randomFrom, type Random } from './random';
import { liveRoughly, struck, type Roughness } from './rough';
import { DAY_MS, HOUR_MS, MINUTE_MS, startWorld, type World } from './time';
import { tell, type Told } from './told';

const SCOPES = ['r_ads', 'r_organization_social', 'rw_organization_admin', 'r_marketing_leadgen_automation'];

export interface LeadLife extends LeadWorldOptions {
	name: string;
	/** 80 calls a day without a tier, 1,000 on Standard. */
	tier?: 'unknown' | 'standard';
	watch?: 'reached' | 'chosen';
	everyMinutes?: number;
	/** Undocumented, so each life has its own. */
	order?: 'newestFirst' | 'oldestFirst';
	includes?: 'both' | 'start' | 'neither';
	pageMax?: number;
}

export function leadCredentialFor(simulator: Simulator, tier: 'unknown' | 'standard') {
	const { clientId, clientSecret } = simulator.state.apps.get('ads-app')!;
	const token = simulator.issueToken({
		member: 'ada',
		scopes: SCOPES,
		app: clientId,
		expiresInSeconds: 365 * 86_400,
	});
	return {
		type: 'linkedInSuiteOAuth2Api',
		isPlain: true,
		data: {
			clientId,
			clientSecret,
			tier,
			advanced: true,
			environment: 'custom',
			apiHost: simulator.url,
			oauthHost: simulator.url,
			oauthTokenData: {
				access_token: token.accessToken,
				scope: token.scope,
				expires_in: token.expiresIn,
			},
		},
	};
}

export function setRules({ state }: Simulator, life: LeadLife): void {
	state.leadOrder = life.order ?? 'newestFirst';
	state.leadRangeIncludes = life.includes ?? 'start';
	state.leadPageMax = life.pageMax ?? 100;
}

export function leadParametersFor(life: LeadLife, world: LeadWorld): INodeParameters {
	const common = { authentication: 'oAuth2' };
	if (life.watch !== 'chosen') return { ...common, watch: 'reached' };
	return { ...common, watch: 'chosen', owners: world.ownerUrns().join(', ') };
}

export const leadsOut = (n8n: N8nProcess): CameOut[] =>
	n8n.emissions.flatMap(({ at, items }) => items.map(({ json }) => ({ id: String(json.id), at })));

interface Begun {
	world: LeadWorld;
	n8n: N8nProcess;
	random: Random;
	perDay: number;
}

function begin(life: LeadLife, seed: number, time: World): Begun {
	const { tier = 'unknown' } = life;
	setRules(time.simulator, life);
	const random = randomFrom(seed);
	const world = new LeadWorld(time.simulator, random, time.now, life);
	const n8n = new N8nProcess({
		node: 'linkedInAdsTrigger',
		parameters: leadParametersFor(life, world),
		credentials: leadCredentialFor(time.simulator, tier),
		now: time.now,
	});
	return { world, n8n, random, perDay: tier === 'standard' ? 1_000 : 80 };
}

/** Many days, a poll at each due minute, and no faults. */
export async function liveSteadilyOnLeads(life: LeadLife, seed: number, days: number): Promise<Told> {
	const startedAt = process.hrtime.bigint();
	const time = await startWorld();
	try {
		const { world, n8n, perDay } = begin(life, seed, time);
		const everyMs = (life.everyMinutes ?? 1) * MINUTE_MS;
		const from = time.now();
		let stateBytes = 0;
		await n8n.poll();
		while (time.now() < from + days * DAY_MS) {
			time.pass(MINUTE_MS);
			world.act();
			const msOfDay = time.now() % DAY_MS;
			if (msOfDay % everyMs < MINUTE_MS) await n8n.poll();
			if (msOfDay % (6 * HOUR_MS) < MINUTE_MS) {
				stateBytes = Math.max(stateBytes, n8n.heldBytes(), n8n.savedBytes());
			}
		}
		return tell({
			name: life.name,
			seed,
			days,
			n8n,
			simulator: time.simulator,
			events: world.events.values(),
			out: leadsOut(n8n),
			perDay,
			from,
			until: time.now(),
			stateBytes,
			startedAt,
		});
	} finally {
		await time.close();
	}
}

/** Days of faults, quirks, outages, crashes, publications and overlapping polls. */
export async function liveRoughlyOnLeads(
	life: LeadLife & Roughness,
	seed: number,
	days: number,
): Promise<Told> {
	const startedAt = process.hrtime.bigint();
	const time = await startWorld();
	try {
		const { world, n8n, random, perDay } = begin(life, seed, time);
		const from = time.now();
		const { faultChance, quirkRate, deathChance } = life;
		const act = () => world.act();
		const rough = await liveRoughly({ time, random, n8n, act, days, faultChance, quirkRate, deathChance });
		return tell({
			name: life.name,
			seed,
			days,
			n8n,
			simulator: time.simulator,
			events: world.events.values(),
			out: leadsOut(n8n),
			perDay,
			from,
			until: time.now(),
			stateBytes: rough.stateBytes,
			outages: rough.outages,
			diary: rough.diary,
			faults: { ...struck(time.simulator), ...rough.episodes },
			startedAt,
		});
	} finally {
		await time.close();
	}
}
