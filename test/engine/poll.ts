import { readCalls, readLogs, type LogLine } from './host';

import { PollContext } from 'n8n-core';
import {
	deepCopy,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
	type Workflow,
	type WorkflowActivateMode,
} from 'n8n-workflow';

import {
	buildAdditionalData,
	buildWorkflow,
	credentialList,
	knownTypes,
	nodeInWorkflow,
	nodeTypeOf,
	type NodeUnderTest,
} from './workflow';

export interface PollOptions extends NodeUnderTest {
	/** The workflow's saved static data before the first activation, keyed as n8n keys it: `node:<name>`. */
	staticData?: IDataObject;
	/** `manual` is the editor's test run: it saves nothing. Default `trigger`. */
	mode?: 'trigger' | 'manual';
	/** n8n's name for the first activation; after `crash` and `restart` it's `init`. Default `activate`. */
	activation?: WorkflowActivateMode;
}

export interface PollHarness {
	/**
	 * One poll; calls may overlap. Returns the outputs, or null if the node emitted nothing. Rejects with what the node
	 * threw: on the first poll of an activation n8n would end the trigger, later it would only record the error.
	 */
	poll(): Promise<INodeExecutionData[][] | null>;
	/** The node's static data in the database. */
	saved(): IDataObject;
	/** The node's static data in the running process. */
	memory(): IDataObject;
	/** How often static data was written to the database. */
	saves(): number;
	/** The process crashes: back to the last saved copy; what running polls still emit is lost. */
	crash(): void;
	/**
	 * Stops and starts the process: running polls end first, then the last saved copy is loaded, because n8n doesn't save
	 * on a clean stop either. New parameters are those of a republished workflow.
	 */
	restart(parameters?: INodeParameters): Promise<void>;
	logs(): LogLine[];
	/** What the log says about each call. */
	calls(): LogLine[];
}

/**
 * A trigger in n8n-core's real PollContext, with static data saved as n8n saves it: if a poll emits, and after the
 * first poll of an activation; never in manual mode.
 */
export function pollHarness(options: PollOptions): PollHarness {
	const mode = options.mode ?? 'trigger';
	const nodeType = nodeTypeOf(options);
	const { poll } = nodeType;
	if (!poll) throw new Error(`"${options.node}" has no poll function.`);

	const [logs, calls] = [readLogs(), readCalls()];
	const underWay = new Set<Promise<unknown>>();
	let parameters = options.parameters;
	let savedData = deepCopy(options.staticData ?? {});
	let saves = 0;
	let current = activate(options.activation ?? 'activate');

	function activate(activation: WorkflowActivateMode) {
		const node = nodeInWorkflow({ ...options, parameters }, nodeType);
		const workflow = buildWorkflow([node], {}, knownTypes({ [node.type]: nodeType }), deepCopy(savedData));
		const additionalData = buildAdditionalData(workflow, mode, credentialList(options));
		const named = workflow.getNode(node.name) ?? node;
		const context = new PollContext(workflow, named, additionalData, mode, activation, noEmit, noEmit);
		return { workflow, node: named, context, first: true };
	}

	function save(workflow: Workflow): void {
		if (mode === 'manual' || workflow.staticData.__dataChanged !== true) return;
		savedData = deepCopy({ ...workflow.staticData });
		workflow.staticData.__dataChanged = false;
		saves++;
	}

	async function pollOnce(): Promise<INodeExecutionData[][] | null> {
		const activation = current;
		const { first } = activation;
		activation.first = false;
		const emitted = await poll!.call(activation.context);
		if (activation !== current) return null;
		if (emitted !== null || first) save(activation.workflow);
		return emitted;
	}

	return {
		async poll() {
			const running = pollOnce();
			const settled = running.then(
				() => undefined,
				() => undefined,
			);
			underWay.add(settled);
			void settled.then(() => underWay.delete(settled));
			return await running;
		},
		saved: () => deepCopy((savedData[`node:${current.node.name}`] ?? {}) as IDataObject),
		memory: () => deepCopy({ ...current.workflow.getStaticData('node', current.node) }),
		saves: () => saves,
		crash() {
			current = activate('init');
		},
		async restart(newParameters) {
			await Promise.all(underWay);
			if (newParameters) parameters = newParameters;
			current = activate('init');
		},
		logs,
		calls,
	};
}

/** The harness uses the poll function's result, like PollTriggerExecutor, so nothing may call these. */
function noEmit(): never {
	throw new Error('A poll function emits by returning.');
}
