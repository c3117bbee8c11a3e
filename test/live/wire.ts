/** Percent-encodes a value for Rest.li inside a query or path, including its own punctuation. */
export const enc = (text: string | number) =>
	encodeURIComponent(text).replace(/[,()':]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

export interface List<T = unknown> {
	elements?: Array<T | null>;
	paging?: { start?: number; count?: number; total?: number; links?: unknown[] };
	metadata?: Record<string, unknown>;
}

/** The elements of a list that are objects; none if it isn't a list. */
export function elementsOf<T>(list: List<T>): Array<T & object> {
	const { elements } = Object(list) as List<T>;
	return (Array.isArray(elements) ? elements : []).filter(
		(one): one is NonNullable<T> & object => typeof one === 'object' && one !== null,
	);
}

/** The values of a field, each once, in order. */
export function valuesOf(elements: object[], field: string): string[] {
	return [...new Set(elements.map((one) => (one as Record<string, unknown>)[field]))]
		.filter((one) => one !== undefined && one !== null)
		.map(String);
}

/** The names of the fields that any of the elements has, in order. */
export function fieldsOf(elements: object[]): string[] {
	return [...new Set(elements.flatMap((one) => Object.keys(one)))].sort();
}

/** A key of a batch answer, either encoded as requested, or plain. */
export const plainKey = (key: string) => (key.startsWith('urn%3A') ? decodeURIComponent(key) : key);

/** Whether a list has its total, in words. */
export const totalOf = ({ paging }: List) =>
	paging?.total === undefined ? 'no total' : `total ${paging.total}`;
