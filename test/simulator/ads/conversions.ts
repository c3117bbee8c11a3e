import { Pace } from './pace';
import type { Clock } from '../clock';

export interface ConversionRule {
	id: number;
	/** Ad account URN. */
	account: string;
	name: string;
	type: string;
	conversionMethod: string;
	enabled: boolean;
	attributionType: string;
	postClickAttributionWindowSize: number;
	viewThroughAttributionWindowSize: number;
	urlRules: unknown[];
	created: number;
	lastModified: number;
	valueType?: string;
	value?: { amount: string; currencyCode: string };
}

/** An event as it was sent, and by whom. */
export interface ReceivedEvent {
	conversion: string;
	conversionHappenedAt: number;
	conversionValue?: { amount: string; currencyCode: string };
	eventId?: string;
	user: Record<string, unknown>;
	receivedAt: number;
	app: string;
}

interface Association {
	campaign: string;
	conversion: string;
	associatedAt: number;
}

const MINUTE_MS = 60 * 1000;

/** Conversion rules, their campaigns, and the events sent for them (docs.conversions, docs.conversionEvents). */
export class Conversions {
	/** Every accepted event, in order. */
	readonly events: ReceivedEvent[] = [];
	/** Calls of conversionEvents per token: 600 a minute. The daily limit is one of the daily quotas. */
	readonly perMinute: Pace;
	private readonly rules = new Map<number, ConversionRule>();
	private associations: Association[] = [];
	private lastId = 14_488_000;

	constructor(private readonly clock: Clock) {
		this.perMinute = new Pace(clock, 600, MINUTE_MS);
	}

	/** @param rule.account its URN */
	add(rule: Partial<ConversionRule> & { account: string }): ConversionRule {
		const now = this.clock.now();
		const id = rule.id ?? (this.lastId += 17);
		const whole: ConversionRule = {
			name: `Conversion ${id}`,
			type: 'LEAD',
			conversionMethod: 'CONVERSIONS_API',
			enabled: true,
			attributionType: 'LAST_TOUCH_BY_CAMPAIGN',
			postClickAttributionWindowSize: 30,
			viewThroughAttributionWindowSize: 7,
			urlRules: [],
			created: now,
			lastModified: now,
			...rule,
			id,
		};
		this.rules.set(id, whole);
		return whole;
	}

	find(id: number): ConversionRule | undefined {
		return this.rules.get(id);
	}

	/** @param urn `urn:lla:llaPartnerConversion:{id}` */
	at(urn: string): ConversionRule | undefined {
		return this.rules.get(Number(/^urn:lla:llaPartnerConversion:(\d+)$/.exec(urn)?.[1]));
	}

	of(account: string): ConversionRule[] {
		return [...this.rules.values()].filter((rule) => rule.account === account);
	}

	associate(campaign: string, conversion: string): void {
		this.separate(campaign, conversion);
		this.associations.push({ campaign, conversion, associatedAt: this.clock.now() });
	}

	/** @returns whether they were linked */
	separate(campaign: string, conversion: string): boolean {
		const before = this.associations.length;
		this.associations = this.associations.filter(
			(one) => one.campaign !== campaign || one.conversion !== conversion,
		);
		return this.associations.length < before;
	}

	/** The campaigns of a conversion, or the conversions of a campaign, by URN. */
	associationsOf(urn: string): Association[] {
		return this.associations.filter((one) => one.campaign === urn || one.conversion === urn);
	}
}

export const conversionUrn = (id: number) => `urn:lla:llaPartnerConversion:${id}`;
