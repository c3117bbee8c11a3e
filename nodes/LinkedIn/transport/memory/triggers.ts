import { KEPT } from './kept';
import { Remembered } from './remembered';

/** A poll that hasn't ended yet. */
export interface UnderWay {
	/** The activation that polls; another activation has a different object. */
	staticData: object;
	/** The workflow was published again meanwhile. */
	isSuperseded: boolean;
}

/** What is kept for one trigger besides its static data; only the trigger knows its meaning. */
export interface HeldTrigger {
	/** Polls may overlap, so each trigger runs one at a time. */
	underWay?: UnderWay;
	memory?: unknown;
	time?: unknown;
}

/** By workflow and node. A forgotten one continues as after a restart. */
export type Triggers = Remembered<HeldTrigger>;

/** The triggers of a process, initially none. */
export function newTriggers(): Triggers {
	return new Remembered(KEPT.triggers.most, ({ underWay }) => underWay === undefined);
}
