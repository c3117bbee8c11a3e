import { join } from 'path';

import type { WorkflowFile } from '../host/rest';
import { credentialData, OAUTH_CREDENTIAL, type World } from '../host/world';

/** The examples as their users handle them: imported, filled in, published. */

type Chosen = World['credential'];

/** @param change fills in what the note of the example asks for. @returns the workflow's id */
export async function importExample(
	world: World,
	name: string,
	change: (workflow: WorkflowFile) => void,
): Promise<string> {
	return await world.importWorkflow(join(__dirname, '../../examples', `${name}.json`), change);
}

/** @throws if there is none of this name */
export function parametersOf(workflow: WorkflowFile, node: string): Record<string, unknown> {
	return nodeOf(workflow, node).parameters;
}

export function choose(workflow: WorkflowFile, node: string, { type, id, name }: Chosen): void {
	nodeOf(workflow, node).credentials = { [type]: { id, name } };
}

function nodeOf({ nodes }: WorkflowFile, name: string) {
	const found = nodes.find((node) => node.name === name);
	if (!found) throw new Error(`The example has no node "${name}"`);
	return found;
}

/** A credential of LinkedIn connected with OAuth, with other values in its form. */
export async function connected(world: World, name: string, data: Record<string, unknown>): Promise<Chosen> {
	const fields = { ...credentialData(world.simulator.url), ...data };
	const credential = await world.rest.createCredential(OAUTH_CREDENTIAL, name, fields);
	await world.rest.connect(credential.id);
	return credential;
}

/** Changes values in the form of a credential. */
export async function changeCredential(
	{ rest }: World,
	credential: Chosen,
	values: Record<string, unknown>,
): Promise<void> {
	const path = `/rest/credentials/${credential.id}`;
	const { data } = await rest.call<{ data: Record<string, unknown> }>('GET', `${path}?includeData=true`);
	await rest.call('PATCH', path, { ...credential, data: { ...data, ...values } });
}

/** Ends a workflow that starts by itself. */
export async function unpublish({ rest }: World, id: string): Promise<void> {
	await rest.call('POST', `/rest/workflows/${id}/deactivate`, {});
}

/** Cancels what a workflow is doing, as n8n's list of executions does. @returns how many runs that were */
export async function stopRuns({ rest }: World, workflowId: string): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['running'] }));
	const { results } = await rest.call<{ results: Array<{ id: string }> }>(
		'GET',
		`/rest/executions?filter=${filter}`,
	);
	for (const { id } of results) await rest.call('POST', `/rest/executions/${id}/stop`);
	return results.length;
}
