/** Leads, read when LinkedIn has told of one, and as LinkedIn lists them for what wasn't pushed. */
import { LEAD_FIELDS } from '../../resources/ads/leadResponse/read';
import { Unreadable } from '../../transport/answers/elements';
import { isEntity } from '../../transport/answers/readEntity';
import type { LinkedInClient } from '../../transport/types';
import type { NewLead } from '../leads/core/sources';
import { readForms, type FormMemory } from '../leads/forms';
import { leadSourcesOf, newSourceMemory } from '../leads/leadSources';
import { newLead, readable } from '../leads/newLead';
import type { Answer } from '../polling/core/answer';
import { faultOf } from '../polling/core/faultOf';
import type { Found, FoundPage } from './core/pull';
import type { LeadSettings } from './settings';

/** One lead with its form. */
export async function readLeadById(
	linkedin: LinkedInClient,
	id: string,
	forms: FormMemory,
	nowMs: number,
): Promise<Answer<Found<NewLead>>> {
	const result = await linkedin.attempt<unknown>({
		restliMethod: 'GET',
		path: '/rest/leadFormResponses/{id}',
		keys: { id },
		query: { fields: LEAD_FIELDS },
	});
	if (!result.ok) return { ok: false, fault: faultOf(result.error) };
	const { body } = result.reply;
	if (!isEntity(body) || readable(body) instanceof Unreadable)
		return { ok: false, fault: { kind: 'later', message: "LinkedIn's answer isn't a lead." } };
	const whole = await readForms(linkedin, [newLead({ id, ...body }, nowMs)], forms, () => true);
	return whole.ok ? { ok: true, value: foundLead(whole.value[0]) } : whole;
}

/**
 * The pages of the leads of one owner and type. Only an empty page ends such a list: LinkedIn hides some leads of a
 * page silently.
 */
export function leadPages(
	linkedin: LinkedInClient,
	{ types }: LeadSettings,
	forms: FormMemory,
	now: () => number,
): (
	source: string,
	span: { fromMs: number; toMs: number; start: number },
	mayAsk: () => boolean,
) => Promise<Answer<FoundPage<NewLead>>> {
	const memory = { ...newSourceMemory(), forms };
	const sources = leadSourcesOf(linkedin, types, memory, () => linkedin.sent, now);
	return async (source, { fromMs, toMs, start }, mayAsk) => {
		let answer = await sources.page(source, fromMs, toMs, start);
		while (answer.ok && answer.value === 'again') answer = await sources.page(source, fromMs, toMs, start);
		if (!answer.ok) return answer;
		const page = answer.value as Exclude<typeof answer.value, 'again'>;
		const whole = await sources.withForms(page.leads, mayAsk);
		if (!whole.ok) return whole;
		const isEmpty = page.size === 0;
		return {
			ok: true,
			value: {
				found: whole.value.map(foundLead),
				print: page.print,
				isEmpty,
				further: { next: isEmpty ? undefined : page.next, isGuess: false },
			},
		};
	};
}

/** As which a lead is noted. */
export const leadKey = (id: string): string => `lead ${id}`;

function foundLead(value: NewLead): Found<NewLead> {
	return { id: leadKey(value.id), atMs: value.submittedAtMs, value };
}
