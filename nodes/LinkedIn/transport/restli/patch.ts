/** The body of a PARTIAL_UPDATE. */
export type Patch = {
	patch: Record<string, unknown>;
};

/**
 * Builds the body of a PARTIAL_UPDATE (docs.methods).
 *
 * @param set new values by field; undefined ones are left out because LinkedIn rejects what it can't read
 * @param remove names of fields to clear
 * @param under the field that nests the patch, as in comments (docs.comments): `message` gives
 * `{"patch":{"message":{"$set":{…}}}}`
 */
export function patch(set: Record<string, unknown>, remove: string[] = [], under?: string): Patch {
	const values = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
	const changes = {
		...(Object.keys(values).length > 0 ? { $set: values } : {}),
		...(remove.length > 0 ? { $delete: remove } : {}),
	};
	return { patch: under === undefined ? changes : { [under]: changes } };
}
