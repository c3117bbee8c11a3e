import type { IDataObject } from 'n8n-workflow';

import type { RunResult } from '../engine/run';
import { moreThan } from './countedCreates';
import { hasFailed, type Ran } from './spoiledRun';

/** The one error that an answer may leave which came: it blames no input, and warns of a second try. */
const HONEST = 'OUTCOME_UNKNOWN';

/** LinkedIn takes these again without a second one coming of it, so a lost answer is no reason to leave off. */
const THE_SAME_AGAIN = /^BATCH_CREATE \/rest\/dmpSegments\/\{\w+\}\/(users|companies)$/;

export interface Wrong {
	what: 'doubled' | 'sent again' | 'misleading' | 'failed';
	at: string;
}

/**
 * What is wrong with a run whose answer to a write was lost or spoiled, by the rules of design.md.
 * @param base the same run without a fault
 * @param place of the write, as `METHOD /path/template`
 * @param leaves whether LinkedIn answered with success or a redirect, or not at all
 */
export function judge(ran: Ran, base: Ran, place: string, leaves: 'taken' | 'lost'): Wrong | undefined {
	if (base.changed.includes(place)) {
		return hasFailed(ran.result)
			? { what: 'failed', at: JSON.stringify(errorsOf(ran.result)[0]) }
			: undefined;
	}
	if (leaves === 'lost' && THE_SAME_AGAIN.test(place)) return undefined;
	const [doubled] = moreThan(ran.done, base.done);
	if (doubled) return { what: 'doubled', at: doubled };
	if (leaves === 'lost') return undefined;
	const [sentAgain] = moreThan(ran.sent, base.sent);
	if (sentAgain) return { what: 'sent again', at: sentAgain };
	const misleading = errorsOf(ran.result).find(({ code, field }) => code !== HONEST || field !== null);
	return misleading && { what: 'misleading', at: JSON.stringify(misleading) };
}

/** Of items and of the node, each with its details. */
function errorsOf({ error, outputs }: RunResult): IDataObject[] {
	const items = outputs.flat().flatMap(({ json }) => ('error' in json ? [json] : []));
	const thrown = error ? [{ error: error.message, ...(error.context?.details as IDataObject) }] : [];
	// Only the error output of n8n 1.x has them in the place of the message.
	const details = ({ details: own, message }: IDataObject) => (own ?? message) as IDataObject;
	return [...items.map((json) => ({ error: json.error, ...details(json) })), ...thrown];
}
