import type { IDataObject } from 'n8n-workflow';

import type { RunResult } from '../engine/run';
import { LOOKS_LIKE_A_BUG } from '../fuzz/judge';
import { moreThan } from './countedCreates';
import { classOf, type Place } from './places';
import type { Scenario, Variant } from './scenarios';
import { hasFailed, type Mode, type Ran } from './spoiltRun';

/** What a run must do when the answers to one of its requests are lost, spoilt or refused. */

export interface Spoiling {
	/** Where the answers were spoilt. */
	place: Place;
	scenario: Scenario;
	variant: Variant;
	/** Once, or for every request. */
	isLasting: boolean;
	mode: Mode;
}

export type WrongName =
	/** LinkedIn created more than requested. */
	| 'doubled'
	/** A create was sent again although it was answered, or a used-up daily quota was tried again. */
	| 'sent again'
	/** Success was reported, but it isn't done. */
	| 'lied'
	/** Something is missing or different, and nothing says so. */
	| 'silent'
	/** An error that another try would have avoided. */
	| 'failed'
	/** Given up at the first refusal. */
	| 'not tried again'
	/** The error doesn't match what happened, or reads like a bug. */
	| 'misleading'
	/** The run didn't end as On Error says. */
	| 'wrong end';

export interface Wrong {
	what: WrongName;
	at: string;
}

/** Reads run in parallel. */
const READS_AT_ONCE = 4;
const TRIES = ({ maxTries = 1 }: Mode) => maxTries;

/** @param base the same run without a fault */
export function judge(ran: Ran, base: Ran, spoiling: Spoiling): Wrong | undefined {
	const context = { ran, base, ...spoiling, isFailed: hasFailed(ran.result), errors: errorsOf(ran.result) };
	for (const rule of RULES) {
		const wrong = rule(context);
		if (wrong) return wrong;
	}
	return undefined;
}

interface Context extends Spoiling {
	ran: Ran;
	base: Ran;
	isFailed: boolean;
	errors: IDataObject[];
}
type Rule = (context: Context) => Wrong | undefined;

const wrongIf = (isWrong: unknown, what: WrongName, at: string): Wrong | undefined =>
	isWrong ? { what, at } : undefined;

const said = ({ errors, ran }: Context) =>
	errors.length > 0 ? JSON.stringify(errors[0]).slice(0, 400) : `no error, ${itemsOf(ran).length} items`;

/** Whatever happens, LinkedIn carries out a create only once. */
const neverTwice: Rule = ({ ran, base }) => {
	const [doubled] = moreThan(ran.done, base.done);
	return wrongIf(doubled, 'doubled', doubled);
};

/** A post was created without its first comment, and its item says why. */
const saysFirstComment = (ran: Ran): boolean =>
	itemsOf(ran).some(({ firstComment }) => typeof Object(firstComment).error === 'string');

/** A campaign was created without its conversions, or still bids for clicks, and its item says why. */
const saysConversions = (ran: Ran): boolean =>
	itemsOf(ran).some(({ conversions, notice }) => Array.isArray(conversions) && typeof notice === 'string');

/** What is reported as done is done. */
const neverALie: Rule = ({ ran, base, isFailed }) => {
	if (isFailed || saysFirstComment(ran) || saysConversions(ran)) return undefined;
	const missing = [
		...moreThan(base.done, ran.done),
		...base.changed.filter((place) => !ran.changed.includes(place)),
	];
	return wrongIf(missing.length > 0, 'lied', missing.join(', '));
};

/** Stop ends with one error; the other settings continue with one for each item. */
const asOnErrorSays: Rule = ({ ran, mode, isFailed }) => {
	if (!isFailed) return undefined;
	const isThrown = ran.result.error !== undefined;
	return wrongIf(isThrown !== (mode.onError === 'stopWorkflow'), 'wrong end', `thrown: ${isThrown}`);
};

/** Every error is in the error table and has advice. */
const readable: Rule = (context) => {
	const isOdd = ({ error, code, status, advice }: IDataObject) =>
		typeof error !== 'string' ||
		(typeof code !== 'string' && typeof status !== 'number') ||
		typeof advice !== 'string' ||
		code === 'UNEXPECTED' ||
		LOOKS_LIKE_A_BUG.test(`${error} ${advice}`);
	return wrongIf(context.errors.some(isOdd), 'misleading', said(context));
};

