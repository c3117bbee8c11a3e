/** Both triggers in n8n's real poll context, each on one thing of the simulator that it watches. */
import type { IDataObject } from 'n8n-workflow';

import { LinkedInAdsTrigger } from '../../../nodes/LinkedIn/LinkedInAdsTrigger.node';
import { createLeadPoll } from '../../../nodes/LinkedIn/resources/adsTrigger/poll';
import { newTriggers } from '../../../nodes/LinkedIn/resources/pollInTurn';
import { adsApp } from './resources/ads/connection';
import { ACCOUNT_OWNER } from './resources/ads/leadForm/leads';
import { PAGE, PAGE_URN } from './soakCrowd';
import { HOUR_MS, simulator } from './soakDays';
import { credentialFor, Trigger } from './soakTrigger';

let credentials = 0;
const credential = (scopes: string[], app?: string) => ({
	...credentialFor(simulator, scopes, 'standard', app),
	name: `timings ${(credentials += 1)}`,
});
const COMMON = { authentication: 'oAuth2', maxCallsADay: 100_000 };

export interface Watched {
	trigger: Trigger<unknown>;
	/** Something new on LinkedIn, by its number. */
	make: (number: number) => void;
	/** What came out, by its number. */
	came: () => number[];
}

/** By what they watch; `saved` is the static data that n8n holds of an earlier process. */
export const TRIGGERS: Record<string, (saved?: IDataObject) => Watched> = {
	comments: (saved) => {
		const post = simulator.state.addPost({ author: PAGE, text: 'A post', createdAt: Date.now() - HOUR_MS });
		const trigger = new Trigger(
			credential(['openid', 'r_organization_social_feed', 'r_organization_social', 'rw_organization_admin']),
			{ ...COMMON, watch: 'pages', pages: [PAGE_URN] },
			undefined,
			saved,
		);
		return {
			trigger,
			make: (number) => simulator.state.addComment({ post: post.urn, actor: 'bob', text: String(number) }),
			came: () => trigger.emitted.map(({ comment }) => Number(comment.text)),
		};
	},
	leads: (saved) => {
		const form = simulator.state.ads.leads.addForm({ owner: ACCOUNT_OWNER, name: 'Newsletter' });
		const trigger = new Trigger<{ fields: { EMAIL: string } }>(
			credential(adsApp.scopes, adsApp.app),
			{ ...COMMON, watch: 'chosen', owners: ACCOUNT_OWNER.sponsoredAccount },
			{
				node: 'linkedInAdsTrigger',
				newProcess: () => Object.assign(new LinkedInAdsTrigger(), { poll: createLeadPoll(newTriggers()) }),
			},
			saved,
		);
		return {
			trigger,
			make: (number) => simulator.state.ads.leads.submit({ form, answers: { Email: String(number) } }),
			came: () => trigger.emitted.map(({ fields }) => Number(fields.EMAIL)),
		};
	},
};
