import { runNode, type RunResult } from '../../engine/run';

import { BinaryDataService } from 'n8n-core';
import { Container } from '@n8n/di';
import type {
	IBinaryData,
	IBinaryKeyData,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { measured } from './measure';
import { credentialOf, nodeOf } from './nodes';
import { watchPages } from './pages';
import type { RunReport, RunRequest } from './protocol';

/** Runs the node once over the items and measures this process meanwhile. */
export async function run(request: RunRequest): Promise<RunReport> {
	const nodeType = nodeTypeOf(request);
	const items = await itemsOf(request);
	const credential = credentialOf(request);
	const pages = request.watchPages ? watchPages() : undefined;
	const { result, ...figures } = await measured(
		async () =>
			await runNode({
				node: nodeType.description.name,
				nodeType,
				parameters: request.parameters,
				credentials: credential,
				items,
				onError: request.onError,
			}),
		request.ofMemory,
	);
	pages?.stop();
	return {
		...countsOf(result),
		...figures,
		readings: credential?.readings,
		earlierPagesHeld: pages?.mostEarlierHeld(),
	};
}

/** n8n also creates each node once. */
const made = new Map<string, INodeType>();

export function nodeTypeOf(request: RunRequest): INodeType {
	const { side, trigger, ads, withoutRequests: until } = request;
	const key = JSON.stringify({ side, trigger, ads, until });
	const known = made.get(key) ?? (until ? withoutRequests(nodeOf(request), until) : nodeOf(request));
	made.set(key, known);
	return known;
}

function countsOf({ outputs, error }: RunResult): Pick<RunReport, 'done' | 'failed' | 'first' | 'error'> {
	const out = outputs.flat();
	const failed = out.filter((item) => item.json.error !== undefined || item.error);
	const done = out.length - failed.length;
	const message = error?.message ?? failed[0]?.json.error ?? failed[0]?.error?.message;
	return { done, failed: failed.length, first: out[0]?.json, error: message as string | undefined };
}

async function itemsOf({
	items = [{}],
	file,
	files,
	fileType = 'image/png',
	inItem,
}: RunRequest): Promise<INodeExecutionData[]> {
	const binary: IBinaryKeyData = {};
	const paths = file
		? { data: file }
		: Object.fromEntries((files ?? []).map((path, at) => [`data_${at}`, path]));
	for (const [name, path] of Object.entries(paths)) {
		binary[name] = inItem
			? { data: (await readFile(path)).toString('base64'), mimeType: fileType, fileName: basename(path) }
			: await stored(path, fileType);
	}
	return items.map((json) => ({ json, ...(Object.keys(binary).length > 0 && { binary }) }));
}

let store: Promise<BinaryDataService> | undefined;

/** Puts a file into n8n's binary store on disk, where n8n 2.x keeps all files. */
async function stored(file: string, mimeType: string): Promise<IBinaryData> {
	store ??= openStore();
	const location = { type: 'execution', workflowId: 'bench', executionId: 'bench' } as const;
	const data = { data: '', mimeType, fileName: basename(file) };
	return await (await store).copyBinaryFile(location, data, file);
}

async function openStore(): Promise<BinaryDataService> {
	const service = Container.get(BinaryDataService);
	await service.init();
	return service;
}

const CREATED = { statusCode: 201, headers: { 'x-restli-id': 'urn:li:share:7045020441609936898' }, body: '' };

/**
 * The same node, with every request answered immediately without a server.
 * @param until `hook`: only n8n's part, without a declarative node's own code; `answer`: everything except the request
 */
function withoutRequests(node: INodeType, until: 'hook' | 'answer'): INodeType {
	const { requestOperations } = node.description;
	const ownHook = requestOperations?.pagination;
	if (requestOperations && typeof ownHook === 'function') {
		requestOperations.pagination = async function (requestData) {
			if (until === 'hook') return [{ json: {}, pairedItem: { item: this.getItemIndex() } }];
			this.helpers.httpRequestWithAuthentication = async () => CREATED;
			return await ownHook.call(this, requestData);
		};
		return node;
	}
	const { execute } = node;
	node.execute = async function (this: IExecuteFunctions) {
		this.helpers.requestOAuth2 = async () => CREATED;
		return (await execute?.call(this)) ?? [];
	};
	return node;
}
