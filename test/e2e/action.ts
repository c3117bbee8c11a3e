import { join } from 'path';

import type { Execution } from '../host/rest';
import type { World } from '../host/world';

/** One run of our node behind a manual trigger. */
export interface Action {
	/** The node's own fields; texts may be expressions over the input item. */
	parameters: Record<string, unknown>;
	/** Input items; by default one empty item. */
	items?: Array<Record<string, unknown>>;
	/** The node's settings: retryOnFail, maxTries … */
	settings?: Record<string, unknown>;
	/** Instead of the connected credential; `null` for none at all. */
	credential?: { id: string; name: string; type: string } | null;
	/** `error-output` has nodes "Done" and "Failed" after the two outputs. */
	workflow?: 'one-action' | 'error-output';
}

/** Imports the workflow, runs it in n8n, and returns the finished run. */
export async function act(world: World, action: Action): Promise<Execution> {
	const file = join(__dirname, 'workflows', `${action.workflow ?? 'one-action'}.json`);
	const id = await world.importWorkflow(file, (workflow) => {
		const node = workflow.nodes.find(({ name }) => name === 'LinkedIn')!;
		Object.assign(node, action.settings, { parameters: { authentication: 'oAuth2', ...action.parameters } });
		if (action.credential === null) delete node.credentials;
		if (action.credential) {
			const { type, ...chosen } = action.credential;
			node.credentials = { [type]: chosen };
		}
		workflow.pinData = { Manual: (action.items ?? [{}]).map((json) => ({ json })) };
	});
	return await world.rest.run(id, 'Manual');
}

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Publishes a text, by default as the page. */
export function createPost(text: string, author = 'urn:li:organization:2414183'): Record<string, unknown> {
	return { resource: 'post', operation: 'create', author: byId(author), contentType: 'text', text };
}
