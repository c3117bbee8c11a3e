import './host';

import { LoadOptionsContext } from 'n8n-core';
import { NodeApiError, type INodeListSearchResult, type INodePropertyOptions } from 'n8n-workflow';

import {
	buildAdditionalData,
	buildWorkflow,
	credentialList,
	knownTypes,
	nodeInWorkflow,
	nodeTypeOf,
	type NodeUnderTest,
} from './workflow';

export interface OptionsRequest extends NodeUnderTest {
	/** The name under `methods.listSearch` or `methods.loadOptions`. */
	method: string;
	/** Of the field, as the editor sends it, e.g. `parameters.rules.row[0].value`. */
	path?: string;
}

function optionsContext(request: OptionsRequest) {
	const nodeType = nodeTypeOf(request);
	const node = nodeInWorkflow(request, nodeType);
	const workflow = buildWorkflow([node], {}, knownTypes({ [node.type]: nodeType }));
	const additionalData = buildAdditionalData(
		workflow,
		'internal',
		credentialList(request),
		structuredClone(request.parameters ?? {}),
	);
	return {
		nodeType,
		context: new LoadOptionsContext(workflow, node, additionalData, request.path ?? 'parameters'),
	};
}

/**
 * Opens a resource locator's "From List" as the editor does.
 * @returns the entries and the token of the next page; rejects with what the method throws.
 */
export async function listSearch(
	request: OptionsRequest & { filter?: string; paginationToken?: string },
): Promise<INodeListSearchResult> {
	const { nodeType, context } = optionsContext(request);
	const search = nodeType.methods?.listSearch?.[request.method];
	if (!search) throw new Error(`"${request.node}" has no listSearch method "${request.method}".`);
	return await search.call(context, request.filter, request.paginationToken);
}

/** Opens a dropdown that is filled by a method; rejects with what the method throws. */
export async function loadOptions(request: OptionsRequest): Promise<INodePropertyOptions[]> {
	const { nodeType, context } = optionsContext(request);
	const load = nodeType.methods?.loadOptions?.[request.method];
	if (!load) throw new Error(`"${request.node}" has no loadOptions method "${request.method}".`);
	return await load.call(context);
}

/** What n8n passes to its editor about an error, which is shown instead of a list. */
export interface ShownError {
	message: string;
	description: string;
	httpCode: string | null;
}

/**
 * The error instead of a list, as n8n's editor gets it: the members of a NodeApiError, for any other only the message.
 * @throws if it isn't an error, and if there is a list
 */
export async function listError(list: Promise<unknown>): Promise<ShownError> {
	const error = await list.then(
		(result) => {
			throw new Error(`There is a list: ${JSON.stringify(result)}`);
		},
		(failure: unknown) => failure,
	);
	if (!(error instanceof NodeApiError)) throw error;
	const { message, description, httpCode } = error;
	return { message, description: description ?? '', httpCode };
}