/** A used-up daily quota is reported at once, and not tried again, not even by another try of the run. */
const spentIsSpent: Rule = (context) => {
	const { ran, place, scenario, mode } = context;
	if (scenario.kind !== 'spent') return undefined;
	const asked = ran.asked.get(place) ?? 0;
	const type = classOf(place);
	// An upload address is used once, so nothing is learned about the next one.
	const most = type === 'upload' ? READS_AT_ONCE * TRIES(mode) : type === 'read' ? READS_AT_ONCE : 1;
	if (asked > most) return { what: 'sent again', at: `asked ${asked} times` };
	const isSaid = context.errors.some(({ status, retryAt }) => status === 429 && typeof retryAt === 'string');
	return wrongIf(context.isFailed && !isSaid, 'misleading', said(context));
};

/**
 * Refused before anything was done: a single refusal is overcome, and a lasting one is retried before it's reported.
 */
const refusedIsTriedAgain: Rule = (context) => {
	const { ran, place, scenario, isLasting, isFailed, errors } = context;
	if (scenario.kind !== 'refused') return undefined;
	if (!isLasting) return wrongIf(isFailed, 'failed', said(context));
	if (!isFailed) return undefined;
	if ((ran.asked.get(place) ?? 0) < 2) return { what: 'not tried again', at: said(context) };
	const status = scenario.name === '409' ? 409 : 429;
	return wrongIf(!errors.some((one) => one.status === status), 'misleading', said(context));
};

/**
 * The outcome is unknown: everything except a create is sent again; a create is looked up, otherwise its outcome is
 * unknown.
 */
const lostIsSilence: Rule = (context) => {
	const { place, scenario, variant, isLasting, isFailed, errors } = context;
	const isSilence = scenario.kind === 'lost' || (variant.isCut && needsBody(place));
	if (!isSilence) return undefined;
	const isUnknown = errors.every(({ code }) => code === 'OUTCOME_UNKNOWN');
	if (classOf(place) === 'create') return wrongIf(!isUnknown, 'misleading', said(context));
	// LinkedIn should have returned a result for each entry.
	const isToldByEntry = variant.isCut && place.startsWith('BATCH_CREATE') && isUnknown;
	return isLasting || isToldByEntry ? undefined : wrongIf(isFailed, 'failed', said(context));
};

/** Reads, prepared uploads and bulk changes depend on the content of the answer. */
const needsBody = (place: Place): boolean =>
	['read', 'step'].includes(classOf(place)) || /^BATCH_(UPDATE|PARTIAL_UPDATE|DELETE) /.test(place);

/**
 * LinkedIn did it: a create is never sent again, and a change needs no content, unless the answer isn't LinkedIn's.
 * Then it may be sent again, so the next try must succeed.
 */
const takenIsTaken: Rule = (context) => {
	const { ran, base, place, scenario, variant, mode, isLasting, isFailed, errors } = context;
	if (scenario.kind !== 'taken') return undefined;
	const type = classOf(place);
	if (type === 'change') {
		const mayFail = variant.isElsewhere && (isLasting || TRIES(mode) === 1);
		return wrongIf(isFailed && !mayFail && !needsBody(place), 'failed', said(context));
	}
	if (type !== 'create') return undefined;
	const [sentAgain] = moreThan(ran.sent, base.sent);
	if (sentAgain) return { what: 'sent again', at: sentAgain };
	const misleading = errors.find(({ code, field }) => code !== 'OUTCOME_UNKNOWN' || field !== null);
	return wrongIf(misleading, 'misleading', JSON.stringify({ ...misleading }).slice(0, 400));
};

/** A read with an unusable answer is an error, or the items are returned anyway. */
const neverSilent: Rule = ({ ran, base, place, isFailed }) => {
	if (isFailed || !needsBody(place)) return undefined;
	const [mine, theirs] = [ran, base].map(itemsOf);
	if (mine.some(({ notice }) => notice !== undefined)) return undefined;
	return wrongIf(mine.length !== theirs.length, 'silent', `${mine.length} items of ${theirs.length}`);
};

/** The most serious first. */
const RULES = [
	neverTwice,
	neverALie,
	asOnErrorSays,
	readable,
	spentIsSpent,
	refusedIsTriedAgain,
	lostIsSilence,
	takenIsTaken,
	neverSilent,
];

const itemsOf = ({ result }: Ran): IDataObject[] => (result.outputs[0] ?? []).map(({ json }) => json);

/** Errors of items and of the node, each with its details. */
function errorsOf({ error, outputs }: RunResult): IDataObject[] {
	const items = outputs.flat().flatMap(({ json }) => ('error' in json ? [json] : []));
	const thrown = error ? [{ error: error.message, ...(error.context?.details as IDataObject) }] : [];
	// Only the error output of n8n 1.x has the details in the message.
	const details = ({ details: own, message }: IDataObject) => (own ?? message) as IDataObject;
	return [...items.map((json) => ({ error: json.error, ...details(json) })), ...thrown];
}
