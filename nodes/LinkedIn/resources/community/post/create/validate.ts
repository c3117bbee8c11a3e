/** Validate Only: what would be published and what it would cost, found without a call. */
import type { IDataObject } from 'n8n-workflow';

import { isOfPage, parseActor, parseOrganization } from '../../../../transport/restli/urns/actor';
import {
	commentaryLength,
	fromLittleText,
	MAX_COMMENTARY_CHARACTERS,
} from '../../../../transport/text/littleText';
import { locatorValue } from '../../../fields/locator';
import type { Call } from '../../../operation';
import type { Prepared } from './contentType';

export interface Draft {
	contentType: string;
	/** As it would go out, without author and content. */
	body: IDataObject;
	firstComment: string;
	prepared: Prepared;
}

/** @throws InputError for an invalid author, LinkedInError for a missing scope */
export function validationOf(call: Call, { contentType, body, firstComment, prepared }: Draft): IDataObject {
	const author = authorWithoutCall(call);
	const commentary = String(body.commentary);
	const text = fromLittleText(commentary);
	const { lookUps = 0, uploads = 0, files = 0, readiness = 0 } = prepared.calls;
	const calls = {
		lookUps: lookUps + (author === null ? 1 : 0),
		uploads,
		files,
		readiness,
		post: 1,
		firstComment: firstComment.trim() === '' ? 0 : 1,
	};
	return {
		urn: null,
		url: null,
		valid: true,
		author,
		text,
		commentary,
		length: commentaryLength(text),
		maxLength: MAX_COMMENTARY_CHARACTERS,
		visibility: body.visibility,
		target: (body.distribution as IDataObject).targetEntities,
		contentType,
		media: prepared.media,
		callToAction: body.contentCallToActionLabel ?? null,
		landingPage: body.contentLandingPage ?? null,
		firstComment: firstComment.trim() === '' ? null : firstComment,
		calls: { ...calls, total: Object.values(calls).reduce((sum, count) => sum + count, 0) },
		...(prepared.notice !== undefined && { notice: prepared.notice }),
	};
}

/** Null if only LinkedIn knows: a page by its URL name, a member without a stored identity. */
function authorWithoutCall(call: Call): string | null {
	const value = locatorValue(call, 'author', 'Author');
	if (value.toLowerCase() === 'me') {
		call.linkedin.need('member');
		const id = call.linkedin.connection.identity?.sub;
		return id ? `urn:li:person:${id}` : null;
	}
	if (isOfPage(value, 'Author')) {
		call.linkedin.need('page');
		const page = parseOrganization(value, 'Author');
		return 'urn' in page ? page.urn : null;
	}
	const { urn, type } = parseActor(value, 'Author');
	call.linkedin.need(type === 'person' ? 'member' : 'page');
	return urn;
}
