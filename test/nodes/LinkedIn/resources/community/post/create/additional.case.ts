import { defineCase } from '../../../../../../cases';
import { sampleMp4 } from '../../../../../../simulator/sampleMedia';
import { itemWith } from '../../media/sent';
import { ACME, create, made } from './sent';

const MP4 = sampleMp4(4_194_304 + 1);

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'a button and its landing page',
			page: 'posts',
			about: 'contentCallToActionLabel',
			parameters: {
				author: ACME,
				text: 'Join us',
				additionalFields: {
					contentCallToActionLabel: 'SIGN_UP',
					contentLandingPage: 'https://example.com/join',
				},
			},
			wire: [
				create('Join us', {
					contentCallToActionLabel: 'SIGN_UP',
					contentLandingPage: 'https://example.com/join',
				}),
			],
			out: [made({ text: 'Join us' })],
		},
		{
			name: 'Markdown comes out as plain text, then escaped',
			page: 'littleText',
			parameters: {
				author: ACME,
				text: '# News\n\n- **one** (a_b)\n- [two](https://example.com/x_y)\n\n#jobs',
				additionalFields: { textIs: 'markdown', boldLetters: false },
			},
			wire: [create('News\n\n• one \\(a\\_b\\)\n• two \\(https://example.com/x\\_y\\)\n\n#jobs')],
			out: [made({ text: 'News\n\n• one (a_b)\n• two (https://example.com/x_y)\n\n#jobs' })],
		},
		{
			name: 'Bold letters leave addresses as they work, and of two definitions the first counts',
			page: 'littleText',
			parameters: {
				author: ACME,
				text: '**Ask ada@example.com** or [us][u]\n\n[u]: https://example.com\n[u]: https://example.org',
				additionalFields: { textIs: 'markdown', boldLetters: true },
			},
			wire: [create('𝗔𝘀𝗸 ada\\@example.com or us \\(https://example.com\\)')],
			out: [made({ text: '𝗔𝘀𝗸 ada@example.com or us (https://example.com)' })],
		},
		{
			name: 'Validate Only tells the final text, the target and the cost, and sends nothing',
			page: ['posts', 'videos'],
			behaviour: 'Rules of this package',
			items: [itemWith({ data: { bytes: MP4, fileName: 'a.mp4' } })],
			parameters: {
				author: ACME,
				contentType: 'video',
				text: '**Watch** (this)',
				options: { validateOnly: 'withoutCalls' },
				additionalFields: {
					textIs: 'markdown',
					firstComment: 'Link',
					targeting: { facet: [{ name: 'geoLocations', location: '103644278' }] },
				},
			},
			wire: [],
			out: [
				{
					valid: true,
					sent: false,
					operation: 'Post: Create',
					area: 'Posts',
					access: 'write',
					scopes: ['w_organization_social'],
					steps: [
						"Upload 1 video (2 calls, and 2 requests to LinkedIn's upload host)",
						'Wait until LinkedIn has processed it (at least 1 call)',
						'Publish the post as urn:li:organization:2414183',
						'Write the first comment',
					],
					calls: 7,
					request: {
						method: 'ACTION',
						path: '/rest/videos?action=initializeUpload',
						body: {
							initializeUploadRequest: {
								owner: 'urn:li:organization:2414183',
								fileSizeBytes: MP4.length,
								uploadCaptions: false,
								uploadThumbnail: false,
							},
						},
					},
					notice: 'Validate Only: nothing was sent to LinkedIn.',
					urn: null,
					url: null,
					author: 'urn:li:organization:2414183',
					text: 'Watch (this)',
					commentary: 'Watch \\(this\\)',
					length: 12,
					maxLength: 3000,
					visibility: 'PUBLIC',
					target: [{ geoLocations: ['urn:li:geo:103644278'] }],
					contentType: 'video',
					media: [
						{
							kind: 'video',
							binaryField: 'data',
							fileName: 'a.mp4',
							bytes: MP4.length,
							type: 'mp4',
							durationMs: 5312,
						},
					],
					callToAction: null,
					landingPage: null,
					firstComment: 'Link',
					callsByKind: { lookUps: 0, uploads: 2, files: 2, readiness: 1, post: 1, firstComment: 1 },
				},
			],
		},
	],
});
