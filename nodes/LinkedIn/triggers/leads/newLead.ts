/** LinkedIn's leads, as far as the trigger needs to distinguish them. */
import { createHash } from 'crypto';

import { readLead } from '../../resources/ads/leadResponse/item';
import { Unreadable } from '../../transport/answers/elements';
import { isoTime } from '../../transport/answers/isoTime';
import type { Entity } from '../../transport/answers/readEntity';
import type { NewLead } from './core/sources';

/** What a person sent, the same each time LinkedIn shows it, with or without its form. */
const CONTENT = ['submittedAt', 'submitter', 'leadType', 'versionedLeadGenFormUrn', 'formResponse'];

/** @returns Unreadable without an id and answers */
export function readable(entity: Entity): Entity | Unreadable {
	const { id, formResponse } = readLead(entity);
	return id === undefined && formResponse === undefined ? new Unreadable('one has no id') : entity;
}

/**
 * @param entity that is readable
 * @param endMs end of the requested span: a lead whose time can't be read was submitted before it
 */
export function newLead(entity: Entity, endMs: number): NewLead {
	const { id, submittedAt } = readLead(entity);
	const contentId = contentIdOf(entity);
	const named = { id: id ?? contentId, contentId, entity };
	if (submittedAt === undefined || isoTime(submittedAt) === null) {
		return { ...named, submittedAtMs: endMs, isUndated: true };
	}
	return { ...named, submittedAtMs: submittedAt };
}

function contentIdOf(entity: Entity): string {
	const content = CONTENT.map((name) => entity[name] ?? null);
	// Null counts as absent.
	const text = JSON.stringify(content, (_name, value: unknown) => value ?? undefined);
	return `content ${createHash('sha256').update(text).digest('base64')}`;
}
