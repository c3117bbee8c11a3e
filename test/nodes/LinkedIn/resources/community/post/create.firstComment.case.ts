import { defineCase } from '../../../../../cases';
import { ACME, BOB, create, made, ME, SELF_SERVE } from './createdPost';

/** The comment that goes out under the post just made. */
const firstComment = (actor: string, text: string, base = 'rest') => ({
	method: 'POST' as const,
	url: expect.stringMatching(
		new RegExp(`^/${base}/socialActions/urn%3Ali%3Ashare%3A\\d+/comments$`),
	) as string,
	restliMethod: 'CREATE',
	body: { actor, object: expect.stringMatching(/^urn:li:share:\d+$/), message: { text } },
});

const written = {
	urn: expect.stringMatching(/^urn:li:comment:\(urn:li:activity:\d+,\d+\)$/),
	error: null,
};

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'a first comment by the same page, plain text',
			contract: '§3.1, §5.1',
			parameters: { author: ACME, text: 'Hello', additionalFields: { firstComment: 'Link: (here)' } },
			wire: [create('Hello'), firstComment('urn:li:organization:2414183', 'Link: (here)')],
			out: [made({ text: 'Hello', firstComment: written })],
		},
		{
			name: 'a first comment waits out the time in which LinkedIn does not find the post yet',
			contract: '§5.1, §11.1 404',
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
			contract: '§2.9 "self-serve reality"',
			...SELF_SERVE,
			parameters: { author: ME, text: 'Hello', additionalFields: { firstComment: 'Link' } },
			wire: [create('Hello', { author: BOB }), firstComment(BOB, 'Link', 'v2')],
			out: [made({ author: BOB, text: 'Hello', firstComment: written })],
		},
		{
			name: 'a first comment that is refused does not make the post fail',
			contract: '§5.1',
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
	],
});
