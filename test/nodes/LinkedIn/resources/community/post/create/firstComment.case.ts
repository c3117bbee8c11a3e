import { defineCase } from '../../../../../../cases';
import { ACME, BOB, create, firstComment, made, ME, readPost, SELF_SERVE, written } from './sent';

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'a first comment by the same page, plain text',
			page: ['posts', 'comments'],
			parameters: { author: ACME, text: 'Hello', additionalFields: { firstComment: 'Link: (here)' } },
			wire: [create('Hello'), firstComment('urn:li:organization:2414183', 'Link: (here)')],
			out: [made({ text: 'Hello', firstComment: written })],
		},
		{
			name: 'a first comment waits out the time in which LinkedIn does not find the post yet',
			page: ['comments', 'errors'],
			about: '404',
			given: (simulator) => {
				simulator.state.commentRaceMs = 400;
				return {};
			},
			parameters: { author: ACME, text: 'Hello', additionalFields: { firstComment: 'Link' } },
			wire: [
				create('Hello'),
				firstComment('urn:li:organization:2414183', 'Link'),
				firstComment('urn:li:organization:2414183', 'Link'),
			],
			out: [made({ text: 'Hello', firstComment: written })],
		},
		{
			name: 'a first comment of a self-serve member goes over the unversioned resource',
			page: 'posts',
			behaviour: 'Share on LinkedIn alone',
			...SELF_SERVE,
			parameters: { author: ME, text: 'Hello', additionalFields: { firstComment: 'Link' } },
			wire: [create('Hello', { author: BOB }), firstComment(BOB, 'Link', 'v2')],
			out: [made({ author: BOB, text: 'Hello', firstComment: written })],
		},
		{
			name: 'a first comment that is refused does not make the post fail',
			page: 'comments',
			given: (simulator) => {
				simulator.faults.add({
					match: { path: /\/comments$/ },
					effect: {
						status: 403,
						body: {
							status: 403,
							serviceErrorCode: 100,
							code: 'ACCESS_DENIED',
							message: 'Not enough permissions to access: partnerApiSocialActions.CREATE.20260901',
						},
					},
				});
				return {};
			},
			parameters: { author: ACME, text: 'Hello', additionalFields: { firstComment: 'Link' } },
			wire: [create('Hello'), firstComment('urn:li:organization:2414183', 'Link')],
			out: [
				made({
					text: 'Hello',
					firstComment: { urn: null, error: expect.stringContaining('partnerApiSocialActions.CREATE') },
				}),
			],
		},
		{
			name: 'the same text again gives the existing post, and no second first comment',
			page: 'posts',
			about: '422',
			given: (simulator) => ({
				twin: simulator.state.addPost({ author: '2414183', text: 'Hello (again)' }).urn,
			}),
			parameters: { author: ACME, text: 'Hello (again)', additionalFields: { firstComment: 'Link' } },
			wire: [create('Hello \\(again\\)'), readPost('${twin}')],
			out: [
				made({
					urn: '${twin}',
					url: 'https://www.linkedin.com/feed/update/${twin}',
					deduplicated: true,
					text: 'Hello (again)',
					notice: expect.stringMatching(/^Nothing was published.*The first comment wasn't written\./),
				}),
			],
		},
	],
});
