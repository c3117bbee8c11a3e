/**
 * A lead as an item: LinkedIn's answers only have the numbers of questions and options, so they're joined with the
 * form.
 * @see docs.leadSchema
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { optionalFlag, optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { sponsoredUrn } from '../../../transport/restli/urns/sponsored';
import { rawItem } from '../../listItems';
import { hiddenFieldsOf, localText, questionLabelOf, readForm, type LeadForm } from '../leadForm/entity';

const id = z.union([z.number(), z.string()]);
const record = z.record(z.unknown()).optional();

const answer = z.object({
	questionId: id,
	answerDetails: z
		.object({
			textQuestionAnswer: z.object({ answer: z.string() }).optional(),
			multipleChoiceAnswer: z.object({ options: z.array(id) }).optional(),
		})
		.partial()
		.optional(),
});
const consentResponse = z.object({ consentId: id, accepted: z.boolean() });

const lead = z
	.object({
		id: id.transform(String).optional(),
		owner: record,
		leadType: optionalText,
		submitter: optionalText,
		submittedAt: z.number().optional(),
		testLead: optionalFlag,
		versionedLeadGenFormUrn: optionalText,
		leadMetadata: record,
		associatedEntity: record,
		formResponse: z
			.object({ answers: z.array(answer), consentResponses: z.array(consentResponse) })
			.partial()
			.optional(),
		form: z.unknown(),
	})
	.passthrough();

export type Lead = z.output<typeof lead>;

/** A body that isn't a lead counts as empty. */
export function readLead(body: unknown): Lead {
	return readEntity(lead, body) ?? {};
}

/** Number and version of the form of a lead; undefined if LinkedIn doesn't say. */
export function formOf({ versionedLeadGenFormUrn = '' }: Lead): { id: string; version: number } | undefined {
	const [, number, version] = /leadGenForm:(\d+),(\d+)\)/i.exec(versionedLeadGenFormUrn) ?? [];
	return number === undefined ? undefined : { id: number, version: Number(version) };
}

/**
 * @param body the lead with its form; without it, answers are under the numbers of their questions
 * @param simplify answers by question, consents and hidden fields; otherwise LinkedIn's entity with urn and url
 */
export function presentLead(body: Entity, simplify: boolean): IDataObject {
	const found = readLead(body);
	const urn = found.id === undefined ? null : `urn:li:leadGenFormResponse:${found.id}`;
	if (!simplify) return rawItem(body, { urn, url: null });
	const known = readForm(found.form);
	const named = formOf(found);
	const campaign = deepText(found.leadMetadata, 'campaign');
	const { answers, fields, choices } = answersOf(found, known);
	return {
		answers,
		fields,
		submittedAt: isoTime(found.submittedAt),
		form: {
			name: known.name ?? null,
			id: named?.id ?? null,
			version: named?.version ?? null,
			urn: named ? sponsoredUrn('leadForm', named.id) : null,
		},
		choices,
		consents: consentsOf(found, known),
		hiddenFields: hiddenFieldsOf(known),
		leadType: found.leadType ?? null,
		testLead: found.testLead ?? null,
		owner: firstText(found.owner),
		campaign,
		creative: deepText(found.associatedEntity, 'associatedCreative'),
		associatedEntity: firstText(found.associatedEntity),
		submitter: found.submitter ?? null,
		id: found.id ?? null,
		urn,
	};
}

/**
 * Answers by the question's name and, for LinkedIn's own questions, by field. Several chosen options are one text in
 * both, and a list in `choices`, because an option may contain a comma.
 */
function answersOf(
	found: Lead,
	form: LeadForm,
): { answers: IDataObject; fields: IDataObject; choices: IDataObject } {
	const questions = new Map((form.content?.questions ?? []).map((one) => [String(one.questionId), one]));
	const labels = labelsOf(form);
	const answers: Array<[string, string | null]> = [];
	const fields: Array<[string, string | null]> = [];
	const choices: Array<[string, string[]]> = [];
	for (const one of found.formResponse?.answers ?? []) {
		const number = String(one.questionId);
		const question = questions.get(number);
		const options = question?.questionDetails?.multipleChoiceQuestionDetails?.options ?? [];
		const chosen = one.answerDetails?.multipleChoiceAnswer?.options.map((chosenId) => {
			const option = options.find((candidate) => String(candidate.id) === String(chosenId));
			return (option && localText(option.text, form)) ?? String(chosenId);
		});
		const value = chosen ? chosen.join(', ') : (one.answerDetails?.textQuestionAnswer?.answer ?? null);
		const label = labels.get(number) ?? number;
		answers.push([label, value]);
		if (chosen) choices.push([label, chosen]);
		if (question?.predefinedField) fields.push([question.predefinedField, value]);
	}
	return {
		answers: Object.fromEntries(answers),
		fields: Object.fromEntries(fields),
		choices: Object.fromEntries(choices),
	};
}

/**
 * The name of each question, by its number. If several questions have the same name, the first keeps it and the others
 * get their numbers, repeatedly if necessary, until all differ, whichever of them a lead answers.
 */
function labelsOf(form: LeadForm): Map<string, string> {
	const labels = new Map<string, string>();
	const taken = new Set<string>();
	for (const question of form.content?.questions ?? []) {
		const number = String(question.questionId);
		let label = questionLabelOf(question, form);
		while (taken.has(label)) label += ` (${number})`;
		labels.set(number, label);
		taken.add(label);
	}
	return labels;
}

function consentsOf(found: Lead, form: LeadForm): IDataObject[] {
	const texts = form.content?.legalInfo?.consents ?? [];
	return (found.formResponse?.consentResponses ?? []).map((one) => {
		const consent = texts.find((candidate) => String(candidate.id) === String(one.consentId));
		return { text: consent ? localText(consent.consent, form) : null, accepted: one.accepted };
	});
}

function firstText(record: Entity | undefined): string | null {
	const [first] = Object.values(record ?? {}).filter((value) => typeof value === 'string' && value !== '');
	return typeof first === 'string' ? first : null;
}

/** LinkedIn nests this value two levels deep. */
const DEEPEST = 10;

/** The first text with this key, at any depth. */
function deepText(value: unknown, name: string, levels = DEEPEST): string | null {
	if (typeof value !== 'object' || value === null || levels === 0) return null;
	for (const [key, inner] of Object.entries(value)) {
		if (key === name && typeof inner === 'string') return inner;
		const deeper = deepText(inner, name, levels - 1);
		if (deeper !== null) return deeper;
	}
	return null;
}
