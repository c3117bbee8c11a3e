import type { Found } from './found';
import type { Session } from './session';

export interface Finding {
	/** What LinkedIn does, in a line. */
	does: string;
	/** Whether it's covered by what docs/behaviour.md says is accepted. */
	fits: boolean;
}

/** A row of docs/behaviour.md's table of unconfirmed points that a call can settle. */
export interface Point {
	/** The first cell of that row. */
	row: string;
	/** @throws Unsettled, with the reason, if this token or what it can access doesn't show it */
	ask(session: Session, found: Found): Promise<Finding>;
}
