import { defineCase } from '../../../../../cases';
import { ACME, create, made } from './createdPost';

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'the same text again gives the existing post, and no second first comment',
			contract: '§3.1 422',
			given: (simulator) => ({
				twin: simulator.state.addPost({ author: '2414183', text: 'Hello (again)' }).urn,
			}),
			parameters: { author: ACME, text: 'Hello (again)', additionalFields: { firstComment: 'Link' } },
			wire: [create('Hello \\(again\\)')],
			out: [
				made({
					urn: '${twin}',
					url: 'https://www.linkedin.com/feed/update/${twin}',
					deduplicated: true,
					text: 'Hello (again)',
				}),
			],
		},
		{
			name: 'the same text again fails where On Duplicate says so',
			contract: '§3.1 422',
			given: (simulator) => ({
				twin: simulator.state.addPost({ author: '2414183', text: 'Hello' }).urn,
			}),
			parameters: { author: ACME, text: 'Hello', additionalFields: { onDuplicate: 'fail' } },
			wire: [create('Hello')],
			error: {
				message: expect.stringContaining('Content is a duplicate of urn:li:share:'),
				httpCode: '422',
			},
		},
		{
			name: 'two items with one text make one post',
			contract: '§3.1 422',
			items: [{ id: 1 }, { id: 2 }],
			parameters: { author: ACME, text: 'Twice' },
			wire: [create('Twice'), create('Twice')],
			out: [made({ text: 'Twice' }), made({ text: 'Twice', deduplicated: true })],
		},
	],
});
