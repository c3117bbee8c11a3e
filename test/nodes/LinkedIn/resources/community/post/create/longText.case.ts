import { defineCase } from '../../../../../../cases';
import { ACME, create, firstComment, made } from './sent';

const PAGE = 'urn:li:organization:2414183';
/** As long as a post can be, with a number of its part. */
const FIRST = `${'a'.repeat(2_979)}. That is it.`;
const SECOND = 'And (more).';

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'a text that is too long continues in a comment, which is plain text',
			page: ['posts', 'comments'],
			behaviour: 'Long text',
			parameters: {
				author: ACME,
				text: `${FIRST} ${SECOND}`,
				additionalFields: { longText: 'comments' },
			},
			wire: [
				{
					method: 'GET',
					url: `/rest/posts?q=author&author=${encodeURIComponent(PAGE)}&count=10&sortBy=CREATED`,
					restliMethod: 'FINDER',
				},
				create(`${FIRST} \\(1/2\\)`),
				firstComment(PAGE, `(2/2) ${SECOND}`),
			],
			out: [
				made({
					text: `${FIRST} (1/2)`,
					continuedIn: [expect.stringMatching(/^urn:li:comment:\(urn:li:activity:\d+,\d+\)$/)],
				}),
			],
		},
		{
			name: 'a text that fits stays whole, whatever the choice',
			page: 'posts',
			parameters: { author: ACME, text: SECOND, additionalFields: { longText: 'comments' } },
			wire: [create('And \\(more\\).')],
			out: [made({ text: SECOND })],
		},
	],
});
