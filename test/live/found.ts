import { elementsOf, enc, plainKey, valuesOf, type List } from './wire';
import { Unsettled, type Reading, type Session } from './session';

const PAGE_ROLES = ['ADMINISTRATOR', 'CONTENT_ADMINISTRATOR', 'CONTENT_ADMIN'];

/** Any token of a member with a page may request this, so it's also used to try versions. */
export const ROLES: Reading = {
	name: 'roles of the member',
	restliMethod: 'FINDER',
	path: '/rest/organizationAcls?q=roleAssignee&start=0&count=100',
};

export interface Given {
	/** A video post of the member, which no product can list. */
	memberVideo?: string;
	/** A post to write comments on, for the points that write. */
	writeTo?: string;
}

export interface Role {
	role?: string;
	state?: string;
	roleAssignee?: string;
	organization?: string;
	organizationTarget?: string;
	organizationalTarget?: string;
}

/** What the token can access, requested when a point first needs it. Each method throws Unsettled if there is none. */
export class Found {
	constructor(
		private readonly session: Session,
		readonly given: Given = {},
	) {}

	async roles(): Promise<Role[]> {
		const list = await this.session.readWell<List<Role>>(ROLES);
		return elementsOf(list);
	}

	/** The URN of a page that the member administers. */
	async page(): Promise<string> {
		const roles = (await this.roles()).filter(
			({ role = '', state }) => PAGE_ROLES.includes(role) && (state ?? 'APPROVED') === 'APPROVED',
		);
		const first = roles.find(({ role }) => role === 'ADMINISTRATOR') ?? roles[0];
		return (
			first?.organization ??
			first?.organizationTarget ??
			first?.organizationalTarget ??
			none('a page that the member administers')
		);
	}

	/** URNs of the newest posts of that page, at most 100. */
	async posts(): Promise<string[]> {
		const list = await this.session.readWell<List<{ id?: string }>>({
			name: 'posts of the page',
			restliMethod: 'FINDER',
			path: `/rest/posts?q=author&author=${enc(await this.page())}&count=100&sortBy=CREATED`,
		});
		const urns = valuesOf(elementsOf(list), 'id');
		return urns.length > 0 ? urns : none('a post of the page');
	}

	/** How many comments each of the newest 20 posts has, and what the answer was. */
	async counts(): Promise<{ body: Record<string, unknown>; comments: Map<string, number> }> {
		const urns = (await this.posts()).slice(0, 20);
		const body = await this.session.readWell<Record<string, unknown>>({
			name: 'counts of the posts of the page',
			restliMethod: 'BATCH_GET',
			path: `/rest/socialMetadata?ids=List(${urns.map(enc).join(',')})`,
		});
		const results = Object.entries(
			Object(body.results) as Record<string, { commentSummary?: { count?: number } } | null>,
		);
		const comments = results.map(([urn, one]) => [plainKey(urn), one?.commentSummary?.count ?? 0] as const);
		return { body, comments: new Map(comments) };
	}

	/** The post with the most comments. */
	async talkedPost(): Promise<string> {
		const [first] = [...(await this.counts()).comments].sort(([, a], [, b]) => b - a);
		return first && first[1] > 0 ? first[0] : none('a post of the page with comments');
	}

	/** A post without comments. */
	async quietPost(): Promise<string> {
		const quiet = [...(await this.counts()).comments].find(([, count]) => count === 0);
		return quiet?.[0] ?? none('a post of the page without comments');
	}

	/** The number of an ad account. */
	async account(): Promise<string> {
		const list = await this.session.readWell<List<{ id?: number; test?: boolean }>>({
			name: 'ad accounts',
			restliMethod: 'FINDER',
			path: '/rest/adAccounts?q=search&search=(test:false)&pageSize=100',
		});
		return valuesOf(elementsOf(list), 'id')[0] ?? none('an ad account');
	}

	async campaigns(): Promise<Array<{ objectiveType?: string }>> {
		const list = await this.session.readWell<List<{ objectiveType?: string }>>({
			name: 'campaigns of an account',
			restliMethod: 'FINDER',
			path: `/rest/adAccounts/${await this.account()}/adCampaigns?q=search&search=(test:false)&pageSize=100`,
		});
		const campaigns = elementsOf(list);
		return campaigns.length > 0 ? campaigns : none('a campaign of the account');
	}

	/** The URN of a creative. */
	async creative(): Promise<string> {
		const list = await this.session.readWell<List<{ id?: string }>>({
			name: 'creatives of an account',
			restliMethod: 'FINDER',
			path: `/rest/adAccounts/${await this.account()}/creatives?q=criteria&pageSize=100`,
		});
		return valuesOf(elementsOf(list), 'id')[0] ?? none('a creative of the account');
	}

	/** The owner of leads as in queries: of an ad account. */
	async leadOwner(): Promise<string> {
		return `owner=(sponsoredAccount:${enc(`urn:li:sponsoredAccount:${await this.account()}`)})`;
	}

	/** The newest or oldest, in LinkedIn's order: 100 at once, or ten if 100 are refused. */
	async leads(): Promise<List<{ submittedAt?: number }>> {
		const asked = async (count: number) => ({
			name: `${count} leads of an account`,
			restliMethod: 'FINDER' as const,
			path: `/rest/leadFormResponses?q=owner&${await this.leadOwner()}&leadType=(leadType:SPONSORED)&start=0&count=${count}`,
		});
		const many = await this.session.read(await asked(100));
		const list = many.status === 400 ? await asked(10) : await asked(100);
		return await this.session.readWell<List<{ submittedAt?: number }>>(list);
	}
}

function none(what: string): never {
	throw new Unsettled(`the token reaches no such thing: ${what}`);
}
