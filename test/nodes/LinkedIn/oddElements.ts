/** Ways to spoil one of LinkedIn's elements, based on a valid one. */

export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values that aren't entities. */
export const NO_ENTITIES: unknown[] = [null, 'x', 7, true, []];

/** A value of another type. */
const otherType = (value: unknown): unknown => {
	if (typeof value === 'string') return { x: 1 };
	return isJson(value) ? 7 : 'x';
};

/** A copy with each of its values changed, at any depth. */
function deep(value: unknown, change: (leaf: unknown) => unknown): unknown {
	if (Array.isArray(value)) return value.map((inner) => deep(inner, change));
	if (!isJson(value)) return change(value);
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner, change)]));
}

export interface Spoilt {
	how: string;
	elements: Json[];
}

/** Copies of a valid element in which each of its members, and then all of them at once, are spoilt in several ways. */
export function spoilt(element: Json): Spoilt[] {
	const members = Object.entries(element);
	const each = (change: (value: unknown) => unknown) =>
		Object.fromEntries(members.map(([key, value]) => [key, change(value)]));
	return [
		...members.map(([key, value]) => ({
			how: `${key} is null, of another type, or holds null`,
			elements: [
				{ ...element, [key]: null },
				{ ...element, [key]: otherType(value) },
				...(typeof value === 'object' ? [{ ...element, [key]: deep(value, () => null) }] : []),
			],
		})),
		{
			how: 'all is null, of other types, beside null, or numbers beyond all dates',
			elements: [
				{},
				each(() => null),
				each((value) => deep(value, () => null)),
				each((value) => deep(value, otherType)),
				each((value) => deep(value, (leaf) => (typeof leaf === 'number' ? 1e20 : leaf))),
				each((value) => (Array.isArray(value) ? [null, ...value] : value)),
			],
		},
	];
}
