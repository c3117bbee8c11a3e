import { unconfirmed } from './behavior';
import { Found, type Given } from './found';
import { POINTS } from './points';
import { differences, shapeOf, type Difference } from './shape';
import { Closed, Session, Unsettled, type SessionOptions } from './session';

export interface Row {
	point: string;
	/** What LinkedIn does, or why it isn't settled. */
	does: string;
	/** What docs/behaviour.md says is accepted. */
	assumed: string;
	verdict: 'as assumed' | 'DIFFERS' | 'not settled';
}

export interface Compared {
	call: string;
	differences: Difference[];
}

export interface Run {
	rows: Row[];
	session: Session;
}

/**
 * Asks every point with one token.
 * @param options.mayWrite false by default: points that write aren't settled and make no call
 * @throws Error if a point doesn't have a row in docs/behaviour.md, or the very first call is refused with 401
 */
export async function ask(options: SessionOptions, given: Given = {}): Promise<Run> {
	const accepted = unconfirmed();
	const session = new Session(options);
	const found = new Found(session, given);
	const rows: Row[] = [];
	for (const { row, ask: probe } of POINTS) {
		const assumed = accepted.get(row);
		if (assumed === undefined) throw new Error(`docs/behaviour.md's table has no row "${row}"`);
		const settled = async (): Promise<Pick<Row, 'does' | 'verdict'>> => {
			try {
				const { does, fits } = await probe(session, found);
				return { does, verdict: fits ? 'as assumed' : 'DIFFERS' };
			} catch (error) {
				if (!(error instanceof Unsettled)) throw error;
				if (error instanceof Closed && session.spent === 1) throw error;
				return { does: error.message, verdict: 'not settled' };
			}
		};
		rows.push({ point: row, assumed, ...(await settled()) });
	}
	return { rows, session };
}

/** Each answer's shape beside the simulator's for the same reading; an answer that only one side sent is left out. */
export function compare(live: Session, simulated: Session): Compared[] {
	return [...live.answers].flatMap(([call, { answer }]) => {
		const other = simulated.answers.get(call)?.answer;
		if (!other || answer.status >= 300 || other.status >= 300) return [];
		return [{ call, differences: differences(shapeOf(answer.body), shapeOf(other.body)) }];
	});
}
