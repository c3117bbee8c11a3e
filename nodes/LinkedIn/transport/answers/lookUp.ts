/**
 * The entry of a table for a name from a user or from LinkedIn. Inherited names such as `constructor` don't count as
 * entries.
 */
export function lookUp<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
	return Object.hasOwn(table, name) ? table[name] : undefined;
}
