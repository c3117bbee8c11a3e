import type { Simulator } from '../simulator';
import { SCOPES_OF_PRODUCT } from '../simulator/apps';
import type { Given } from './found';
import type { SessionOptions } from './session';

const PAGE = '2414183';
const ACCOUNT = '507404993';
const DAY_MS = 86_400_000;

/** Has something for every point, so that each reading of the simulator has an answer to compare with. */
export function fillWorld(simulator: Simulator): {
	options: Pick<SessionOptions, 'token' | 'host' | 'pauseMs'>;
	given: Required<Given>;
} {
	const { state, clock } = simulator;
	const now = clock.now();
	const products = Object.keys(SCOPES_OF_PRODUCT) as Array<keyof typeof SCOPES_OF_PRODUCT>;
	state.addApp({ clientId: 'live', clientSecret: 'live-secret', products });
	const posts = [0, 1, 2].map((age) =>
		state.addPost({ author: PAGE, text: `Post ${age}`, createdAt: now - (age + 1) * DAY_MS }),
	);
	const [talked] = posts;
	for (const minutes of [50, 30, 10]) {
		state.addComment({
			post: talked.urn,
			actor: 'cleo',
			text: `${minutes} minutes ago`,
			createdAt: now - minutes * 60_000,
		});
	}
	state.reactions.set({ actor: state.member('cleo').urn, entity: talked.activity, type: 'LIKE' });
	const ann = state.addMember({ key: 'ann', firstName: 'Ann', lastName: 'Sato', headline: 'Follows' });
	state.followers.add(ann.key, `urn:li:organization:${PAGE}`);
	const { statistics } = state;
	for (const post of posts) {
		statistics.shares.push({
			organization: `urn:li:organization:${PAGE}`,
			post: post.urn,
			at: now - DAY_MS,
			clickCount: 3,
		});
	}
	for (const age of [3, 4, 5]) {
		statistics.followerGains.push({
			organization: `urn:li:organization:${PAGE}`,
			at: now - age * DAY_MS,
			organic: 2,
		});
	}
	const video = state.addPost({ author: 'ada', text: 'A video', type: 'ugcPost' });
	for (const age of [2, 3]) {
		statistics.memberPosts.push({ post: video.urn, metric: 'IMPRESSION', at: now - age * DAY_MS, count: 5 });
	}
	statistics.memberPosts.push({ post: video.urn, metric: 'VIDEO_PLAY', at: now - 2 * DAY_MS, count: 4 });
	const { ads } = state;
	const campaign = ads.addCampaign(ACCOUNT, { objectiveType: 'WEBSITE_VISIT' });
	ads.addCreative(ACCOUNT, { campaign: `urn:li:sponsoredCampaign:${campaign.id}` });
	ads.reports.crmAccounts.add(ACCOUNT);
	const owner = `urn:li:sponsoredAccount:${ACCOUNT}`;
	ads.audiences.add({ account: owner });
	const form = ads.leads.addForm({ owner: { sponsoredAccount: owner } });
	for (const age of [2, 1])
		ads.leads.submit({ form, at: now - age * DAY_MS, answers: { Email: 'k@email.com' } });
	const scopes = Object.values(SCOPES_OF_PRODUCT).flat();
	const { accessToken: token } = simulator.issueToken({ member: 'ada', scopes, app: 'live' });
	return {
		options: { token, host: simulator.url, pauseMs: 0 },
		given: { memberVideo: video.urn, writeTo: talked.urn },
	};
}
