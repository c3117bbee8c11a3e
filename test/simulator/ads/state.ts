import { AccountStore, type AccountRole, type AdAccount } from './accountStore';
import { Audiences } from './audiences';
import { Conversions } from './conversions';
import { EntityStore } from './entityStore';
import { Leads } from './leads';
import { Library } from './library';
import { Reports } from './reports';
import type { Clock } from '../clock';
import type { Creative } from './creatives';
import type { Entity } from './schema';

export const numberOf = (urn: string) => urn.slice(urn.lastIndexOf(':') + 1);

/**
 * The content of Campaign Manager. Tests fill it here. A change made here is one made in Campaign Manager, so the API's
 * scopes, roles and rules don't apply.
 */
export class Ads {
	readonly accounts = new AccountStore();
	readonly groups = new EntityStore(600_000_000);
	readonly campaigns = new EntityStore(140_000_000);
	readonly creatives = new EntityStore<Creative>(120_000_000);

	/** What reports count. */
	readonly reports: Reports;
	/** Lead forms and leads. */
	readonly leads: Leads;
	/** Conversion rules and the events sent for them. */
	readonly conversions: Conversions;
	/** Matched audiences. */
	readonly audiences: Audiences;
	/** What anybody can look up about ads and jobs. */
	readonly library = new Library();

	constructor(private readonly clock: Clock) {
		this.reports = new Reports(this, clock);
		this.leads = new Leads(clock);
		this.conversions = new Conversions(clock);
		this.audiences = new Audiences(clock);
	}

	/** An ad account with its default campaign group; `roles` by member key. */
	addAccount({
		roles = {},
		...account
	}: Partial<AdAccount> & { roles?: Record<string, AccountRole | undefined> } = {}): AdAccount {
		const now = this.clock.now();
		const id = account.id ?? this.accounts.nextId();
		const whole: AdAccount = {
			name: `Ad account ${id}`,
			currency: 'USD',
			type: 'BUSINESS',
			status: 'ACTIVE',
			test: false,
			servingStatuses: ['RUNNABLE'],
			more: {},
			createdAt: now,
			lastModifiedAt: now,
			version: 1,
			...account,
			id,
		};
		this.accounts.set(whole);
		for (const [member, role] of Object.entries(roles)) this.accounts.setRole(id, member, role);
		this.addGroup(id, { name: 'Default Campaign Group', status: 'ACTIVE', backfilled: true });
		return whole;
	}

	/** @param account its number */
	addGroup(account: string, group: Entity = {}): Entity & { id: number } {
		const id = (group.id as number | undefined) ?? this.groups.nextId();
		const whole = {
			account: `urn:li:sponsoredAccount:${account}`,
			backfilled: false,
			...this.stamps(),
			name: `Campaign group ${id}`,
			runSchedule: { start: this.clock.now() },
			test: this.accounts.find(account)?.test ?? false,
			servingStatuses: ['RUNNABLE'],
			allowedCampaignTypes: ['SPONSORED_UPDATES', 'TEXT_AD', 'SPONSORED_INMAILS', 'DYNAMIC'],
			status: 'ACTIVE',
			...group,
			id,
		};
		this.groups.set(account, String(id), whole);
		return whole;
	}

	/** A campaign, by default in the account's default group. */
	addCampaign(account: string, campaign: Entity = {}): Entity & { id: number } {
		const id = (campaign.id as number | undefined) ?? this.campaigns.nextId();
		const group = this.groups.of(account)[0] as { id: number };
		const whole = {
			account: `urn:li:sponsoredAccount:${account}`,
			campaignGroup: `urn:li:sponsoredCampaignGroup:${group.id}`,
			audienceExpansionEnabled: false,
			...this.stamps(),
			costType: 'CPM',
			creativeSelection: 'OPTIMIZED',
			dailyBudget: { amount: '50', currencyCode: this.accounts.find(account)?.currency ?? 'USD' },
			locale: { country: 'US', language: 'en' },
			name: `Campaign ${id}`,
			objectiveType: 'BRAND_AWARENESS',
			offsiteDeliveryEnabled: false,
			optimizationTargetType: 'NONE',
			politicalIntent: 'NOT_POLITICAL',
			test: this.accounts.find(account)?.test ?? false,
			servingStatuses: ['RUNNABLE'],
			status: 'ACTIVE',
			targetingCriteria: {
				include: { and: [{ or: { 'urn:li:adTargetingFacet:locations': ['urn:li:geo:103644278'] } }] },
			},
			type: 'SPONSORED_UPDATES',
			unitCost: { amount: '15', currencyCode: this.accounts.find(account)?.currency ?? 'USD' },
			version: { versionTag: '1' },
			...campaign,
			id,
		};
		this.campaigns.set(account, String(id), whole);
		return whole;
	}

	/** A text ad, by default in the account's first campaign, which is created if necessary. */
	addCreative(account: string, creative: Partial<Creative> = {}): Creative {
		const number = creative.id ? numberOf(creative.id) : String(this.creatives.nextId());
		const time = this.clock.now();
		const intendedStatus = creative.intendedStatus ?? 'ACTIVE';
		const whole: Creative = {
			campaign: creative.campaign ?? this.firstCampaign(account),
			content: { textAd: { headline: 'Headline', description: 'Description' } },
			intendedStatus,
			createdAt: time,
			lastModifiedAt: time,
			...(intendedStatus === 'DRAFT' ? {} : { reviewFrom: time }),
			...creative,
			id: `urn:li:sponsoredCreative:${number}`,
		};
		return this.creatives.set(account, number, whole);
	}

	private firstCampaign(account: string): string {
		const campaign = this.campaigns.of(account)[0] ?? this.addCampaign(account);
		return `urn:li:sponsoredCampaign:${String(campaign.id)}`;
	}

	private stamps() {
		const time = this.clock.now();
		return { changeAuditStamps: { created: { time }, lastModified: { time } } };
	}
}
