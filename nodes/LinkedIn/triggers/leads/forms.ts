/** The forms of leads that LinkedIn sent without one, one call at a time: what was read is kept if something stops it. */
import { withForms, type KnownForms } from '../../resources/ads/leadResponse/forms';
import { formOf, readLead } from '../../resources/ads/leadResponse/item';
import { isEntity } from '../../transport/answers/readEntity';
import { decodeBatch } from '../../transport/restli/decode';
import type { ListAsker } from '../../transport/types';
import type { Answer } from '../polling/core/answer';
import { WAIT } from '../polling/core/asking';
import { faultOf } from '../polling/core/faultOf';
import type { NewLead } from './core/sources';

const PATH = '/rest/leadForms';
const MOST_IDS_A_BATCH = 50;
/** LinkedIn's status for an app that can't use batches, or for an id that is wrong or hidden. */
const NOT_SO = [400, 403, 404, 405, 413, 414];

/** What the process remembers of lead forms. */
export interface FormMemory {
	known: KnownForms;
	/** Batches were rejected. */
	isOneByOne: boolean;
}

export const newFormMemory = (): FormMemory => ({ known: new Map(), isOneByOne: false });

/**
 * @param mayAsk called before each call
 * @returns the leads with their forms, if LinkedIn shows them
 */
export async function readForms(
	asker: ListAsker,
	leads: NewLead[],
	memory: FormMemory,
	mayAsk: () => boolean,
): Promise<Answer<NewLead[]>> {
	const { known } = memory;
	for (let lacking = lackingIn(leads, known); lacking.size > 0; lacking = lackingIn(leads, known)) {
		if (!mayAsk()) return { ok: false, fault: WAIT };
		const ids = [...lacking.keys()].slice(0, MOST_IDS_A_BATCH);
		const isBatch = !memory.isOneByOne && ids.length > 1 && asker.connection.tier !== 'development';
		const asked = isBatch ? ids : ids.slice(0, 1);
		const result = isBatch
			? await asker.attempt<object>({ restliMethod: 'BATCH_GET', path: PATH, query: { ids } })
			: await asker.attempt<object>({ restliMethod: 'GET', path: `${PATH}/{id}`, keys: { id: asked[0] } });
		if (!result.ok && !NOT_SO.includes(result.error.details.status ?? 0)) {
			return { ok: false, fault: faultOf(result.error) };
		}
		if (!result.ok && isBatch) {
			memory.isOneByOne = true;
			continue;
		}
		const found = result.ok
			? isBatch
				? valuesIn(result.reply.body)
				: new Map([[asked[0], result.reply.body]])
			: new Map<string, unknown>();
		for (const id of asked) {
			const form = found.get(id);
			for (const key of lacking.get(id) ?? []) known.set(key, isEntity(form) ? form : undefined);
		}
	}
	const entities = leads.map(({ entity }) => entity);
	const whole = await withForms(asker, entities, known);
	return { ok: true, value: leads.map((lead, place) => ({ ...lead, entity: whole[place] })) };
}

function valuesIn(body: unknown): Map<string, unknown> {
	return new Map([...decodeBatch<unknown>(body)].map(([id, { value }]) => [id, value]));
}

/** Numbers of forms that must be read, and the keys under which each is known. */
function lackingIn(leads: NewLead[], known: KnownForms): Map<string, string[]> {
	const lacking = new Map<string, string[]>();
	for (const { entity } of leads) {
		const lead = readLead(entity);
		const form = isEntity(lead.form) && 'content' in lead.form ? undefined : formOf(lead);
		if (!form) continue;
		const key = `${form.id},${form.version}`;
		if (!known.has(key)) lacking.set(form.id, [...(lacking.get(form.id) ?? []), key]);
	}
	return lacking;
}
