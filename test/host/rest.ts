import { randomUUID } from 'crypto';
import { createRequire } from 'module';
import { join } from 'path';
import { request } from 'undici';

import type { N8n } from './n8n';
import { until } from './until';

const OWNER = { email: 'owner@example.com', password: 'Suite-demo-1', firstName: 'Demo', lastName: 'Owner' };
const PUBLISHED_WITHIN_MS = 60_000;
const RUN_WITHIN_MS = 120_000;

type Json = Record<string, unknown>;

/** A workflow as n8n exports it; `examples/` and `test/e2e/workflows/` contain such files. */
export interface WorkflowFile {
	name: string;
	nodes: Array<Json & { name: string; type: string; parameters: Json; credentials?: Json }>;
	connections: Json;
	settings?: Json;
	pinData?: Json;
}

/** The error of a failed run or node, as far as tests look at it. */
export interface RunError {
	message: string;
	description?: string | null;
	httpCode?: string | null;
	context?: Json;
	node?: { name: string };
}

/** One run of a workflow. */
export interface Execution {
	id: string;
	status: string;
	mode: string;
	error?: RunError;
	/** The json of the items of one of a node's outputs, in its last run; [] if it didn't run. */
	items(node: string, output?: number): Json[];
	/** The complete items: json, pairedItem, error. */
	rawItems(node: string, output?: number): Array<{ json: Json; pairedItem?: unknown }>;
}

/** n8n's own API for its editor, used as the editor does, signed in as the owner. */
export interface Rest {
	owner: typeof OWNER;
	/** @throws with status and answer if n8n doesn't answer with 2xx */
	call<T = Json>(method: string, path: string, body?: unknown): Promise<T>;
	createCredential(
		type: string,
		name: string,
		data: Json,
	): Promise<{ id: string; name: string; type: string }>;
	/** Goes through the whole authorization like a browser. @throws if n8n doesn't say that it's connected */
	connect(credentialId: string): Promise<void>;
	createWorkflow(workflow: WorkflowFile): Promise<string>;
	/** Publishes and waits until its triggers run. @throws with n8n's message if they don't */
	publish(workflowId: string): Promise<void>;
	/** Runs a saved workflow from its trigger node and waits for the end. */
	run(workflowId: string, from: string): Promise<Execution>;
	/**
	 * Runs one tool of a saved workflow as an agent would, without a language model.
	 *
	 * @param tool the node's name
	 * @param asked what the agent passes, by the names in $fromAI
	 * @returns what the agent gets back: the items, or n8n's text about an error
	 */
	runTool(workflowId: string, tool: string, asked: Json): Promise<{ status: string; answer: unknown }>;
	/** All finished and running executions of a workflow, oldest first. */
	executions(workflowId: string): Promise<Execution[]>;
	/** What a From List field or a dropdown shows. */
	list(
		options: ListRequest,
	): Promise<Array<{ name: string; value: string; description?: string; url?: string }>>;
}

export interface ListRequest {
	/** The node's full type, its version, its parameters and credentials. */
	node: { type: string; typeVersion: number; parameters: Json; credentials: Json };
	/** e.g. `parameters.author` */
	path: string;
	method: string;
	/** Resource locators are searched, dropdowns are loaded. */
	kind: 'listSearch' | 'loadOptions';
	filter?: string;
}

/**
 * Signs in, after creating the owner's account if the home folder is new.
 *
 * @throws if n8n refuses the sign-in
 */
