/** What all triggers share in n8n: one poll at a time, a memory per trigger, and readable errors. */
import { NodeApiError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';

import { LinkedInError } from '../../transport/errors/errors';
import { InputError } from '../../transport/errors/inputError';
import { monotonic } from '../../transport/limits/clock';
import { LinkedInTime } from './core/linkedInTime';

interface UnderWay {
	/** Of the activation that polls: another one has an object of its own. */
	staticData: object;
	/** The workflow was published again meanwhile. */
	isSuperseded: boolean;
}

/** What one n8n process holds for its triggers, by workflow and node. */
export interface Triggers<Memory> {
	/** Polls may overlap: one at a time for each trigger. */
	underWay: Map<string, UnderWay>;
	memories: Map<string, Memory>;
	times: Map<string, LinkedInTime>;
}

export const newTriggers = <Memory>(): Triggers<Memory> => ({
	underWay: new Map(),
	memories: new Map(),
	times: new Map(),
});

type Items = Promise<INodeExecutionData[][] | null>;

/** What a poll has to know beside its own. */
export interface Circumstances {
	/** Whether the workflow was published anew since this poll began. */
	isSuperseded: () => boolean;
	time: LinkedInTime;
}

/** One kind of trigger. */
export interface Polling<Settings, Memory> {
	/** @throws InputError */
	readSettings(context: IPollFunctions): Settings;
	/** Of a trigger that this process polls for the first time. */
	newMemory(): Memory;
	/** Real items to build a workflow on, for a manual run; nothing is remembered. */
	showNewest(context: IPollFunctions, settings: Settings): Items;
	pollOnce(context: IPollFunctions, memory: Memory, settings: Settings, under: Circumstances): Items;
}

/**
 * Makes the poll function of a node. It throws NodeApiError for wrong settings, and in a manual run for whatever
 * LinkedIn refuses.
 * @param triggers shared by all triggers of the process; another one stands for another process
 */
export function createPoll<Settings, Memory>(
	polling: Polling<Settings, Memory>,
	triggers: Triggers<Memory>,
): (this: IPollFunctions) => Items {
	return async function poll() {
		const isManual = this.getMode() === 'manual';
		const trigger = `${this.getWorkflow().id} ${this.getNode().id}`;
		const staticData = this.getWorkflowStaticData('node');
		const before = isManual ? undefined : triggers.underWay.get(trigger);
		if (before) {
			before.isSuperseded ||= before.staticData !== staticData;
			this.logger.info('The previous poll is still running, so this one is skipped.');
			return null;
		}
		const underWay: UnderWay = { staticData, isSuperseded: false };
		if (!isManual) triggers.underWay.set(trigger, underWay);
		let failure: unknown;
		try {
			const settings = polling.readSettings(this);
			if (isManual) return await polling.showNewest(this, settings);
			const memory = triggers.memories.get(trigger) ?? polling.newMemory();
			triggers.memories.set(trigger, memory);
			const time = triggers.times.get(trigger) ?? new LinkedInTime(() => Date.now(), monotonic.now);
			triggers.times.set(trigger, time);
			const isSuperseded = () => underWay.isSuperseded;
			return await polling.pollOnce(this, memory, settings, { isSuperseded, time });
		} catch (error) {
			failure = error;
		} finally {
			if (!isManual) triggers.underWay.delete(trigger);
		}
		throw asNodeError(this, failure);
	};
}

/** The error that n8n shows for a trigger. */
function asNodeError(context: Pick<IPollFunctions, 'getNode'>, failure: unknown): NodeApiError {
	const { message } = failure as Error;
	const details = failure instanceof LinkedInError ? failure.details : undefined;
	const advice = failure instanceof InputError ? failure.advice : details?.advice;
	const error = new NodeApiError(
		context.getNode(),
		{ message, description: advice ?? null },
		{ message, description: advice, httpCode: details?.status ? String(details.status) : 'none' },
	);
	if (details) error.context.details = details;
	return error;
}
