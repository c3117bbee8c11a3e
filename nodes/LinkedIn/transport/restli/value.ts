/**
 * Everything Rest.li 2.0 can write into a path key or a query parameter: primitives, lists and records
 * (docs.protocolVersion). LinkedIn calls a record in a path a complex key. `null` can't be written: leave the member
 * out.
 */
export type RestliValue = string | number | boolean | RestliValue[] | { [key: string]: RestliValue };
