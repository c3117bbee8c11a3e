/** What a kind of post content is. One file each beside this one. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Actor } from '../../../fields/actor';
import type { Call } from '../../../operation';

export interface ContentKind {
	value: string;
	name: string;
	description?: string;
	/** Shown for this kind; one that several kinds show stands in the first of them. */
	fields: INodeProperties[];
	/** LinkedIn shows nothing else. */
	needsText?: true;
	/**
	 * Reads and checks all its fields and files, without a call.
	 * @throws InputError
	 */
	prepare(call: Call): Promise<Prepared>;
}

/** Content that was found right, before anything is sent. */
export interface Prepared {
	/** Each file or URN, for Validate Only. */
	media: IDataObject[];
	/** What it will cost before the post itself. */
	calls: Partial<ContentCalls>;
	/** What the user should know of it, sent or only validated. */
	notice?: string;
	/**
	 * Uploads what has to be uploaded.
	 * @throws LinkedInError, InputError for what only LinkedIn can tell
	 */
	make(author: Actor): Promise<MadeContent>;
}

export interface ContentCalls {
	/** To find a URN. */
	lookUps: number;
	/** To the API: beginning and finishing uploads. */
	uploads: number;
	/** To the upload host: files, or parts of them. */
	files: number;
	/** At least; more where LinkedIn takes its time. */
	readiness: number;
}

export interface MadeContent {
	/** `content` or `reshareContext` of the post. */
	body: IDataObject;
	/** URNs of its media, in order. */
	media: string[];
	notice?: string;
}
