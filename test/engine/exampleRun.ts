import type { IDataObject } from 'n8n-workflow';

import { exampleCredential, exampleNode, send, type ExampleApi, type Hook } from './exampleNode';
import { runNode, type RunOptions, type RunResult } from './run';

export interface ExampleRun extends Partial<RunOptions> {
	/** Whether the Resource property sends `paginate: true`; by default it does. */
	paginate?: boolean;
}

/** Runs the example node with this hook, connected to the API with OAuth2; `id` comes from each item. */
export async function runExample(
	api: ExampleApi,
	hook: Hook,
	{ paginate = true, ...options }: ExampleRun = {},
): Promise<RunResult> {
	return await runNode({
		node: 'example',
		nodeType: exampleNode(hook, { paginate }),
		parameters: { id: '={{ $json.id }}' },
		credentials: exampleCredential('oAuth2', api.url),
		...options,
	});
}

export const items = (...ids: string[]): IDataObject[] => ids.map((id) => ({ id }));
export const json = (output?: Array<{ json: IDataObject }>) => output?.map((item) => item.json);

/** Posts to /things/<id>; the output item has the id and the status. */
export const post: Hook = async function () {
	const id = this.getNodeParameter('id') as string;
	const reply = await send(this, { method: 'POST', path: `/things/${id}`, body: { id } });
	return [{ json: { id, status: reply.statusCode } }];
};
