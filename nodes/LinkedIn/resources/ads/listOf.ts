import { z } from 'zod';

/** Elements of a list of LinkedIn's. One of another shape is left out; what is no list counts as empty. */
export const listOf = <T extends z.ZodTypeAny>(element: T) =>
	z
		.array(z.unknown())
		.catch([])
		.default([])
		.transform((all) =>
			all.flatMap((one) => (element.safeParse(one).data ?? []) as z.output<T>[] | z.output<T>),
		);
