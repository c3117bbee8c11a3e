import type { ContentKind } from './contentType';

/** A post of words alone. */
export const text: ContentKind = {
	value: 'text',
	name: 'Text',
	fields: [],
	needsText: true,
	async prepare() {
		return { media: [], calls: {}, make: async () => ({ body: {}, media: [] }) };
	},
};
