import { randomUUID } from 'node:crypto';
import { leadForm, type LeadForm, type NewLeadForm } from './leadForm';
import type { Clock } from '../clock';

export const LEAD_TYPES = ['SPONSORED', 'EVENT', 'COMPANY', 'ORGANIZATION_PRODUCT'] as const;
export type LeadType = (typeof LEAD_TYPES)[number];

/** `{ sponsoredAccount: urn }` or `{ organization: urn }`. */
export type LeadOwner = { sponsoredAccount: string } | { organization: string };

export interface LeadResponse {
	id: string;
	owner: LeadOwner;
	leadType: LeadType;
	form: LeadForm;
	submitter: string;
	submittedAt: number;
	/** Epoch ms from which the API shows it; LinkedIn shows some leads minutes late. */
	visibleAt: number;
	testLead: boolean;
	campaign?: string;
	/** E.g. `{ associatedCreative: urn }`. */
	associatedEntity?: Record<string, string>;
	formResponse: { consentResponses: unknown[]; answers: unknown[] };
}

export interface LeadSubscription {
	id: string;
	/** Client id of the app, and key of the member, that subscribed. */
	app: string;
	member: string;
	webhook: string;
	owner: LeadOwner;
	leadType: LeadType;
	versionedForm?: string;
	associatedEntity?: unknown;
	createdAt: number;
}

/** What webhooks are told of a lead. */
export interface Happening {
	lead: LeadResponse;
	action: 'CREATED' | 'DELETED';
	/** Epoch ms. */
	at: number;
	/** From this time webhooks are told. */
	visibleFrom: number;
}

/** A text, or the numbers of the chosen options. */
type GivenAnswer = string | number[];

/** Lead forms, the leads sent with them, and subscriptions to them (docs.leads). */
export class Leads {
	/** The delay of leads without `visibleAt`, in ms. A function is called per lead. */
	delayMs: number | (() => number) = 0;
	/** In order. */
	readonly happenings: Happening[] = [];
	readonly subscriptions = new Map<string, LeadSubscription>();
	private readonly forms = new Map<number, LeadForm>();
	private readonly all: LeadResponse[] = [];
	private lastForm = 7_234_000;
	private lastSubscription = 9_000;

	constructor(private readonly clock: Clock) {}

	/**
	 * A published form with questions for first name, last name, e-mail and a choice of colours, unless others are
	 * given.
	 */
	addForm(form: NewLeadForm): LeadForm {
		const id = form.id ?? (this.lastForm += 246);
		const whole = leadForm({ ...form, id }, this.clock.now());
		this.forms.set(id, whole);
		return whole;
	}

	form(id: number): LeadForm | undefined {
		return this.forms.get(id);
	}

	formsOf(owner: LeadOwner): LeadForm[] {
		return [...this.forms.values()].filter((form) => isSame(form.owner, owner));
	}

	/**
	 * A person sends a form.
	 * @param lead.answers by the name or id of the question
	 * @param lead.consents of each consent, in order; all accepted by default
	 */
	submit(lead: {
		form: LeadForm | number;
		answers?: Record<string, GivenAnswer>;
		consents?: boolean[];
		at?: number;
		visibleAt?: number;
		id?: string;
		submitter?: string;
		leadType?: LeadType;
		testLead?: boolean;
		campaign?: string;
		associatedEntity?: Record<string, string>;
	}): LeadResponse {
		const form = typeof lead.form === 'number' ? this.forms.get(lead.form) : lead.form;
		if (!form) throw new Error('The simulator has no such lead form');
		const at = lead.at ?? this.clock.now();
		const delay = typeof this.delayMs === 'function' ? this.delayMs() : this.delayMs;
		const response: LeadResponse = {
			id: lead.id ?? `${randomUUID()}-6`,
			owner: form.owner,
			leadType: lead.leadType ?? ('sponsoredAccount' in form.owner ? 'SPONSORED' : 'COMPANY'),
			form,
			submitter: lead.submitter ?? 'urn:li:person:BcLKblgopR',
			submittedAt: at,
			visibleAt: lead.visibleAt ?? at + delay,
			testLead: lead.testLead ?? false,
			...(lead.campaign ? { campaign: lead.campaign } : {}),
			...(lead.associatedEntity ? { associatedEntity: lead.associatedEntity } : {}),
			formResponse: {
				consentResponses: form.content.legalInfo.consents.map(({ id }, at) => ({
					accepted: lead.consents?.[at] ?? true,
					consentId: id,
				})),
				answers: Object.entries(lead.answers ?? {}).map(([question, value]) => answer(form, question, value)),
			},
		};
		this.all.push(response);
		this.happenings.push({ lead: response, action: 'CREATED', at, visibleFrom: response.visibleAt });
		return response;
	}

	/** What is visible by now, in order of submission. */
	shown(): LeadResponse[] {
		const now = this.clock.now();
		return this.all
			.filter(({ visibleAt }) => visibleAt <= now)
			.sort((a, b) => a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1));
	}

	/** LinkedIn deletes a lead, for example if its member asks for it. */
	remove(id: string): void {
		const at = this.clock.now();
		for (const lead of this.all.filter((one) => one.id === id)) {
			this.happenings.push({ lead, action: 'DELETED', at, visibleFrom: at });
		}
		this.all.splice(0, this.all.length, ...this.all.filter((one) => one.id !== id));
	}

	subscribe(subscription: Omit<LeadSubscription, 'id' | 'createdAt'>): LeadSubscription {
		const id = String((this.lastSubscription += 1));
		const whole = { ...subscription, id, createdAt: this.clock.now() };
		this.subscriptions.set(id, whole);
		return whole;
	}
}

export const isSame = (one: LeadOwner, other: LeadOwner) => JSON.stringify(one) === JSON.stringify(other);

export const formUrn = ({ id, versionId }: LeadForm) =>
	`urn:li:versionedLeadGenForm:(urn:li:leadGenForm:${id},${versionId})`;

function answer(form: LeadForm, question: string, value: GivenAnswer): unknown {
	const found = form.content.questions.find(
		({ name, questionId }) => name === question || String(questionId) === question,
	);
	if (!found) throw new Error(`The lead form ${form.id} has no question ${question}`);
	const answerDetails =
		typeof value === 'string'
			? { textQuestionAnswer: { answer: value } }
			: { multipleChoiceAnswer: { options: value } };
	return { answerDetails, questionId: found.questionId };
}
