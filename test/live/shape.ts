/**
 * The shape of an answer: `null`, `text`, `number`, `flag`, a list of one shape, or fields. If elements of a list
 * differ, their shapes are merged.
 */
export type Shape = {
	types: Set<'null' | 'text' | 'number' | 'flag'>;
	items?: Shape;
	fields?: Map<string, Shape>;
};

/** Keys that are ids or languages, so that two answers never share them: `urn:li:…`, `123`, `(a:b)`, `en_US`. */
const OWN_KEY = /^(urn:|urn%3A|\d|\(|[a-z]{2}_[A-Z]{2}$)/;
const ANY_KEY = '{key}';

/** @param value parsed JSON; undefined, an empty body, has no types and no fields */
export function shapeOf(value: unknown): Shape {
	const shape: Shape = { types: new Set() };
	if (value === null) shape.types.add('null');
	else if (typeof value === 'string') shape.types.add('text');
	else if (typeof value === 'number') shape.types.add('number');
	else if (typeof value === 'boolean') shape.types.add('flag');
	else if (Array.isArray(value)) shape.items = value.map(shapeOf).reduce(merged, { types: new Set() });
	else if (typeof value === 'object') {
		shape.fields = new Map();
		for (const [name, one] of Object.entries(value)) {
			const key = OWN_KEY.test(name) ? ANY_KEY : name;
			const before = shape.fields.get(key);
			shape.fields.set(key, before ? merged(before, shapeOf(one)) : shapeOf(one));
		}
	}
	return shape;
}

function merged(one: Shape, other: Shape): Shape {
	const fields =
		one.fields || other.fields
			? new Map(
					[...(one.fields ?? []), ...(other.fields ?? [])].map(([name]) => [name, joined(one, other, name)]),
				)
			: undefined;
	const items = one.items && other.items ? merged(one.items, other.items) : (one.items ?? other.items);
	return {
		types: new Set([...one.types, ...other.types]),
		...(items ? { items } : {}),
		...(fields ? { fields } : {}),
	};
}

function joined(one: Shape, other: Shape, name: string): Shape {
	const [a, b] = [one.fields?.get(name), other.fields?.get(name)];
	return a && b ? merged(a, b) : ((a ?? b) as Shape);
}

export interface Difference {
	/** E.g. `elements[].created.time`; empty for the whole answer. */
	path: string;
	/** `unknown`: the simulator never sends it; `other`: it sends another type; `missing`: only the simulator sends it. */
	kind: 'unknown' | 'other' | 'missing';
}

/**
 * How LinkedIn's shape differs from the simulator's. A list that either side sends empty says nothing about its
 * elements.
 */
export function differences(live: Shape, simulated: Shape, path = ''): Difference[] {
	if (isNothing(live) || isNothing(simulated)) return [];
	const kinds = (shape: Shape) => [
		...[...shape.types].filter((type) => type !== 'null'),
		...(shape.items ? ['list'] : []),
		...(shape.fields ? ['fields'] : []),
	];
	if (kinds(live).some((kind) => kinds(simulated).length > 0 && !kinds(simulated).includes(kind))) {
		return [{ path, kind: 'other' }];
	}
	const found: Difference[] = [];
	if (live.items && simulated.items) found.push(...differences(live.items, simulated.items, `${path}[]`));
	for (const [name, one] of live.fields ?? []) {
		const at = path === '' ? name : `${path}.${name}`;
		const known = simulated.fields?.get(name);
		if (known) found.push(...differences(one, known, at));
		else if (simulated.fields) found.push({ path: at, kind: 'unknown' });
	}
	for (const name of simulated.fields?.keys() ?? []) {
		if (live.fields && !live.fields.has(name)) {
			found.push({ path: path === '' ? name : `${path}.${name}`, kind: 'missing' });
		}
	}
	return found;
}

const isNothing = ({ types, items, fields }: Shape) => types.size === 0 && !items && !fields;
