import { readLogs, type LogLine } from './host';

import { HookContext, WebhookContext } from 'n8n-core';
import {
	deepCopy,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type Workflow,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
	buildAdditionalData,
	buildWorkflow,
	credentialList,
	knownTypes,
	nodeInWorkflow,
	nodeTypeOf,
	type NodeUnderTest,
} from './workflow';

export interface WebhookOptions extends Omit<NodeUnderTest, 'nodeType'> {
	/** The node as a new process has it. */
	makeNode: () => INodeType;
}

export interface WebhookHarness {
	/** The production address; the node answers there while it's published, as in n8n already during `create`. */
	url: string;
	/** As Fetch Test Event does, for one event: what started the workflow, or what the node threw. */
	test(request?: { method: 'GET' }): Promise<INodeExecutionData[]>;
	/** @throws what the node threw: n8n would not publish then */
	publish(parameters?: INodeParameters): Promise<void>;
	unpublish(): Promise<void>;
	/** The process is killed: back to the last saved copy; what is under way starts nothing. */
	crash(): void;
	/** As n8n starts again, with the hooks of a published workflow. */
	restart(): Promise<void>;
	/** One request to the production address, without a network. @returns the status and what it starts */
	ask(request: WebhookRequest): Promise<{ status: number; items: INodeExecutionData[] }>;
	/** What started the workflow, one entry per execution. */
	started: INodeExecutionData[][];
	/** The node's static data in the database. */
	saved(): IDataObject;
	logs(): LogLine[];
	close(): Promise<void>;
}

/** As n8n hands it to a node. */
export interface WebhookRequest {
	method: string;
	headers: Record<string, string | string[] | undefined>;
	query: Record<string, unknown>;
	rawBody?: Buffer;
}

const PATH = 'push/linkedin';

/**
 * A webhook trigger in n8n-core's real contexts, behind a server on 127.0.0.1. Like n8n, each request gets a workflow
 * of its own with the static data of the database, which is saved when the node has returned.
 */
