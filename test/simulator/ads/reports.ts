import { mixed, textHash } from './hash';
import { Pace } from './pace';
import { DAY_MS, dayOf, type Days } from './reportDates';
import { numberOf, type Ads } from './state';
import type { Clock } from '../clock';

/** What happened with one ad on one day, with one kind of people. Ids are numbers as text. */
export interface ReportFact {
	account: string;
	campaignGroup: string;
	campaign: string;
	creative: string;
	/** Organization URN of the advertiser. */
	company?: string;
	/** Share URN of the post. */
	share?: string;
	/** UTC day, counted since 1970. */
	day: number;
	/** Everything that isn't in the fact is derived from this. */
	seed: number;
	/** Values by pivot, for pivots that split the counts. */
	dimensions?: Record<string, string>;
	/** Metrics of a fact that a test sets; a generated fact has none here. Money in units of the currency. */
	metrics?: Record<string, number>;
}

type GivenFact = Partial<Omit<ReportFact, 'day' | 'seed' | 'metrics'>> & {
	account: string;
	/** `YYYY-MM-DD` */
	date: string;
	metrics: Record<string, number>;
};

/** One ad and the days on which it ran. */
type ServedAd = Omit<ReportFact, 'day' | 'seed'> & { days: Days };

export type ReportFilter = (ad: Pick<ReportFact, 'account'> & Partial<ReportFact>) => boolean;

/** Each ad meets this many kinds of people a day; every split uses them. */
const KINDS_A_DAY = 4;
const MINUTE_MS = 60 * 1000;
const CREATIVES_A_CAMPAIGN = 100;
const USUAL_DAYS = 30;

/**
 * What adAnalytics counts. Creatives that aren't drafts, outside test accounts, have run since the day they were
 * created. Their numbers come from a hash, so that the same report is always the same and every split adds up.
 */
export class Reports {
	/** Metric values read by an app; 45 million in five minutes (docs.reports). */
	readonly throttle: Pace;
	/** Numbers of accounts whose CRM is connected in Business Manager; only they have attributed revenue. */
	readonly crmAccounts = new Set<string>();
	private given?: ReportFact[];

	constructor(
		private readonly ads: Ads,
		private readonly clock: Clock,
	) {
		this.throttle = new Pace(clock, 45_000_000, 5 * MINUTE_MS);
	}

	/** From here on only these facts are counted. Entities that a fact leaves out have the number 1. */
	setFacts(facts: GivenFact[]): void {
		this.given = facts.map(({ date, ...fact }) => ({
			campaignGroup: '1',
			campaign: '1',
			creative: '1',
			...fact,
			day: dayOf(Date.parse(date)),
			seed: textHash(JSON.stringify([date, fact.account, fact.campaign, fact.creative])),
		}));
	}

	/**
	 * Creates active creatives, a hundred per campaign, that have run for some days.
	 * @param options.account its number
	 * @param options.days days up to and including today; 30 by default
	 */
	fill(options: { account: string; creatives: number; days?: number }): void {
		const createdAt = this.clock.now() - ((options.days ?? USUAL_DAYS) - 1) * DAY_MS;
		for (let made = 0; made < options.creatives; made += CREATIVES_A_CAMPAIGN) {
			const campaign = this.ads.addCampaign(options.account).id;
			const some = Math.min(CREATIVES_A_CAMPAIGN, options.creatives - made);
			for (let one = 0; one < some; one += 1) {
				this.ads.addCreative(options.account, {
					campaign: `urn:li:sponsoredCampaign:${campaign}`,
					createdAt,
				});
			}
		}
	}

	/**
	 * One object per ad, reused for each of its facts, so read it immediately.
	 * @param wanted is called once per ad
	 */
	*facts(days: Days, wanted: ReportFilter): Generator<ReportFact> {
		if (this.given) {
			for (const fact of this.given) {
				if (fact.day >= days.from && fact.day <= days.to && wanted(fact)) yield fact;
			}
			return;
		}
		for (const ad of this.served()) {
			if (!wanted(ad)) continue;
			const { days: ran, ...own } = ad;
			const fact: ReportFact = { ...own, day: 0, seed: 0 };
			const seed = textHash(ad.creative);
			for (let day = Math.max(days.from, ran.from); day <= Math.min(days.to, ran.to); day += 1) {
				for (let kind = 0; kind < KINDS_A_DAY; kind += 1) {
					fact.day = day;
					fact.seed = mixed(seed ^ (day * KINDS_A_DAY + kind));
					yield fact;
				}
			}
		}
	}

	private *served(): Generator<ServedAd> {
		for (const account of this.ads.accounts.all()) {
			if (account.test) continue;
			const company = account.reference?.includes(':organization:') ? account.reference : undefined;
			for (const creative of this.ads.creatives.of(account.id)) {
				const campaign = this.ads.campaigns.find(account.id, numberOf(creative.campaign));
				if (creative.intendedStatus === 'DRAFT' || !campaign) continue;
				const end = (campaign.runSchedule as { end?: number } | undefined)?.end ?? Infinity;
				const reference = String(creative.content.reference ?? '');
				yield {
					account: account.id,
					campaignGroup: numberOf(String(campaign.campaignGroup)),
					campaign: String(campaign.id),
					creative: numberOf(creative.id),
					...(company ? { company } : {}),
					...(reference.startsWith('urn:li:share:') ? { share: reference } : {}),
					days: { from: dayOf(creative.createdAt), to: dayOf(Math.min(end, this.clock.now())) },
				};
			}
		}
	}
}
