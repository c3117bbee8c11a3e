import { create } from '../../../../../../../nodes/LinkedIn/resources/community/post/create';

/** What n8n's editor marks before anything is sent: what LinkedIn takes no such post without. */
test.each([
	['text', []],
	['image', []],
	['video', []],
	['document', ['Title']],
	['article', ['Link', 'Title']],
	['poll', ['Question', 'Answers']],
	['reshare', ['Post to Reshare']],
	['existing', ['Media']],
])('%s', (contentType, needed) => {
	const shown = create.fields.filter(({ displayOptions }) =>
		displayOptions?.show?.contentType?.includes(contentType),
	);
	expect(shown.filter(({ required }) => required).map(({ displayName }) => displayName)).toEqual(needed);
	const names = shown.map(({ name }) => name);
	expect([...new Set(names)]).toEqual(names);
});