export async function webhookHarness(options: WebhookOptions): Promise<WebhookHarness> {
	const logs = readLogs();
	const started: INodeExecutionData[][] = [];
	const underWay = new Set<Promise<unknown>>();
	let parameters = options.parameters;
	let savedData: IDataObject = {};
	let published: INodeParameters | undefined;
	let onTest: ((event: INodeExecutionData[] | Error) => void) | undefined;
	let running = { nodeType: nodeTypeOf({ ...options, nodeType: options.makeNode() }) };

	const server = createServer((request, response) => {
		const served = settledQuietly(serve(request, response)).finally(() => underWay.delete(served));
		underWay.add(served);
	});
	await listening(server);
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	function load(mode: WorkflowExecuteMode, withParameters = parameters) {
		const { nodeType } = running;
		const node = {
			...nodeInWorkflow({ ...options, parameters: withParameters }, nodeType),
			webhookId: 'push',
		};
		const workflow = buildWorkflow([node], {}, knownTypes({ [node.type]: nodeType }), deepCopy(savedData));
		const additionalData = buildAdditionalData(workflow, mode, credentialList(options));
		additionalData.webhookBaseUrl = `${base}/webhook`;
		additionalData.webhookTestBaseUrl = `${base}/webhook-test`;
		return { workflow, node: workflow.getNode(node.name) ?? node, additionalData, nodeType };
	}

	function save(workflow: Workflow): void {
		if (workflow.staticData.__dataChanged === true) savedData = deepCopy({ ...workflow.staticData });
	}

	const webhookData = (name: string, isTest: boolean) =>
		({ webhookDescription: { name }, isTest }) as unknown as IWebhookData;

	async function hook(
		name: 'create' | 'delete',
		isTest: boolean,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
	): Promise<void> {
		const { workflow, node, additionalData, nodeType } = load(mode);
		const hooks = nodeType.webhookMethods?.default;
		const data = webhookData('default', isTest);
		const context = new HookContext(workflow, node, additionalData, mode, activation, data);
		if (name === 'create' && (await hooks?.checkExists?.call(context))) return;
		await hooks?.[name]?.call(context);
		if (!isTest) save(workflow);
	}

	async function serve(request: IncomingMessage, raw: ServerResponse): Promise<void> {
		const { pathname, searchParams } = new URL(String(request.url), base);
		const isTest = pathname === `/webhook-test/${PATH}`;
		const isLive = pathname === `/webhook/${PATH}` && published !== undefined;
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		if (!isLive && !(isTest && onTest)) return void raw.writeHead(404).end();
		const rawBody = Buffer.concat(chunks);
		const body = parsed(rawBody.toString());
		if (request.method === 'POST' && body === undefined) return void raw.writeHead(422).end();

		const query: Record<string, string | string[]> = {};
		for (const key of searchParams.keys()) {
			const values = searchParams.getAll(key);
			query[key] = values.length > 1 ? values : values[0];
		}
		const { method = '', headers } = request;
		await handle({ method, headers, query, body, rawBody }, expressLike(raw), isTest);
	}

	/** @returns what starts the workflow */
	async function handle(
		request: WebhookRequest & { body?: unknown },
		response: Response,
		isTest: boolean,
	): Promise<INodeExecutionData[] | undefined> {
		const mode = isTest ? 'manual' : 'webhook';
		const process = running;
		const { workflow, node, additionalData, nodeType } = load(mode, isTest ? parameters : published);
		additionalData.httpRequest = { ...request, params: {} } as never;
		additionalData.httpResponse = response as never;
		const data = webhookData(request.method === 'GET' ? 'setup' : 'default', isTest);
		const context = new WebhookContext(workflow, node, additionalData, mode, data, [], null);
		try {
			const result = await nodeType.webhook!.call(context);
			if (process !== running) return undefined;
			if (result.noWebhookResponse !== true) response.status(500).json('answered by n8n');
			if (!isTest) save(workflow);
			const [items] = result.workflowData ?? [];
			if (items !== undefined && isTest) onTest?.(items);
			if (items !== undefined && !isTest) started.push(items);
			return items;
		} catch (error) {
			response.status(500).json('thrown');
			onTest?.(error as Error);
			return undefined;
		}
	}

	return {
		url: `${base}/webhook/${PATH}`,
		async test(request) {
			const event = new Promise<INodeExecutionData[]>((resolve, reject) => {
				onTest = (found) => (found instanceof Error ? reject(found) : resolve(found));
			});
			const url = `${base}/webhook-test/${PATH}`;
			await Promise.all([
				request ? fetch(url) : hook('create', true, 'manual', 'manual'),
				settledQuietly(event),
			]);
			onTest = undefined;
			await hook('delete', true, 'internal', 'update');
			return await event;
		},
		async publish(newParameters) {
			parameters = newParameters ?? parameters;
			published = parameters;
			await hook('create', false, 'trigger', 'activate').catch((error: unknown) => {
				published = undefined;
				throw error;
			});
		},
		async unpublish() {
			published = undefined;
			await hook('delete', false, 'internal', 'update');
		},
		crash() {
			running = { nodeType: nodeTypeOf({ ...options, nodeType: options.makeNode() }) };
		},
		async restart() {
			running = { nodeType: nodeTypeOf({ ...options, nodeType: options.makeNode() }) };
			await hook('create', false, 'trigger', 'init');
		},
		async ask(request) {
			let status = 0;
			const response: Response = {
				headersSent: false,
				status(code) {
					status ||= code;
					return response;
				},
				json() {
					response.headersSent = true;
				},
			};
			const items = await handle(request, response, false);
			return { status, items: items ?? [] };
		},
		started,
		saved: () => deepCopy((savedData['node:Node under test'] ?? {}) as IDataObject),
		logs,
		async close() {
			await Promise.all(underWay);
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

const settledQuietly = async (work: Promise<unknown>) =>
	await work.then(
		() => undefined,
		() => undefined,
	);

async function listening(server: Server): Promise<void> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function parsed(text: string): unknown {
	try {
		return text === '' ? {} : (JSON.parse(text) as unknown);
	} catch {
		return undefined;
	}
}

/** What a node uses of Express. */
interface Response {
	headersSent: boolean;
	status(code: number): Response;
	json(body: unknown): void;
}

function expressLike(raw: ServerResponse): Response {
	let code = 200;
	const response: Response = {
		get headersSent() {
			return raw.headersSent;
		},
		status(status) {
			code = status;
			return response;
		},
		json(body) {
			raw.writeHead(code, { 'content-type': 'application/json; charset=utf-8' });
			raw.end(JSON.stringify(body));
		},
	};
	return response;
}
