/**
 * Reads those members of an entity that the node needs. LinkedIn sends null where a field may be missing, and other
 * types than documented, so an entity is lost only if nothing identifies it.
 */
import { z } from 'zod';

export type Entity = Record<string, unknown>;

/** Members of a schema for readEntity. */
export const optionalText = z.string().optional();
export const optionalFlag = z.boolean().optional();

type Path = ReadonlyArray<string | number>;

/** Each round removes what the previous one uncovered; no schema here is nested deeper. */
const MOST_ROUNDS = 12;

export function isEntity(value: unknown): value is Entity {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A member that is null or of another type counts as absent, at any depth; in a list, only that entry. If the schema
 * requires the member, the object that contains it counts as absent.
 * @param schema optional members for everything that may be missing; it must not catch errors itself
 * @returns undefined if it isn't an object or a required member is missing; never throws
 */
export function readEntity<S extends z.ZodTypeAny>(schema: S, value: unknown): z.output<S> | undefined {
	if (!isEntity(value)) return undefined;
	let rest: unknown = value;
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const read = schema.safeParse(rest);
		if (read.success) return read.data as z.output<S>;
		const wrong = read.error.issues.map(({ path }) => presentPart(rest, path));
		if (wrong.some((path) => path.length === 0)) return undefined;
		rest = without(rest, wrong);
	}
	return undefined;
}

/** The part of a path that exists: up to the member, or up to its parent if it's missing. */
function presentPart(value: unknown, path: Path): Path {
	let inner = value;
	for (let depth = 0; depth < path.length; depth += 1) {
		if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, path[depth])) {
			return path.slice(0, depth);
		}
		inner = (inner as Record<string | number, unknown>)[path[depth]];
	}
	return path;
}

/** A copy without the members at these paths; untouched parts are shared. */
function without(value: unknown, paths: Path[]): unknown {
	const below = new Map<string, Path[]>();
	for (const [key, ...rest] of paths) {
		const known = below.get(String(key));
		if (known) known.push(rest);
		else below.set(String(key), [rest]);
	}
	const kept = ([key, inner]: [string, unknown]): Array<[string, unknown]> => {
		const here = below.get(key);
		if (!here) return [[key, inner]];
		return here.some((rest) => rest.length === 0) ? [] : [[key, without(inner, here)]];
	};
	const entries = Object.entries(value as object).flatMap(kept);
	return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