export async function signIn(n8n: N8n): Promise<Rest> {
	const browserId = randomUUID();
	const isLine1 = n8n.installed.line === 1;
	let cookie = '';

	const send = async (method: string, path: string, body?: unknown) => {
		const reply = await request(path.startsWith('http') ? path : n8n.url + path, {
			method: method as 'GET',
			headers: {
				'browser-id': browserId,
				...(cookie && { cookie }),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const set = [reply.headers['set-cookie'] ?? []].flat().find((value) => value.startsWith('n8n-auth='));
		if (set) cookie = set.split(';')[0];
		return { status: reply.statusCode, headers: reply.headers, text: await reply.body.text() };
	};

	const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
		const { status, text } = await send(method, path, body);
		if (status < 200 || status > 299) {
			throw new Error(`n8n answered ${method} ${path} with ${status}: ${text.slice(0, 1_000)}`);
		}
		const answer = JSON.parse(text) as { data?: T };
		return answer.data === undefined ? (answer as T) : answer.data;
	};

	const setup = await send('POST', '/rest/owner/setup', OWNER);
	if (setup.status !== 200) {
		await call('POST', '/rest/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
	}

	const flatted = createRequire(join(n8n.installed.folder, 'node_modules/n8n/package.json'))('flatted') as {
		parse(text: string): ExecutionData;
	};

	/** n8n stores that an execution has ended before it stores its data, which is empty until then. */
	const stored = async (id: string) => {
		const found = await call<{ status: string; mode: string; data: string }>('GET', `/rest/executions/${id}`);
		const data = flatted.parse(found.data) as ExecutionData | undefined;
		return data && { ...found, resultData: data.resultData };
	};

	const execution = async (id: string): Promise<Execution> => {
		const found = await until(RUN_WITHIN_MS, `Execution ${id} has no data`, async () => await stored(id));
		const { resultData } = found;
		const rawItems = (node: string, output = 0) =>
			resultData.runData[node]?.at(-1)?.data?.main?.[output] ?? [];
		return {
			id,
			status: found.status,
			mode: found.mode,
			error: resultData.error,
			rawItems,
			items: (node, output) => rawItems(node, output).map(({ json }) => json),
		};
	};

	/** n8n 1.x runs what it's sent, not what it has saved. */
	const workflowData = async (id: string) =>
		isLine1 ? { workflowData: await call('GET', `/rest/workflows/${id}`) } : {};

	return {
		owner: OWNER,
		call,

		async createCredential(type, name, data) {
			const { id } = await call<{ id: string }>('POST', '/rest/credentials', { name, type, data });
			return { id, name, type };
		},

		async connect(credentialId) {
			const consent = await call<string>('GET', `/rest/oauth2-credential/auth?id=${credentialId}`);
			const authorised = await request(consent, { method: 'GET' });
			await authorised.body.dump();
			const callback = authorised.headers.location;
			if (typeof callback !== 'string') {
				throw new Error(
					`The authorization page answered ${authorised.statusCode} instead of sending the browser back`,
				);
			}
			const page = await send('GET', callback);
			if (!page.text.includes('Connection successful')) {
				throw new Error(
					`n8n did not connect the credential: ${page.text.replace(/<[^>]+>/g, ' ').slice(0, 1_000)}`,
				);
			}
		},

		async createWorkflow(workflow) {
			const { name, nodes, connections, settings = {}, pinData } = workflow;
			const made = await call<{ id: string }>('POST', '/rest/workflows', {
				...(isLine1 && { active: false }),
				name,
				nodes,
				connections,
				settings,
				...(pinData && { pinData }),
			});
			return made.id;
		},

		async publish(workflowId) {
			const { versionId } = await call<{ versionId: string }>('GET', `/rest/workflows/${workflowId}`);
			await call('POST', `/rest/workflows/${workflowId}/activate`, { versionId });
			// n8n 1.x answers once the triggers run.
			if (isLine1) return;
			await until(PUBLISHED_WITHIN_MS, 'The workflow was not published', async () => {
				const publication = await call<{ status: string }>(
					'GET',
					`/rest/workflows/${workflowId}/publication-status`,
				);
				if (publication.status === 'failed') {
					throw new Error(`n8n could not publish the workflow: ${JSON.stringify(publication)}`);
				}
				return publication.status === 'published' || undefined;
			});
		},

		async run(workflowId, from) {
			const { executionId } = await call<{ executionId: string }>(
				'POST',
				`/rest/workflows/${workflowId}/run`,
				{ ...(await workflowData(workflowId)), triggerToStartFrom: { name: from } },
			);
			return await until(RUN_WITHIN_MS, 'The run did not end', async () => {
				const { status } = await call<{ status: string }>('GET', `/rest/executions/${executionId}`);
				return ['new', 'running', 'waiting'].includes(status) ? undefined : await execution(executionId);
			});
		},

		async runTool(workflowId, tool, asked) {
			// n8n tells a model this name.
			const name = tool.replaceAll(' ', '_');
			const { executionId } = await call<{ executionId: string }>(
				'POST',
				`/rest/workflows/${workflowId}/run`,
				{
					...(await workflowData(workflowId)),
					destinationNode: { nodeName: tool, mode: 'inclusive' },
					runData: {},
					dirtyNodeNames: [],
					agentRequest: { query: isLine1 ? asked : { [name]: asked }, tool: { name } },
				},
			);
			return await until(RUN_WITHIN_MS, 'The tool did not end', async () => {
				const found = await stored(executionId);
				if (!found || ['new', 'running', 'waiting'].includes(found.status)) return undefined;
				const { resultData } = found;
				const answer = resultData.runData[tool]?.at(-1)?.data?.ai_tool?.[0]?.[0]?.json.response;
				return { status: found.status, answer: answer ?? resultData.error };
			});
		},

		async executions(workflowId) {
			const filter = encodeURIComponent(JSON.stringify({ workflowId }));
			const { results } = await call<{ results: Array<{ id: string }> }>(
				'GET',
				`/rest/executions?filter=${filter}&limit=100`,
			);
			const oldestFirst = results.map(({ id }) => Number(id)).sort((a, b) => a - b);
			return await Promise.all(oldestFirst.map(async (id) => await execution(String(id))));
		},

		async list({ node, path, method, kind, filter }) {
			const found = await call<unknown>(
				'POST',
				`/rest/dynamic-node-parameters/${kind === 'listSearch' ? 'resource-locator-results' : 'options'}`,
				{
					nodeTypeAndVersion: { name: node.type, version: node.typeVersion },
					path,
					methodName: method,
					currentNodeParameters: node.parameters,
					credentials: node.credentials,
					...(filter && { filter }),
				},
			);
			return (kind === 'listSearch' ? (found as { results: never }).results : found) as never;
		},
	};
}

interface ExecutionData {
	resultData: {
		error?: RunError;
		runData: Record<
			string,
			Array<{
				data?: Partial<Record<'main' | 'ai_tool', Array<Array<{ json: Json; pairedItem?: unknown }> | null>>>;
			}>
		>;
	};
}
