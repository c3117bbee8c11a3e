import { isSame, formUrn, type Happening, type LeadSubscription } from '../ads/leads';
import { notificationEntity } from '../notificationForms';
import type { Clock } from '../clock';
import type { Notification } from '../model';
import type { State } from '../state';
import type { EventSubscription } from './subscriptions';

/** One event for one subscription. */
interface Part {
	payload: unknown;
	/** The notification or lead. */
	id: string;
	/** Whether the subscription is still there. */
	isWanted(): boolean;
}

export interface Push {
	/** Client id. */
	app: string;
	url: string;
	type: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS' | 'LEAD_ACTION';
	parts: Part[];
	/** When it's sent, for the first time or again; epoch ms. */
	dueAt: number;
	/** When it was first due. */
	since: number;
	/** It arrived before. */
	isRepeat?: true;
}

/** Maximum notifications of a push (docs.notifications). */
const MOST_PARTS = 10;
const PAGE_SCOPES = ['rw_organization_admin', 'r_organization_admin'];
const LEAD_SCOPES = ['r_marketing_leadgen_automation'];
const LEAD_ROLES = ['ADMINISTRATOR', 'LEAD_GEN_FORMS_MANAGER', 'LEAD_CAPTURE_ADMINISTRATOR'];

/** What LinkedIn has to push: it follows what happens, and holds pushes until they arrived or were given up. */
export class Outbox {
	/** Not sent yet, or to be sent again. */
	readonly waiting: Push[] = [];
	private seenRows = 0;
	private seenLeads = 0;
	private unshownRows: Notification[] = [];
	private unshownLeads: Happening[] = [];

	constructor(
		private readonly state: State,
		private readonly clock: Clock,
	) {}

	/** Takes what is due by now out of the box, new events included. */
	take(): Push[] {
		this.removeUngranted();
		this.followPages();
		this.followLeads();
		const now = this.clock.now();
		const due = this.waiting.filter(({ dueAt }) => dueAt <= now);
		this.waiting.splice(0, this.waiting.length, ...this.waiting.filter(({ dueAt }) => dueAt > now));
		return due.flatMap((push) => {
			const parts = push.parts.filter((part) => part.isWanted());
			const isSendable = this.state.webhooks.addresses.isValidated(push.app, push.url);
			return isSendable && parts.length > 0 ? [{ ...push, parts }] : [];
		});
	}

	/** Puts one back that didn't arrive, unless it has been tried for long enough. */
	retry(push: Push): void {
		const dueAt = this.clock.now() + this.state.pushRetryMs;
		if (dueAt <= push.since + this.state.pushRetryForMs) this.waiting.push({ ...push, dueAt });
	}

	/** Puts one in again that arrived, because LinkedIn may push twice. */
	repeat(push: Push): void {
		const { pushTwice } = this.state;
		const isTwice = typeof pushTwice === 'function' ? pushTwice() : pushTwice;
		if (isTwice && !push.isRepeat) this.waiting.push({ ...push, isRepeat: true });
	}

	/** Subscriptions end silently with the member's grant or role (docs.notifications). */
	removeUngranted(): void {
		const { webhooks, ads } = this.state;
		for (const one of webhooks.subscriptions.all()) {
			if (!this.mayReadPage(one)) webhooks.subscriptions.remove(one);
		}
		for (const one of ads.leads.subscriptions.values()) {
			if (!this.mayReadLeads(one)) ads.leads.subscriptions.delete(one.id);
		}
	}

	private mayReadPage({ app, user, entity }: EventSubscription): boolean {
		const { key } = this.state.member(user);
		const isGranted = this.state.tokens.hasGrant(app, key, PAGE_SCOPES);
		return isGranted && this.state.approvedRoles(key, entity).includes('ADMINISTRATOR');
	}

