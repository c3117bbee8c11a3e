/** Both triggers in n8n's real poll context, each watching one thing in the simulator. */
import { connectTo } from '../../engine/connection';
import type { Simulator } from '../../simulator';
import { N8nProcess, type ProcessOptions } from '../../soak/process';
import { DAY_MS, HOUR_MS, MINUTE_MS, startWorld, type World } from '../../soak/time';
import { adsApp } from './resources/ads/connection';
import { ACCOUNT_OWNER } from './resources/ads/leadForm/leads';

export { DAY_MS, HOUR_MS, MINUTE_MS };

export const PAGE = '2414183';
const PAGE_URN = `urn:li:organization:${PAGE}`;
const START_MS = Date.UTC(2026, 9, 5, 7, 30);
export const COMMENT_SCOPES = [
	'openid',
	'r_organization_social_feed',
	'r_organization_social',
	'rw_organization_admin',
];
export const COMMON = { authentication: 'oAuth2' };
const MANY_CALLS = 100_000;

let world: World;
/** The simulator of the running test; `Date.now` is its clock meanwhile. */
export let simulator: Simulator;

/** @param ms milliseconds that pass on both sides */
export const letPass = (ms: number): void => world.pass(ms);

/** @param ms error of n8n's clock from now on, in milliseconds; LinkedIn's stays right */
export const setClockWrongBy = (ms: number): void => world.skew(ms);

/** Starts a separate simulator and clock for each test of the calling file. */
export function simulateEachTest(): void {
	beforeEach(async () => {
		world = await startWorld(START_MS);
		({ simulator } = world);
	});
	afterEach(async () => await world.close());
}

let credentials = 0;

/** A trigger of the simulator's member, in a new process. */
export function start(
	options: Pick<ProcessOptions, 'node' | 'parameters' | 'saved'>,
	scopes: string[],
	app?: string,
) {
	return new N8nProcess({
		...options,
		credentials: {
			...connectTo(simulator, { scopes, app, expiresInSeconds: (365 * DAY_MS) / 1000 }),
			name: `of both triggers ${(credentials += 1)}`,
			isPlain: true,
		},
		now: world.now,
	});
}

export interface Watched {
	trigger: N8nProcess;
	/** Something new on LinkedIn, by its number. */
	make: (number: number) => void;
	/** What came out, by its number. */
	came: () => number[];
}

/** By what they watch; `saved` is n8n's static data from an earlier process. */
export const TRIGGERS: Record<string, (saved?: object, maxCallsADay?: number) => Watched> = {
	comments: (saved, maxCallsADay = MANY_CALLS) => {
		const post = simulator.state.addPost({ author: PAGE, text: 'A post', createdAt: Date.now() - HOUR_MS });
		const parameters = { ...COMMON, maxCallsADay, watch: 'pages', pages: [PAGE_URN] };
		const trigger = start({ node: 'linkedInCommunityTrigger', parameters, saved }, COMMENT_SCOPES);
		return {
			trigger,
			make: (number) => simulator.state.addComment({ post: post.urn, actor: 'bob', text: String(number) }),
			came: () => trigger.items().map(({ comment }) => Number((comment as { text: string }).text)),
		};
	},
	leads: (saved, maxCallsADay = MANY_CALLS) => {
		const form = simulator.state.ads.leads.addForm({ owner: ACCOUNT_OWNER, name: 'Newsletter' });
		const owners = ACCOUNT_OWNER.sponsoredAccount;
		const parameters = { ...COMMON, maxCallsADay, watch: 'chosen', owners };
		const trigger = start({ node: 'linkedInAdsTrigger', parameters, saved }, adsApp.scopes, adsApp.app);
		return {
			trigger,
			make: (number) => simulator.state.ads.leads.submit({ form, answers: { Email: String(number) } }),
			came: () => trigger.items().map(({ fields }) => Number((fields as { EMAIL: string }).EMAIL)),
		};
	},
};
