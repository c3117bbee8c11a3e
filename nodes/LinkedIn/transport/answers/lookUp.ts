/**
 * What a table has under a name that came from a user or from LinkedIn. A name such as `constructor`, which every object
 * inherits, is in no table.
 */
export function lookUp<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
	return Object.hasOwn(table, name) ? table[name] : undefined;
}
