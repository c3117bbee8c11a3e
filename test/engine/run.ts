import { line, readCalls, readLogs, type LogLine } from './host';

import { WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	type ExecutionError,
	type ExecutionStatus,
	type IDataObject,
	type INodeExecutionData,
	type INodeType,
	type IRun,
	type IRunData,
	type OnError,
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

export interface RunOptions extends NodeUnderTest {
	/** The items that reach the node; plain objects become `json`. Default: one empty item. */
	items?: Array<IDataObject | INodeExecutionData>;
	/** The node's setting "On Error". Default `stopWorkflow`. */
	onError?: OnError;
	retryOnFail?: boolean;
	/** n8n keeps it between 2 and 5. */
	maxTries?: number;
	/** In milliseconds; n8n treats 0 as "not set" and waits 1,000, so the harness's default is 1. */
	waitBetweenTries?: number;
	/** Cancels the execution like the stop button. */
	signal?: AbortSignal;
	cancelAfterMs?: number;
}

export interface RunResult {
	/** Items by output of the node: [success] or, with `continueErrorOutput`, [success, error]. */
	outputs: INodeExecutionData[][];
	/** The error that stopped the node. */
	error?: ExecutionError;
	status: ExecutionStatus;
	/** n8n's complete record of the execution, by node name. */
	runData: IRunData;
	/** Lines of n8n's log, except those about each call. */
	logs: LogLine[];
	/** What the log says about each call. */
	calls: LogLine[];
}

/** Emits the given items, like the node before ours would. */
function startNode(items: INodeExecutionData[]): INodeType {
	return {
		description: {
			displayName: 'Start',
			name: 'start',
			group: ['input'],
			version: 1,
			description: 'Emits the items of the test',
			defaults: { name: 'Start' },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute() {
			return [items];
		},
	};
}

function isNodeItem(item: IDataObject | INodeExecutionData): item is INodeExecutionData {
	return typeof item.json === 'object' && item.json !== null;
}

/**
 * Runs one node in n8n-core's real WorkflowExecute: a start node that emits the items, then the node under test. A
 * failing node doesn't reject the promise: look at `error`.
 */
export async function runNode(options: RunOptions): Promise<RunResult> {
	const items = (options.items ?? [{}]).map((item) => (isNodeItem(item) ? item : { json: item }));
	const nodeType = nodeTypeOf(options);
	const node = nodeInWorkflow(options, nodeType);
	Object.assign(node, {
		onError: options.onError ?? 'stopWorkflow',
		retryOnFail: options.retryOnFail ?? false,
		maxTries: options.maxTries,
		waitBetweenTries: options.waitBetweenTries ?? 1,
	});
	const start = {
		...node,
		id: 'start',
		name: 'Start',
		type: 'engineTests.start',
		typeVersion: 1,
		parameters: {},
	};
	delete start.credentials;
	Object.assign(start, { onError: undefined, retryOnFail: false });

	const workflow = buildWorkflow(
		[start, node],
		{ Start: { main: [[{ node: node.name, type: NodeConnectionTypes.Main, index: 0 }]] } },
		knownTypes({ [start.type]: startNode(items), [node.type]: nodeType }),
	);
	const additionalData = buildAdditionalData(workflow, 'trigger', credentialList(options));
	const execution = new WorkflowExecute(additionalData, 'trigger');
	const [logs, calls] = [readLogs(), readCalls()];

	const startedNode = workflow.getNode(start.name) ?? undefined;
	// Version 1 takes the workflow and the start node as two arguments, version 2 as one object; the types are version
	// 2's.
	const running =
		line === 1
			? (execution.run as unknown as (...given: unknown[]) => ReturnType<typeof execution.run>).call(
					execution,
					workflow,
					startedNode,
				)
			: execution.run({ workflow, startNode: startedNode });

	const cancel = () => running.cancel();
	const timer = options.cancelAfterMs === undefined ? undefined : setTimeout(cancel, options.cancelAfterMs);
	options.signal?.addEventListener('abort', cancel, { once: true });
	let run: IRun;
	try {
		run = await running;
	} finally {
		clearTimeout(timer);
		options.signal?.removeEventListener('abort', cancel);
	}

	const { runData, error } = run.data.resultData;
	const last = runData[node.name]?.at(-1);
	return {
		outputs: (last?.data?.main ?? []).map((output) => output ?? []),
		error: last?.error ?? error,
		status: run.status,
		runData,
		logs: logs(),
		calls: calls(),
	};
}
