/** What a question to LinkedIn comes to, in the words of the triggers. */

export type FaultKind =
	/** Not asked at all: no calls or no time left for now. */
	| 'wait'
	/** 429, 5xx, a timeout, a reset: the next poll asks again. */
	| 'later'
	/** The day's quota is spent; `untilMs` says until when. */
	| 'quota'
	/** 401: the token is no good until somebody reconnects. */
	| 'signIn'
	/** 403 and other refusals: asking again soon is of no use. */
	| 'refused'
	/** 404: nothing there, or not shown to this connection. */
	| 'gone';

export interface Fault {
	kind: FaultKind;
	/** What happened and what to do, for the log. */
	message: string;
	/** The question may have been too large: fewer at a time may be answered. */
	isTooMuch?: true;
	/** Epoch milliseconds from which a new try makes sense; with `later`, of the source that was asked, and of no other. */
	untilMs?: number;
	/** What was thrown, for a manual run. */
	cause?: unknown;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** Where a list goes on. */
export interface Further {
	/** The offset of the next page; undefined at the end. */
	next: number | undefined;
	/** Nothing but an empty page would show the end: LinkedIn sent neither a next link nor a total, and a short page. */
	isGuess: boolean;
	/** LinkedIn says that more follows, with a link that leads back to this page or before it. */
	leadsBack?: boolean;
}
