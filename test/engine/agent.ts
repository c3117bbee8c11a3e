import { line } from './host';

import { WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
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

/**
 * A scripted model: what it gives the tool next.
 * @param answers of the tool so far, results or errors, as the model reads them
 * @returns undefined at the end
 */
export type Model = (answers: readonly string[]) => INodeParameters | undefined;

/** The part of n8n's tool that an agent uses. */
interface Tool {
	name: string;
	description: string;
	invoke(given: INodeParameters): Promise<string>;
}

export interface AgentRun {
	/** The tool as the model is told of it. */
	tool: Pick<Tool, 'name' | 'description'>;
	answers: string[];
}

/** n8n's server makes this of a node that is usable as a tool. */
function asTool(nodeType: INodeType): INodeType {
	const description: INodeTypeDescription = {
		...nodeType.description,
		inputs: [],
		outputs: [NodeConnectionTypes.AiTool],
	};
	return Object.create(nodeType, { description: { value: description } }) as INodeType;
}

function agentNode(model: Model, run: Partial<AgentRun> & Pick<AgentRun, 'answers'>): INodeType {
	return {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: 'Calls its tool as the model says',
			defaults: { name: 'Agent' },
			inputs: [
				{ type: NodeConnectionTypes.Main },
				{ type: NodeConnectionTypes.AiTool, displayName: 'Tool', required: true },
			],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const [tool] = ((await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[][]).flat();
			run.tool = { name: tool.name, description: tool.description };
			for (let given = model(run.answers); given; given = model(run.answers)) {
				run.answers.push(await tool.invoke(given).catch((error: Error) => error.message));
			}
			return [[]];
		},
	};
}

/** Runs an agent whose only tool is the node; its fields with `$fromAI` are the model's to fill in. */
export async function runAgent(test: NodeUnderTest, model: Model): Promise<AgentRun> {
	const toolType = asTool(nodeTypeOf(test));
	const tool = nodeInWorkflow(test, toolType);
	const agent = {
		...tool,
		id: 'agent',
		name: 'Agent',
		type: 'engineTests.agent',
		typeVersion: 1,
		parameters: {},
	};
	delete agent.credentials;
	const run: Partial<AgentRun> & Pick<AgentRun, 'answers'> = { answers: [] };
	const workflow = buildWorkflow(
		[agent, tool],
		{ [tool.name]: { ai_tool: [[{ node: agent.name, type: NodeConnectionTypes.AiTool, index: 0 }]] } },
		knownTypes({ [agent.type]: agentNode(model, run), [tool.type]: toolType }),
	);
	const additionalData = buildAdditionalData(workflow, 'trigger', credentialList(test));
	const execution = new WorkflowExecute(additionalData, 'trigger');
	const startNode = workflow.getNode(agent.name) ?? undefined;
	// As in run.ts.
	const ended = await (line === 1
		? (execution.run as unknown as (...given: unknown[]) => ReturnType<typeof execution.run>).call(
				execution,
				workflow,
				startNode,
			)
		: execution.run({ workflow, startNode }));
	if (!run.tool) throw ended.data.resultData.error ?? new Error('The agent had no tool.');
	return run as AgentRun;
}
