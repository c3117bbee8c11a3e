import { KEPT } from './kept';
import { Remembered } from './remembered';

/** A poll that has not ended yet. */
export interface UnderWay {
	/** Of the activation that polls: another one has an object of its own. */
	staticData: object;
	/** The workflow was published anew meanwhile. */
	isSuperseded: boolean;
}

/** What is held of one trigger beside its static data; what that is, only the trigger knows. */
export interface HeldTrigger {
	/** Polls may overlap: one at a time for each trigger. */
	underWay?: UnderWay;
	memory?: unknown;
	time?: unknown;
}

/** By workflow and node. One that is forgotten goes on as after a restart. */
export type Triggers = Remembered<HeldTrigger>;

/** The triggers of a process that holds none yet. */
export function newTriggers(): Triggers {
	return new Remembered(KEPT.triggers.most, ({ underWay }) => underWay === undefined);
}
