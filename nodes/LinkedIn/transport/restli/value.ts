/**
 * Everything Rest.li 2.0 can write into a path key or a query parameter: primitives, lists and records
 * (docs.protocolVersion). A record is also what LinkedIn calls a complex key. `null` has no form on the wire:
 * leave the member out.
 */
export type RestliValue = string | number | boolean | RestliValue[] | { [key: string]: RestliValue };
