import type { Found } from './found';
import type { Session } from './session';

export interface Finding {
	/** What LinkedIn does, in a line. */
	does: string;
	/** Whether what docs/behaviour.md says is accepted covers it. */
	fits: boolean;
}

/** A row of docs/behaviour.md's table of unconfirmed points that a call can settle. */
export interface Point {
	/** The first cell of that row. */
	row: string;
	/** @throws Unsettled, with the reason, where this token or what it reaches does not tell */
	ask(session: Session, found: Found): Promise<Finding>;
}
