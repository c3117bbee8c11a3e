/** The forms of leads that LinkedIn sent without theirs. */
import { readMany } from '../../../transport/answers/batch';
import type { Entity } from '../../../transport/answers/readEntity';
import type { Asker } from '../../../transport/types';
import { formOf, readLead } from './item';

/** Forms by number and version; undefined for one that LinkedIn doesn't show. */
export type KnownForms = Map<string, unknown>;

/**
 * Adds the form to each lead without one. The forms are read in one call, or one each if LinkedIn refuses batches; a
 * lead whose form isn't shown stays without.
 * @param known is read and added to
 * @throws LinkedInError for token, quota and server errors
 */
export async function withForms(
	linkedin: Asker,
	leads: Entity[],
	known: KnownForms = new Map(),
): Promise<Entity[]> {
	const lacking = leads.map((entity) => {
		const lead = readLead(entity);
		return isWhole(lead.form) ? undefined : formOf(lead);
	});
	const wanted = new Map<string, string[]>();
	for (const form of lacking) {
		if (form && !known.has(keyOf(form))) wanted.set(form.id, [...(wanted.get(form.id) ?? []), keyOf(form)]);
	}
	const ids = [...wanted.keys()];
	const found =
		ids.length === 0
			? []
			: await readMany(linkedin, {
					batch: { path: '/rest/leadForms' },
					ids,
					single: (id) => ({ restliMethod: 'GET', path: '/rest/leadForms/{id}', keys: { id } }),
				});
	found.forEach((one, place) => {
		for (const key of wanted.get(ids[place]) ?? []) known.set(key, one.ok ? one.value : undefined);
	});
	return leads.map((entity, place) => {
		const form = lacking[place] && known.get(keyOf(lacking[place]));
		return form === undefined ? entity : { ...entity, form };
	});
}

const keyOf = ({ id, version }: { id: string; version: number }) => `${id},${version}`;

function isWhole(form: unknown): boolean {
	return typeof form === 'object' && form !== null && 'content' in form;
}
