/** Triggers with several sources, so that one may be closed while the others continue. */
import type { N8nProcess } from '../../soak/process';
import { COMMENT_SCOPES, COMMON, PAGE, simulator, start } from './bothTriggers';
import { adsApp } from './resources/ads/connection';
import { ACCOUNT_OWNER } from './resources/ads/leadForm/leads';

const OTHER_PAGE = '5583111';
const CALLS_A_DAY = 80;
const urnOf = (page: string) => `urn:li:organization:${page}`;

export interface Throttled {
	trigger: N8nProcess;
	/** Something new on LinkedIn, by its number, on each watched thing in turn. */
	make: (number: number) => void;
	/** What came out, by its number. */
	came: () => number[];
}

/** @param how a page with its feed, two of them, all managed ones, or a page without its feed */
export function commentsOf(how: 'page' | 'two pages' | 'managed' | 'without feed'): Throttled {
	const pages = how === 'two pages' ? [PAGE, OTHER_PAGE] : [PAGE];
	const posts = pages.map((author) => {
		simulator.state.setRole('ada', author, 'ADMINISTRATOR');
		return simulator.state.addPost({ author, text: 'A post', createdAt: Date.now() - 3_600_000 });
	});
	const watched = how === 'managed' ? { watch: 'managed' } : { watch: 'pages', pages: pages.map(urnOf) };
	const scopes = COMMENT_SCOPES.filter(
		(scope) => how !== 'without feed' || scope !== 'rw_organization_admin',
	);
	const parameters = { ...COMMON, ...watched, maxCallsADay: CALLS_A_DAY };
	const trigger = start({ node: 'linkedInCommunityTrigger', parameters }, scopes);
	return {
		trigger,
		make: (number) => {
			const post = posts[number % posts.length].urn;
			simulator.state.addComment({ post, actor: 'bob', text: String(number) });
		},
		came: () => trigger.items().map(({ comment }) => Number((comment as { text: string }).text)),
	};
}

/** @param how two owners by name, or all that are accessible */
export function leadsOf(how: 'chosen' | 'reached'): Throttled {
	const page = { organization: urnOf(PAGE) };
	const forms = [ACCOUNT_OWNER, page].map((owner) =>
		simulator.state.ads.leads.addForm({ owner, name: 'Newsletter' }),
	);
	const owners = [ACCOUNT_OWNER.sponsoredAccount, page.organization].join(', ');
	const watched = how === 'chosen' ? { watch: 'chosen', owners } : { watch: 'reached' };
	const parameters = { ...COMMON, ...watched, maxCallsADay: CALLS_A_DAY };
	const trigger = start({ node: 'linkedInAdsTrigger', parameters }, adsApp.scopes, adsApp.app);
	return {
		trigger,
		make: (number) => {
			const form = forms[number % forms.length];
			simulator.state.ads.leads.submit({ form, answers: { Email: String(number) } });
		},
		came: () => trigger.items().map(({ fields }) => Number((fields as { EMAIL: string }).EMAIL)),
	};
}