	private mayReadLeads({ app, member, owner }: LeadSubscription): boolean {
		const { accounts } = this.state.ads;
		if (!this.state.tokens.hasGrant(app, member, LEAD_SCOPES)) return false;
		const hasRole = (page: string) =>
			this.state.approvedRoles(member, page).some((role) => LEAD_ROLES.includes(role));
		if ('organization' in owner) return hasRole(owner.organization);
		const account = accounts.find(owner.sponsoredAccount.slice('urn:li:sponsoredAccount:'.length));
		if (!account || !accounts.roleOf(account.id, member)) return false;
		return !account.reference?.startsWith('urn:li:organization:') || hasRole(account.reference);
	}

	private followPages(): void {
		const { state, clock } = this;
		const now = clock.now();
		const rows = [...this.unshownRows, ...state.notifications.slice(this.seenRows)];
		this.seenRows = state.notifications.length;
		this.unshownRows = rows.filter(({ visibleFrom }) => visibleFrom > now);
		const byTarget = new Map<string, { app: string; url: string; parts: Part[] }>();
		for (const row of rows.filter(({ visibleFrom }) => visibleFrom <= now)) {
			for (const one of state.webhooks.subscriptions.all()) {
				if (one.entity !== row.organization || one.createdAt > row.at) continue;
				const key = `${one.app} ${one.webhook}`;
				const target = byTarget.get(key) ?? { app: one.app, url: one.webhook, parts: [] };
				byTarget.set(key, target);
				target.parts.push({
					id: String(row.id),
					payload: notificationEntity(row, one.user, state.notificationForms),
					isWanted: () => state.webhooks.subscriptions.find(one) !== undefined,
				});
			}
		}
		for (const { app, url, parts } of byTarget.values()) {
			for (let at = 0; at < parts.length; at += MOST_PARTS) {
				this.waiting.push({
					app,
					url,
					type: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS',
					parts: parts.slice(at, at + MOST_PARTS),
					dueAt: now,
					since: now,
				});
			}
		}
	}

	private followLeads(): void {
		const now = this.clock.now();
		const { leads } = this.state.ads;
		const happenings = [...this.unshownLeads, ...leads.happenings.slice(this.seenLeads)];
		this.seenLeads = leads.happenings.length;
		this.unshownLeads = happenings.filter(({ visibleFrom }) => visibleFrom > now);
		for (const happening of happenings.filter(({ visibleFrom }) => visibleFrom <= now)) {
			for (const one of leads.subscriptions.values()) {
				if (one.createdAt > happening.at || !isAbout(one, happening)) continue;
				this.waiting.push({
					app: one.app,
					url: one.webhook,
					type: 'LEAD_ACTION',
					parts: [
						{
							id: happening.lead.id,
							payload: leadAction(happening),
							isWanted: () => leads.subscriptions.has(one.id),
						},
					],
					dueAt: now,
					since: now,
				});
			}
		}
	}
}

function isAbout(one: LeadSubscription, { lead }: Happening): boolean {
	const entities = Object.values(lead.associatedEntity ?? {});
	const asked = [one.associatedEntity ?? []].flat().flatMap((entity) => Object.values(Object(entity)));
	const entity = typeof one.associatedEntity === 'string' ? [one.associatedEntity] : asked;
	return (
		isSame(one.owner, lead.owner) &&
		one.leadType === lead.leadType &&
		(one.versionedForm ?? formUrn(lead.form)) === formUrn(lead.form) &&
		entity.every((urn) => entities.includes(String(urn)))
	);
}

/** It has no answers: the lead is read by its id (docs.leads). */
const leadAction = ({ lead, action, at }: Happening) => ({
	type: 'LEAD_ACTION',
	leadGenFormResponse: `urn:li:leadGenFormResponse:${lead.id}`,
	leadGenForm: `urn:li:leadGenForm:${lead.form.id}`,
	owner: lead.owner,
	...(lead.associatedEntity ? { associatedEntity: lead.associatedEntity } : {}),
	leadType: lead.leadType,
	leadAction: action,
	occurredAt: at,
});
