/** JSON Schema of what an operation outputs, made from items that it did output. */
import type { IDataObject } from 'n8n-workflow';

export interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	additionalProperties?: true;
	/** n8n's own schemas have one too. */
	version?: number;
}

/** Everything that one place of the items was seen to be. */
interface Seen {
	types: Set<string>;
	properties: Map<string, Seen>;
	/** Of all elements of all lists. */
	items?: Seen;
}

const unseen = (): Seen => ({ types: new Set(), properties: new Map() });

/**
 * @param items of all cases, in their simplified form
 * @param isOpen whether the user chooses what the items contain
 */
export function outputSchema(items: IDataObject[], isOpen: boolean): Schema {
	const seen = unseen();
	const isMissing = (item: IDataObject) => item.found === false;
	const usualFirst = [...items.filter((item) => !isMissing(item)), ...items.filter(isMissing)];
	for (const item of usualFirst) look(seen, item);
	const properties = propertiesOf(seen);
	return { type: 'object', properties, ...(isOpen && { additionalProperties: true }), version: 1 };
}

function look(seen: Seen, value: unknown): void {
	seen.types.add(typeOf(value));
	if (Array.isArray(value)) {
		for (const element of value) look((seen.items ??= unseen()), element);
	} else if (typeof value === 'object' && value !== null) {
		placeNew(seen.properties, Object.keys(value));
		for (const [name, inner] of Object.entries(value)) look(seen.properties.get(name) as Seen, inner);
	}
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

/** A property that earlier items lack goes before the one that follows it, so that columns keep their order. */
function placeNew(properties: Map<string, Seen>, names: string[]): void {
	if (names.every((name) => properties.has(name))) return;
	const order = [...properties.keys()];
	for (const [index, name] of names.entries()) {
		if (order.includes(name)) continue;
		const next = names.slice(index + 1).find((later) => order.includes(later));
		order.splice(next === undefined ? order.length : order.indexOf(next), 0, name);
	}
	const known = new Map(properties);
	properties.clear();
	for (const name of order) properties.set(name, known.get(name) ?? unseen());
}

/** Objects whose keys are the user's or LinkedIn's data: questions of a form, hidden fields, facets. */
export const KEYED_BY_DATA = ['answers', 'choices', 'hiddenFields', 'targetingCriteria'];

const propertiesOf = ({ properties }: Seen) =>
	Object.fromEntries(
		[...properties].map(([name, inner]) => [
			name,
			KEYED_BY_DATA.includes(name)
				? { type: 'object', additionalProperties: true as const }
				: schemaOf(inner),
		]),
	);

function schemaOf(seen: Seen): Schema {
	return {
		...typesOf(seen),
		...(seen.properties.size > 0 && { properties: propertiesOf(seen) }),
		...(seen.items && { items: schemaOf(seen.items) }),
	};
}

/**
 * The editor names the first type, so that of the usual items is first and null last. It lists what is in an object or a list only if that is the only
 * type, so there null is left out.
 */
function typesOf({ types }: Seen): Schema {
	const named = [...types].filter((type) => type !== 'null');
	if (named.length === 0) return { type: 'null' };
	const isNullable = types.has('null') && !['object', 'array'].includes(named[0]);
	const all = isNullable ? [...named, 'null'] : named;
	return { type: all.length === 1 ? all[0] : all };
}

/** As Prettier has it: a list of types stands in one line. */
export function schemaText(schema: Schema): string {
	const text = JSON.stringify(schema, null, 2);
	return `${text.replace(/\[\s+("[a-z]+"(?:,\s+"[a-z]+")*)\s+\]/g, (_list, types: string) => `[${types.replace(/\s+/g, ' ')}]`)}\n`;
}
