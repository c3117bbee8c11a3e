/** The result of a request to LinkedIn, in the terms of the triggers. */

export type FaultKind =
	/** Not requested: no calls or no time left for now. */
	| 'wait'
	/** 429, 5xx, a timeout, a reset: the next poll asks again. */
	| 'later'
	/** The daily quota is used up; `untilMs` says until when. */
	| 'quota'
	/** 401: the token won't work until someone reconnects. */
	| 'signIn'
	/** 403 and other refusals: asking again soon is useless. */
	| 'refused'
	/** 404: not found, or not shown to this connection. */
	| 'gone';

export interface Fault {
	kind: FaultKind;
	/** What happened and what to do, for the log. */
	message: string;
	/** The request may have been too large: smaller ones may work. */
	isTooMuch?: true;
	/** Epoch milliseconds from which trying again makes sense; with `later`, only for the requested source. */
	untilMs?: number;
	/** The thrown error, for a manual run. */
	cause?: unknown;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** Where a list continues. */
export interface Further {
	/** The offset of the next page; undefined at the end. */
	next: number | undefined;
	/** Only an empty page would show the end: LinkedIn sent neither a next link nor a total, and a short page. */
	isGuess: boolean;
	/** LinkedIn says that more follows, with a link that leads back to this page or an earlier one. */
	leadsBack?: boolean;
}
