import type { LeadOwner } from './leads';

interface Localized {
	localized: Record<string, string>;
}

export interface LeadQuestion {
	questionId: number;
	name: string;
	question: Localized;
	responseEditable: boolean;
	responseRequired: boolean;
	/** Absent on custom questions. */
	predefinedField?: string;
	questionDetails: Record<string, unknown>;
}

/** A lead form as the API shows it (docs.leads). */
export interface LeadForm {
	id: number;
	versionId: number;
	owner: LeadOwner;
	name: string;
	state: string;
	created: number;
	lastModified: number;
	creationLocale: { country: string; language: string };
	reviewInfo: Record<string, unknown>;
	hiddenFields: Array<{ name: string; value: string }>;
	content: {
		headline: Localized;
		description: Localized;
		questions: LeadQuestion[];
		legalInfo: {
			legalInfoId: number;
			privacyPolicyUrl: string;
			consents: Array<{ id: number; checkRequired: boolean; consent: Localized }>;
		};
		postSubmissionInfo: Record<string, unknown>;
	};
}

export interface NewLeadForm {
	/** `{ sponsoredAccount: urn }` or `{ organization: urn }` */
	owner: LeadOwner;
	id?: number;
	versionId?: number;
	name?: string;
	state?: string;
	/** Text questions; `predefinedField` makes it one of LinkedIn's own, `options` makes it a choice. */
	questions?: Array<{ name: string; label?: string; predefinedField?: string; options?: string[] }>;
	hiddenFields?: Array<{ name: string; value: string }>;
	consents?: string[];
}

export const localized = (text: string): Localized => ({ localized: { en_US: text } });

const USUAL_QUESTIONS: NonNullable<NewLeadForm['questions']> = [
	{ name: 'First name', predefinedField: 'FIRST_NAME' },
	{ name: 'Last name', predefinedField: 'LAST_NAME' },
	{ name: 'Email', predefinedField: 'EMAIL' },
	{ name: 'Custom question 0', label: 'Which colour do you like?', options: ['Red', 'Green', 'Blue'] },
];

export function leadForm(form: NewLeadForm & { id: number }, now: number): LeadForm {
	const { id } = form;
	const name = form.name ?? `Form ${id}`;
	return {
		id,
		versionId: form.versionId ?? 1,
		owner: form.owner,
		name,
		state: form.state ?? 'PUBLISHED',
		created: now,
		lastModified: now,
		creationLocale: { country: 'US', language: 'en' },
		reviewInfo: { rejectionReasons: [], lastUpdated: now, reviewStatus: 'APPROVED' },
		hiddenFields: form.hiddenFields ?? [],
		content: {
			headline: localized(name),
			description: localized('Tell us how to reach you'),
			questions: (form.questions ?? USUAL_QUESTIONS).map((one, at) => question(id, one, at)),
			legalInfo: {
				legalInfoId: 100_000_000 + id,
				privacyPolicyUrl: 'https://www.example.com/privacy',
				consents: (form.consents ?? ['I agree to be contacted']).map((text, at) => ({
					id: at,
					checkRequired: false,
					consent: localized(text),
				})),
			},
			postSubmissionInfo: {
				message: localized('Thank you'),
				callToAction: {
					callToActionTarget: { landingPageUrl: 'https://www.example.com' },
					callToActionLabel: 'VISIT_COMPANY_WEBSITE',
				},
			},
		},
	};
}

function question(
	form: number,
	{ name, label = name, predefinedField, options }: NonNullable<NewLeadForm['questions']>[number],
	at: number,
): LeadQuestion {
	return {
		questionId: (at + 1) * 100_000_000 + form,
		name,
		question: localized(label),
		responseEditable: true,
		responseRequired: true,
		...(predefinedField ? { predefinedField } : {}),
		questionDetails: options
			? {
					multipleChoiceQuestionDetails: {
						options: options.map((text, id) => ({ text: localized(text), id })),
					},
				}
			: { textQuestionDetails: { maxResponseLength: 300 } },
	};
}
