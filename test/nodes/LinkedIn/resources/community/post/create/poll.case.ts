import { defineCase } from '../../../../../../cases';
import { ACME, create, made } from './sent';

const asked = (options: string[], duration: string) => ({
	content: {
		poll: {
			question: 'Tabs, or spaces?',
			options: options.map((text) => ({ text })),
			settings: { duration },
		},
	},
});
const isPoll = {
	urn: expect.stringMatching(/^urn:li:ugcPost:/),
	url: expect.stringMatching(/urn:li:ugcPost:/),
	contentType: 'poll',
};

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'a poll, its answers on lines of their own',
			page: 'polls',
			parameters: {
				author: ACME,
				contentType: 'poll',
				text: 'Vote!',
				pollQuestion: 'Tabs, or spaces?',
				pollOptions: 'Tabs\nSpaces, four\n\nBoth',
				pollDuration: 'SEVEN_DAYS',
			},
			wire: [create('Vote!', asked(['Tabs', 'Spaces, four', 'Both'], 'SEVEN_DAYS'))],
			out: [made({ ...isPoll, text: 'Vote!' })],
		},
		{
			name: 'a poll, its answers as a list from an expression, for the default of three days',
			page: 'polls',
			items: [{ answers: ['Tabs', 'Spaces'] }],
			parameters: {
				author: ACME,
				contentType: 'poll',
				text: 'Vote!',
				pollQuestion: 'Tabs, or spaces?',
				pollOptions: '={{ $json.answers }}',
			},
			wire: [create('Vote!', asked(['Tabs', 'Spaces'], 'THREE_DAYS'))],
			out: [made({ ...isPoll, text: 'Vote!' })],
		},
	],
});
