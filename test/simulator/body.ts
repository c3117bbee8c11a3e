import { z } from 'zod';
import { ApiError, badRequest, blankField, invalidValue, missingField } from './errors';
import { tooLong, unpermittedFields, wrongUrnType } from './errors';

/** A URN of one of the types, e.g. urn('person', 'organization'). */
export const urn = (...types: string[]) =>
	z.string().superRefine((value, context) => {
		const type = /^urn:li:([A-Za-z]+):(.+)$/s.exec(value)?.[1];
		if (type === undefined || !types.includes(type)) {
			context.addIssue({ code: 'custom', params: { urnTypes: types.join(' or ') }, message: value });
		}
	});

/**
 * Checks a body against a strict schema and reports errors in LinkedIn's words (docs.errors): null and unknown members
 * are 403, everything else is 400.
 * @throws ApiError
 */
export function readBody<Output>(schema: z.ZodType<Output, z.ZodTypeDef, unknown>, body: unknown): Output {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw badRequest('The body is a JSON object');
	}
	const nulls = nullPaths(body, '');
	if (nulls.length > 0) throw unpermittedFields(nulls);
	const result = schema.safeParse(body);
	if (result.success) return result.data;
	const unknown = result.error.issues.flatMap((issue) =>
		issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `/${[...issue.path, key].join('/')}`) : [],
	);
	if (unknown.length > 0) throw unpermittedFields(unknown);
	throw errorOf(result.error.issues[0], body);
}

function errorOf(issue: z.ZodIssue, body: object): ApiError {
	const field = issue.path.join('/');
	const value = issue.path.reduce<unknown>(
		(part, step) => (part as Record<string | number, unknown>)[step],
		body,
	);
	if (value === undefined) return missingField(field);
	if (issue.code === 'custom' && issue.params?.urnTypes) {
		return wrongUrnType(field, value, String(issue.params.urnTypes));
	}
	if (issue.code === 'too_small' && value === '') return blankField(field);
	if (issue.code === 'too_big' && typeof value === 'string') {
		return tooLong(field, value.length, Number(issue.maximum));
	}
	return invalidValue(field, typeof value === 'object' ? JSON.stringify(value) : value);
}

function nullPaths(value: unknown, path: string): string[] {
	if (value === null) return [path];
	if (typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, member]) => nullPaths(member, `${path}/${key}`));
}

const MEMBERS_OF_PATCH = ['$set', '$delete'];

/**
 * The patch of a PARTIAL_UPDATE (docs.methods).
 * @param under the member that contains `$set`, e.g. 'message' for comments; '' for the top level
 * @throws ApiError 400 for another form
 */
export function readPatch(body: unknown, under = ''): { set: Record<string, unknown>; remove: string[] } {
	const nulls = body === undefined ? [] : nullPaths(body, '');
	if (nulls.length > 0) throw unpermittedFields(nulls);
	const isRecord = (value: unknown): value is Record<string, unknown> =>
		typeof value === 'object' && value !== null && !Array.isArray(value);
	let patch = isRecord(body) ? body.patch : undefined;
	if (under !== '' && isRecord(patch)) {
		const others = Object.keys(patch).filter((name) => name !== under);
		if (others.length > 0) throw badRequest(`This patch has its $set under "${under}" only`);
		patch = patch[under];
	}
	if (!isRecord(patch)) throw badRequest(`The body is {"patch":{${under ? `"${under}":{` : ''}"$set":{…}}}`);
	if (isRecord(body) && Object.keys(body).length > 1) {
		throw unpermittedFields(
			Object.keys(body)
				.filter((name) => name !== 'patch')
				.map((name) => `/${name}`),
		);
	}
	const others = Object.keys(patch).filter((name) => !MEMBERS_OF_PATCH.includes(name));
	if (others.length > 0) throw unpermittedFields(others.map((name) => `/${name}`));
	const set = patch.$set ?? {};
	const remove = patch.$delete ?? [];
	if (!isRecord(set) || !Array.isArray(remove)) throw badRequest('$set is a record and $delete is a list');
	if (Object.keys(set).length === 0 && remove.length === 0) throw badRequest('The patch changes nothing');
	return { set, remove: remove.map(String) };
}
