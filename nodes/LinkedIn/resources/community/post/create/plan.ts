/** What Validate Only shows of a post: what would be published, in which steps, and what it would cost. */
import type { IDataObject } from 'n8n-workflow';

import {
	commentaryLength,
	fromLittleText,
	MAX_COMMENTARY_CHARACTERS,
} from '../../../../transport/text/littleText';
import { counted } from '../../../../transport/text/counted';
import type { ProfileRef } from '../../../../transport/restli/urns/actor';
import type { Plan } from '../../../operation';
import type { AttributedText } from '../../../../transport/text/mentions/attributes';
import { lookUpPlan } from '../../person/mentioned';
import { uploadSteps } from '../../media/upload';
import type { Prepared } from './contentType';

export interface Draft {
	contentType: string;
	/** As it would go out, without author and content. */
	body: IDataObject;
	/** The parts that a text which is too long continues with, in comments. */
	rest: AttributedText[];
	firstComment: string;
	prepared: Prepared;
	/** Of people who still have to be looked up, to mention them. */
	profiles: ProfileRef[];
	/** URN; null as long as only LinkedIn knows it: a page by its URL name, a member without a stored identity. */
	author: string | null;
	/** Calls made so far, to find the author. */
	made: number;
}

export function planOf({
	contentType,
	body,
	rest,
	firstComment,
	prepared,
	profiles,
	author,
	made,
}: Draft): Plan {
	const commentary = String(body.commentary);
	const text = fromLittleText(commentary);
	const { lookUps: forContent = 0, uploads = 0, files = 0, readiness = 0 } = prepared.calls;
	const mentioned = lookUpPlan(profiles);
	const notices = [prepared.notice, mentioned.notice].filter((notice) => notice !== undefined);
	const lookUps = forContent + mentioned.lookUps + (author === null ? Math.max(made, 1) : made);
	const hasComment = firstComment.trim() !== '';
	const writing = {
		uploads,
		files,
		readiness,
		post: 1,
		...(rest.length > 0 && { continuation: rest.length }),
		firstComment: hasComment ? 1 : 0,
	};
	return {
		steps: [
			...uploadSteps(String(prepared.media[0]?.kind), { uploads, files, readiness }),
			author === null ? 'Publish the post' : `Publish the post as ${author}`,
			...(rest.length > 0 ? [`Write the rest of the text in ${counted(rest.length, 'comment')}`] : []),
			...(hasComment ? ['Write the first comment'] : []),
		],
		calls: Object.values(writing).reduce((sum, count) => sum + count, 0),
		lookUps,
		toUploadHost: files,
		details: {
			callsByKind: { lookUps, ...writing },
			urn: null,
			url: null,
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
			...(rest.length > 0 && { continuedIn: rest.map((part) => part.text) }),
			firstComment: hasComment ? firstComment : null,
			...(notices.length > 0 && { notice: notices.join(' ') }),
		},
	};
}
