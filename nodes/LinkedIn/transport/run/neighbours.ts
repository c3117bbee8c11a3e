/** The previous and the next item of the run: only these two, so that the cost per item stays constant. */
import type { IExecutePaginationFunctions, INodeExecutionData } from 'n8n-workflow';

/** What gives access to the run's other items. */
export type ItemHost = Pick<
	IExecutePaginationFunctions,
	'evaluateExpression' | 'getExecuteData' | 'getItemIndex' | 'getNode'
>;

/** Whether a neighbouring item has files. */
export function hasFilesBeside(host: ItemHost): boolean {
	return neighboursOf(host).length > 0;
}

/**
 * Whether a neighbouring item has files too and the same values in the fields: then probably one post was meant, and
 * its files came as separate items.
 * @param names of the node's fields; for a resource locator its value counts
 */
export function isScattered(host: ItemHost, names: string[]): boolean {
	const own = valuesOf(host, names, host.getItemIndex());
	return neighboursOf(host).some((index) => valuesOf(host, names, index) === own);
}

/** @returns indexes of the neighbouring items with files */
function neighboursOf(host: ItemHost): number[] {
	const items: INodeExecutionData[] = host.getExecuteData().data.main?.[0] ?? [];
	const at = host.getItemIndex();
	return [at - 1, at + 1].filter((index) => Object.keys(items[index]?.binary ?? {}).length > 0);
}

function valuesOf(host: ItemHost, names: string[], index: number): string {
	const given = host.getNode().parameters;
	return JSON.stringify(names.map((name) => evaluated(host, inLocator(given[name]), index)));
}

function inLocator(value: unknown): unknown {
	return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

/** If an expression fails for the other item, the items differ. */
function evaluated(host: ItemHost, value: unknown, index: number): unknown {
	if (typeof value !== 'string' || !value.startsWith('=')) return value;
	try {
		return host.evaluateExpression(value.slice(1), index);
	} catch {
		return { failedFor: index };
	}
}
