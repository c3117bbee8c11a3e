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
	/** Once, or for as long as anybody asks. */
	isLasting: boolean;
	mode: Mode;
}

export type WrongName =
	/** LinkedIn made more than it was asked for. */
	| 'doubled'
	/** A create was sent again although it was answered, or a day's limit was asked again. */
	| 'sent again'
	/** Success was told, and it is not done. */
	| 'lied'
	/** Less or other came out, and nobody was told. */
	| 'silent'
	/** An error that the next try would have spared. */
	| 'failed'
	/** Given up at the first refusal. */
	| 'not tried again'
	/** The error says something else than what happened, or reads like a bug. */
	| 'misleading'
	/** The run ended in another way than On Error says. */
	| 'wrong end';

export interface Wrong {
	what: WrongName;
	at: string;
}

/** Reads go side by side. */
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

/** Whatever happens, LinkedIn carries out a create once. */
const neverTwice: Rule = ({ ran, base }) => {
	const [doubled] = moreThan(ran.done, base.done);
	return wrongIf(doubled, 'doubled', doubled);
};

/** A post stands without its first comment, and its item says why. */
const saysFirstComment = (ran: Ran): boolean =>
	itemsOf(ran).some(({ firstComment }) => typeof Object(firstComment).error === 'string');

/** A campaign stands without its conversions, or bids for clicks still, and its item says why. */
const saysConversions = (ran: Ran): boolean =>
	itemsOf(ran).some(({ conversions, notice }) => Array.isArray(conversions) && typeof notice === 'string');

/** What is told as done is done. */
const neverALie: Rule = ({ ran, base, isFailed }) => {
	if (isFailed || saysFirstComment(ran) || saysConversions(ran)) return undefined;
	const missing = [
		...moreThan(base.done, ran.done),
		...base.changed.filter((place) => !ran.changed.includes(place)),
	];
	return wrongIf(missing.length > 0, 'lied', missing.join(', '));
};

/** Stop stops with one error; the others go on with one for each item. */
const asOnErrorSays: Rule = ({ ran, mode, isFailed }) => {
	if (!isFailed) return undefined;
	const isThrown = ran.result.error !== undefined;
	return wrongIf(isThrown !== (mode.onError === 'stopWorkflow'), 'wrong end', `thrown: ${isThrown}`);
};

/** Every error is a row of the error table, with advice. */
const readable: Rule = (context) => {
	const isOdd = ({ error, code, status, advice }: IDataObject) =>
		typeof error !== 'string' ||
		(typeof code !== 'string' && typeof status !== 'number') ||
		typeof advice !== 'string' ||
		code === 'UNEXPECTED' ||
		LOOKS_LIKE_A_BUG.test(`${error} ${advice}`);
	return wrongIf(context.errors.some(isOdd), 'misleading', said(context));
};

/** A day that is spent is told at once, and not asked again: not by the next try either. */
const spentIsSpent: Rule = (context) => {
	const { ran, place, scenario, mode } = context;
	if (scenario.kind !== 'spent') return undefined;
	const asked = ran.asked.get(place) ?? 0;
	const type = classOf(place);
	// An address of an upload is used once, so nothing is learnt about the next.
	const most = type === 'upload' ? READS_AT_ONCE * TRIES(mode) : type === 'read' ? READS_AT_ONCE : 1;
	if (asked > most) return { what: 'sent again', at: `asked ${asked} times` };
	const isSaid = context.errors.some(({ status, retryAt }) => status === 429 && typeof retryAt === 'string');
	return wrongIf(context.isFailed && !isSaid, 'misleading', said(context));
};

/** Refused before anything was done: once is got over, and what lasts is tried again before it is told. */
const refusedIsTriedAgain: Rule = (context) => {
	const { ran, place, scenario, isLasting, isFailed, errors } = context;
	if (scenario.kind !== 'refused') return undefined;
	if (!isLasting) return wrongIf(isFailed, 'failed', said(context));
	if (!isFailed) return undefined;
	if ((ran.asked.get(place) ?? 0) < 2) return { what: 'not tried again', at: said(context) };
	const status = scenario.name === '409' ? 409 : 429;
	return wrongIf(!errors.some((one) => one.status === status), 'misleading', said(context));
};

/** Nothing tells what became of it: all but a create is sent again; a create is looked for, else its end is unknown. */
const lostIsSilence: Rule = (context) => {
	const { place, scenario, variant, isLasting, isFailed, errors } = context;
	const isSilence = scenario.kind === 'lost' || (variant.isCut && needsBody(place));
	if (!isSilence) return undefined;
	const isUnknown = errors.every(({ code }) => code === 'OUTCOME_UNKNOWN');
	if (classOf(place) === 'create') return wrongIf(!isUnknown, 'misleading', said(context));
	// Of each entry LinkedIn was to say what became of it.
	const isToldByEntry = variant.isCut && place.startsWith('BATCH_CREATE') && isUnknown;
	return isLasting || isToldByEntry ? undefined : wrongIf(isFailed, 'failed', said(context));
};

/** Reads, what reserves a place, and changes of many things live on what the answer says. */
const needsBody = (place: Place): boolean =>
	['read', 'step'].includes(classOf(place)) || /^BATCH_(UPDATE|PARTIAL_UPDATE|DELETE) /.test(place);

/**
 * LinkedIn did it: a create is never sent again, and a change needs no word, but for an answer that is not LinkedIn's.
 * That one may be sent again, so the next try has to end well.
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

/** A read whose answer says nothing is an error, or the items come all the same. */
const neverSilent: Rule = ({ ran, base, place, isFailed }) => {
	if (isFailed || !needsBody(place)) return undefined;
	const [mine, theirs] = [ran, base].map(itemsOf);
	if (mine.some(({ notice }) => notice !== undefined)) return undefined;
	return wrongIf(mine.length !== theirs.length, 'silent', `${mine.length} items of ${theirs.length}`);
};

/** The gravest first. */
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

/** Of items and of the node, each with its details. */
function errorsOf({ error, outputs }: RunResult): IDataObject[] {
	const items = outputs.flat().flatMap(({ json }) => ('error' in json ? [json] : []));
	const thrown = error ? [{ error: error.message, ...(error.context?.details as IDataObject) }] : [];
	// Only the error output of n8n 1.x has them in the place of the message.
	const details = ({ details: own, message }: IDataObject) => (own ?? message) as IDataObject;
	return [...items.map((json) => ({ error: json.error, ...details(json) })), ...thrown];
}
