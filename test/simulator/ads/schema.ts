import { z } from 'zod';
import { inputRefused, missing, notAllowed, wrong, type InputFault } from './errors';

/** Amounts are text with a currency (docs.campaigns). */
export const money = z
	.object({ amount: z.string().regex(/^\d+(\.\d+)?$/), currencyCode: z.string().regex(/^[A-Z]{3}$/) })
	.strict();

export const urnOf = (...types: string[]) => z.string().regex(new RegExp(`^urn:li:(${types.join('|')}):.+$`));

/** Epoch milliseconds. */
export const moment = z.number().int().positive();

export const schedule = z.object({ start: moment, end: moment.optional() }).strict();

export type Entity = Record<string, unknown>;

/**
 * Checks an entity against a strict schema and the further rules, reporting all errors at once.
 * @throws ApiError in the error schema of ads resources
 */
export function readEntity<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	body: unknown,
	rules: (entity: Output) => InputFault[] = () => [],
): Output {
	const result = schema.safeParse(body ?? {});
	const faults = result.success
		? rules(result.data)
		: result.error.issues.flatMap((issue) => faultsOf(issue, body));
	if (faults.length > 0) throw inputRefused(faults);
	return result.data as Output;
}

function faultsOf(issue: z.ZodIssue, body: unknown): InputFault[] {
	const path = `/${issue.path.join('/')}`;
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => notAllowed(path === '/' ? `/${key}` : `${path}/${key}`));
	}
	const value = issue.path.reduce<unknown>((part, step) => (part as Entity | undefined)?.[step], body);
	if (value === undefined) return [missing(path)];
	if (issue.code === 'too_big' && typeof value === 'string') {
		return [
			{
				code: 'FIELD_LENGTH_TOO_LONG',
				description: `${path} length ${value.length} can't exceed maximum ${issue.maximum} length`,
				fieldPath: path,
			},
		];
	}
	return [wrong(path, value)];
}
