import {
	DirectoryLoader,
	ExecutionLifecycleHooks,
	ExternalSecretsProxy,
	RoutingNode,
	type ExecuteContext,
} from 'n8n-core';
import {
	Workflow,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { InMemoryCredentials, nodeCredentials, type HarnessCredential } from './credentials';
import { loadClasses } from './sources';

/** What every harness function is told about the node under test. */
export interface NodeUnderTest {
	/** The node's `name`, e.g. `linkedInCommunity`; only a label if `nodeType` is given. */
	node: string;
	/** An instance to use instead of the one in nodes/. */
	nodeType?: INodeType;
	/** What the user set; the rest gets the defaults of the description, as in n8n. */
	parameters?: INodeParameters;
	credentials?: HarnessCredential | HarnessCredential[];
}

const packageName = 'n8n-nodes-linkedin-suite';
const workflowId = 'engine-tests-workflow';
let executions = 0;

/** The instance to run, as n8n's loader provides it: the given one, otherwise the class of nodes/ with that name. */
export function nodeTypeOf({ node, nodeType }: NodeUnderTest): INodeType {
	const found =
		nodeType ?? loadClasses<INodeType>('nodes').find((candidate) => candidate.description.name === node);
	if (!found) throw new Error(`No node "${node}" in nodes/LinkedIn.`);
	return asLoaded(found);
}

/**
 * n8n's server adds "Request Options" to a declarative node and an execute function around the routing. Without that
 * function n8n-core uses a code path of its own tests, on which cancelling doesn't reach the node.
 */
function asLoaded(nodeType: INodeType): INodeType {
	const isDeclarative = nodeType.description.requestDefaults !== undefined;
	if (nodeType.execute || nodeType.poll || nodeType.trigger || !isDeclarative) return nodeType;
	DirectoryLoader.applyDeclarativeNodeOptionParameters(nodeType);
	nodeType.execute = async function () {
		return (await new RoutingNode(this as unknown as ExecuteContext, nodeType).runNode()) ?? [];
	};
	return nodeType;
}

/** The harness accepts one credential or several; internally it uses a list. */
export function credentialList({ credentials }: NodeUnderTest): HarnessCredential[] {
	if (!credentials) return [];
	return Array.isArray(credentials) ? credentials : [credentials];
}

/** The node as in a saved workflow. */
export function nodeInWorkflow(test: NodeUnderTest, nodeType: INodeType): INode {
	const { version } = nodeType.description;
	const credentials = nodeCredentials(credentialList(test));
	return {
		id: 'node-under-test',
		name: 'Node under test',
		type: `${packageName}.${test.node}`,
		typeVersion: Array.isArray(version) ? Math.max(...version) : version,
		position: [200, 0],
		parameters: structuredClone(test.parameters ?? {}),
		...(credentials && { credentials }),
	};
}

/** n8n's lookup of node types for one workflow. */
export function knownTypes(types: Record<string, INodeType>): INodeTypes {
	const get = (type: string): INodeType => {
		if (!types[type]) throw new Error(`Unrecognized node type: ${type}`);
		return types[type];
	};
	return {
		getByName: (type: string): INodeType | IVersionedNodeType => get(type),
		getByNameAndVersion: get,
		getKnownTypes: (): IDataObject => ({}),
	};
}

/** A workflow of the given nodes; its constructor fills parameters with defaults, as n8n's does. */
export function buildWorkflow(
	nodes: INode[],
	connections: IConnections,
	nodeTypes: INodeTypes,
	staticData?: IDataObject,
): Workflow {
	return new Workflow({
		id: workflowId,
		name: 'Engine tests',
		nodes,
		connections,
		active: true,
		nodeTypes,
		staticData,
		settings: { executionOrder: 'v1', timezone: 'UTC' },
	});
}

/** What n8n's server passes to every execution, poll and list request. */
export function buildAdditionalData(
	workflow: Workflow,
	mode: WorkflowExecuteMode,
	credentials: HarnessCredential[],
	currentNodeParameters?: INodeParameters,
): IWorkflowExecuteAdditionalData {
	const executionId = String(++executions);
	const url = 'http://127.0.0.1:5678';
	const workflowData = {
		id: workflow.id,
		name: workflow.name ?? '',
		active: true,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
	};
	const refuse = async (): Promise<never> => {
		throw new Error('The engine harness runs one workflow and starts no other.');
	};
	return {
		executionId,
		currentNodeExecutionIndex: 0,
		credentialsHelper: new InMemoryCredentials(credentials),
		hooks: new ExecutionLifecycleHooks(mode, executionId, workflowData),
		externalSecretsProxy: new ExternalSecretsProxy(),
		executeWorkflow: refuse,
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		startRunnerTask: refuse,
		logAiEvent: () => undefined,
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		variables: {},
		currentNodeParameters,
		restApiUrl: `${url}/rest`,
		instanceBaseUrl: `${url}/`,
		formBaseUrl: `${url}/form`,
		formWaitingBaseUrl: `${url}/form-waiting`,
		formTestBaseUrl: `${url}/form-test`,
		webhookBaseUrl: `${url}/webhook`,
		webhookWaitingBaseUrl: `${url}/webhook-waiting`,
		webhookTestBaseUrl: `${url}/webhook-test`,
		mcpBaseUrl: `${url}/mcp`,
		mcpTestBaseUrl: `${url}/mcp-test`,
	};
}
