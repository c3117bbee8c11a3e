/**
 * Reading one entity of LinkedIn's by what the node needs of it. LinkedIn sends null where a field may be missing, and
 * fields of other types than its pages name, so an entity is lost only where nothing tells what it is.
 */
import { z } from 'zod';

export type Entity = Record<string, unknown>;

/** Members of a schema for readEntity. */
export const optionalText = z.string().optional();
export const optionalFlag = z.boolean().optional();

type Path = ReadonlyArray<string | number>;

/** Each round takes away what the one before laid bare; no schema here is as deep. */
const MOST_ROUNDS = 12;

export function isEntity(value: unknown): value is Entity {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A member that is null or of another type counts as absent, at any depth; of a list that entry alone. Where the
 * schema cannot do without it, the object that holds it counts as absent.
 * @param schema optional members for all that may be missing; it must not catch what is wrong by itself
 * @returns undefined for what is no object, or lacks what the schema cannot do without; never throws
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

/** As much of a path as leads to something: the member itself, or what holds it where the member is missing. */
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

/** A copy without the members that the paths lead to; parts that no path enters are shared. */
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
