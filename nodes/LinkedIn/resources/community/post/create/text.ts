import type { ContentKind } from './contentType';

/** A post with text only. */
export const text: ContentKind = {
	value: 'text',
	name: 'Text',
	fields: [],
	needsText: true,
	async prepare() {
		return { media: [], calls: {}, make: async () => ({ body: {}, media: [] }) };
	},
};
