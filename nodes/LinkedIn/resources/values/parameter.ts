/** Reads a field's value for one item. @param fallback if it has none */
export type Parameter = <T>(name: string, fallback?: T) => T;
