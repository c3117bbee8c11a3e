/** Reads what a field holds for one item. @param fallback where it holds nothing */
export type Parameter = <T>(name: string, fallback?: T) => T;
