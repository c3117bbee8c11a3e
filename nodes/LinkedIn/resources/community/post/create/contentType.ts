/** What a kind of post content is. One file each beside this one. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Actor } from '../../../fields/actor';
import type { Call } from '../../../operation';
import type { UploadCalls } from '../../media/upload';

export interface ContentKind {
	value: string;
	name: string;
	description?: string;
	/** Shown for this kind; a field of several kinds is in the first of them. */
	fields: INodeProperties[];
	/** The post shows nothing else. */
	needsText?: true;
	/**
	 * Reads and checks all its fields and files, without a call.
	 * @throws InputError
	 */
	prepare(call: Call): Promise<Prepared>;
}

/** Content that passed all checks, before anything is sent. */
export interface Prepared {
	/** Each file or URN, for Validate Only. */
	media: IDataObject[];
	/** What it will cost before the post itself. */
	calls: Partial<ContentCalls>;
	/** What the user should know about it, sent or only validated. */
	notice?: string;
	/**
	 * Uploads what must be uploaded.
	 * @throws LinkedInError, InputError for what only LinkedIn knows
	 */
	make(author: Actor): Promise<MadeContent>;
}

export interface ContentCalls extends UploadCalls {
	/** To find a URN. */
	lookUps: number;
}

export interface MadeContent {
	/** `content` or `reshareContext` of the post. */
	body: IDataObject;
	/** URNs of its media, in order. */
	media: string[];
	notice?: string;
}
