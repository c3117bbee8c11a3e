import type { RestliMethod } from './restli';

/** Members to keep, each with its own members to keep; `$*` stands for every key of a map (docs.projections). */
export interface Projection {
	[member: string]: Projection | undefined;
}

/**
 * Parses the raw `fields` of a query with valid syntax: `id,form:(name,content)`.
 * @returns undefined if the query has none
 */
export function readProjection(query: string): Projection | undefined {
	const raw = query
		.split('&')
		.find((piece) => piece.startsWith('fields='))
		?.slice('fields='.length);
	return raw === undefined ? undefined : treeOf(decodeURIComponent(raw));
}

function treeOf(text: string): Projection {
	const tree: Projection = {};
	let name = '';
	let inner = '';
	let depth = 0;
	const take = () => {
		const member = name.replace(/:$/, '');
		if (member !== '') tree[member] = inner === '' ? undefined : treeOf(inner);
		name = '';
		inner = '';
	};
	for (const character of text) {
		if (character === ')') depth -= 1;
		if (depth > 0) inner += character;
		else if (character === ',') take();
		else if (character !== '(' && character !== ')') name += character;
		if (character === '(') depth += 1;
	}
	take();
	return tree;
}

/** Keeps only the named members of each entity of an answer. */
export function project(body: unknown, projection: Projection, method: RestliMethod): unknown {
	const pick = (entity: unknown) => picked(entity, projection);
	if (method === 'GET') return pick(body);
	if (method === 'BATCH_GET') {
		const batch = body as { results: Record<string, unknown> };
		const results = Object.entries(batch.results).map(([key, entity]) => [key, pick(entity)]);
		return { ...batch, results: Object.fromEntries(results) };
	}
	if (method === 'FINDER' || method === 'GET_ALL') {
		const list = body as { elements: unknown[] };
		return { ...list, elements: list.elements.map(pick) };
	}
	return body;
}

function picked(value: unknown, projection: Projection | undefined): unknown {
	if (projection === undefined || typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((one) => picked(one, projection));
	const record = value as Record<string, unknown>;
	if (Object.hasOwn(projection, '$*')) {
		return Object.fromEntries(
			Object.entries(record).map(([key, member]) => [key, picked(member, projection['$*'])]),
		);
	}
	return Object.fromEntries(
		Object.keys(projection)
			.filter((name) => Object.hasOwn(record, name))
			.map((name) => [name, picked(record[name], projection[name])]),
	);
}
