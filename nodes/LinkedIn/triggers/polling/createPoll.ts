/** What all triggers share in n8n: one poll at a time, a memory per trigger, and readable errors. */
import { NodeApiError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';

import { LinkedInError } from '../../transport/errors/errors';
import { InputError } from '../../transport/errors/inputError';
import { settled } from '../../transport/flow/settled';
import { monotonic } from '../../transport/limits/clock';
import { processMemory } from '../../transport/memory/process';
import type { Triggers, UnderWay } from '../../transport/memory/triggers';
import { LinkedInTime } from './core/linkedInTime';

type Items = Promise<INodeExecutionData[][] | null>;

/** What a poll must know besides its own state. */
export interface Circumstances {
	/** Whether the workflow was published again since this poll began. */
	isSuperseded: () => boolean;
	time: LinkedInTime;
}

/** One kind of trigger. */
export interface Polling<Settings, Memory> {
	/** @throws InputError */
	readSettings(context: IPollFunctions): Settings;
	/** Of a trigger that this process polls for the first time. */
	newMemory(): Memory;
	/** Real items for building a workflow in a manual run; nothing is remembered. */
	showNewest(context: IPollFunctions, settings: Settings): Items;
	pollOnce(context: IPollFunctions, memory: Memory, settings: Settings, under: Circumstances): Items;
}

/**
 * Makes the poll function of a node. It throws NodeApiError for invalid settings, and in a manual run for any refusal
 * by LinkedIn.
 * @param triggers those of the process; tests pass others to simulate another process
 */
export function createPoll<Settings, Memory>(
	polling: Polling<Settings, Memory>,
	triggers: Triggers = processMemory.triggers,
): (this: IPollFunctions) => Items {
	return async function poll() {
		const isManual = this.getMode() === 'manual';
		const { id, type } = this.getNode();
		const held = isManual ? {} : triggers.getOrSet(`${this.getWorkflow().id} ${id} ${type}`, () => ({}));
		const staticData = this.getWorkflowStaticData('node');
		const before = isManual ? undefined : held.underWay;
		if (before) {
			before.isSuperseded ||= before.staticData !== staticData;
			this.logger.info('The previous poll is still running, so this one is skipped.');
			return null;
		}
		const underWay: UnderWay = { staticData, isSuperseded: false };
		if (!isManual) held.underWay = underWay;
		const polled = await settled(async () => {
			const settings = polling.readSettings(this);
			if (isManual) return await polling.showNewest(this, settings);
			const memory = (held.memory ??= polling.newMemory()) as Memory;
			const time = (held.time ??= new LinkedInTime(() => Date.now(), monotonic.now)) as LinkedInTime;
			const isSuperseded = () => underWay.isSuperseded;
			return await polling.pollOnce(this, memory, settings, { isSuperseded, time });
		});
		if (!isManual) held.underWay = undefined;
		if (polled.ok) return polled.value;
		throw asNodeError(this, polled.failure);
	};
}

/** The error that n8n shows for a trigger. */
export function asNodeError(context: Pick<IPollFunctions, 'getNode'>, failure: unknown): NodeApiError {
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
