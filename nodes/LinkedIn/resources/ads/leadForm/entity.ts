/**
 * A lead form as LinkedIn sends it and as the node returns it.
 * @see docs.leadSchema
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { optionalFlag, optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { sponsoredUrn } from '../../../transport/restli/urns/sponsored';
import { rawItem } from '../../listItems';

const localized = z
	.object({ localized: z.record(z.string()) })
	.partial()
	.optional();
const id = z.union([z.number(), z.string()]);

const option = z.object({ id, text: localized }).passthrough();
const question = z
	.object({
		questionId: id,
		name: optionalText,
		question: localized,
		predefinedField: optionalText,
		responseRequired: optionalFlag,
		questionDetails: z
			.object({
				multipleChoiceQuestionDetails: z
					.object({ options: z.array(option) })
					.partial()
					.optional(),
			})
			.partial()
			.optional(),
	})
	.passthrough();
const consent = z.object({ id, consent: localized }).passthrough();

const entity = z
	.object({
		id: id.optional(),
		versionId: z.number().optional(),
		name: optionalText,
		state: optionalText,
		created: z.number().optional(),
		lastModified: z.number().optional(),
		owner: z.record(z.string()).optional(),
		creationLocale: z.object({ country: z.string(), language: z.string() }).optional(),
		hiddenFields: z.array(z.object({ name: z.string(), value: z.unknown() })).optional(),
		content: z
			.object({
				headline: localized,
				description: localized,
				questions: z.array(question),
				legalInfo: z
					.object({ privacyPolicyUrl: optionalText, consents: z.array(consent) })
					.partial()
					.optional(),
			})
			.partial()
			.optional(),
	})
	.passthrough();

export type LeadForm = z.output<typeof entity>;
export type FormQuestion = z.output<typeof question>;

/** A body that isn't a form counts as empty. */
export function readForm(body: unknown): LeadForm {
	return readEntity(entity, body) ?? {};
}

/** A text in the form's own language, otherwise in any; null if there is none. */
export function localText(given: z.output<typeof localized>, form: LeadForm): string | null {
	const texts = given?.localized ?? {};
	const { language, country } = form.creationLocale ?? {};
	return texts[`${language}_${country}`] ?? Object.values(texts)[0] ?? null;
}

/** The readable text of a question. */
export function questionLabelOf(asked: FormQuestion, form: LeadForm): string {
	return asked.name ?? localText(asked.question, form) ?? String(asked.questionId);
}

/**
 * @param asked number of the form, in case LinkedIn sends none
 * @param simplify stable keys, with null or [] for missing values; otherwise LinkedIn's entity with urn and url
 */
export function presentForm(body: Entity, asked: string, simplify: boolean): IDataObject {
	const form = readForm(body);
	const number = String(form.id ?? asked);
	const urn = sponsoredUrn('leadForm', number);
	if (!simplify) return rawItem(body, { urn, url: null });
	return {
		urn,
		id: number,
		version: form.versionId ?? null,
		name: form.name ?? null,
		state: form.state ?? null,
		owner: Object.values(form.owner ?? {})[0] ?? null,
		headline: localText(form.content?.headline, form),
		questions: (form.content?.questions ?? []).map((one) => ({
			id: String(one.questionId),
			name: one.name ?? null,
			text: localText(one.question, form),
			field: one.predefinedField ?? null,
			required: one.responseRequired ?? null,
			options: (one.questionDetails?.multipleChoiceQuestionDetails?.options ?? []).map((choice) =>
				localText(choice.text, form),
			),
		})),
		consents: (form.content?.legalInfo?.consents ?? []).map((one) => localText(one.consent, form)),
		hiddenFields: hiddenFieldsOf(form),
		privacyPolicyUrl: form.content?.legalInfo?.privacyPolicyUrl ?? null,
		createdAt: isoTime(form.created),
		lastModifiedAt: isoTime(form.lastModified),
	};
}

/** Hidden fields by name. */
export function hiddenFieldsOf(form: LeadForm): IDataObject {
	return Object.fromEntries((form.hiddenFields ?? []).map(({ name, value }) => [name, value as string]));
}
