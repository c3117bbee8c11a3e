import { defineCase } from '../../../../../cases';
import { lookForActivity, postOfAcme } from './postsOfAcme';

const update = (set: object) => ({
	method: 'POST' as const,
	url: '/rest/posts/${post}',
	restliMethod: 'PARTIAL_UPDATE',
	version: '202609',
	body: { patch: { $set: set } },
});

const updated = {
	urn: '${post}',
	url: 'https://www.linkedin.com/feed/update/${post}',
	updated: true,
};

export default defineCase({
	operation: 'post:update',
	cases: [
		{
			name: 'a new text is little text',
			page: ['posts', 'littleText'],
			given: postOfAcme,
			parameters: { post: '${post}', updateFields: { text: 'Now (really) #hiring' } },
			wire: [update({ commentary: 'Now \\(really\\) #hiring' })],
			out: [{ ...updated, text: 'Now (really) #hiring' }],
		},
		{
			name: 'a new text with a mention',
			page: ['posts', 'littleText'],
			given: postOfAcme,
			parameters: {
				post: 'https://www.linkedin.com/feed/update/${post}/',
				updateFields: {
					text: 'By Acme Corp',
					mentions: { mention: [{ name: 'Acme Corp', urn: 'https://www.linkedin.com/company/2414183' }] },
				},
			},
			wire: [update({ commentary: 'By @[Acme Corp](urn:li:organization:2414183)' })],
			out: [{ ...updated, text: 'By @[Acme Corp](urn:li:organization:2414183)' }],
		},
		{
			name: 'button and landing page, without touching the text',
			page: 'posts',
			given: postOfAcme,
			parameters: {
				post: '${post}',
				updateFields: {
					contentCallToActionLabel: 'LEARN_MORE',
					contentLandingPage: 'https://example.com',
				},
			},
			wire: [update({ contentCallToActionLabel: 'LEARN_MORE', contentLandingPage: 'https://example.com' })],
			out: [
				{
					...updated,
					contentCallToActionLabel: 'LEARN_MORE',
					contentLandingPage: 'https://example.com',
				},
			],
		},
		{
			name: 'an activity is tried once, then its post is found',
			page: ['posts', 'socialMetadata'],
			behaviour: 'Ids of a post',
			given: postOfAcme,
			parameters: { post: '${activityId}', updateFields: { text: 'New' } },
			wire: [
				{ ...update({ commentary: 'New' }), url: '/rest/posts/${activity}' },
				...lookForActivity,
				update({ commentary: 'New' }),
			],
			out: [{ ...updated, text: 'New' }],
		},
		{
			name: 'a post that is gone cannot be updated',
			page: ['posts', 'errors'],
			given: (simulator) => {
				const names = postOfAcme(simulator);
				simulator.state.deletePost(String(names.post));
				return names;
			},
			parameters: { post: '${post}', updateFields: { text: 'New' } },
			wire: [update({ commentary: 'New' })],
			error: { httpCode: '404' },
		},
	],
});
