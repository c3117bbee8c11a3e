import type { OperationCase } from '../../../../../cases';
import { threadOfAcme } from './thread';
import { ACME, ACME_URN, comment, create, ME } from './written';

const IMAGE = 'urn:li:image:C552CAQGu16obsGZENQ';

/** Cases of comment:create with a picture or mentions. */
export const besideText: OperationCase[] = [
	{
		name: 'with a picture that was uploaded for the page',
		page: 'comments',
		about: 'content',
		given: (simulator) => {
			simulator.state.media.add({ kind: 'image', id: 'C552CAQGu16obsGZENQ', owner: ACME_URN });
			return threadOfAcme(simulator);
		},
		parameters: {
			targetPost: '${activity}',
			actor: ACME,
			text: 'Look',
			additionalFields: { image: IMAGE },
		},
		wire: [
			{
				...create,
				body: {
					actor: ACME_URN,
					object: '${activity}',
					message: { text: 'Look' },
					content: [{ entity: { image: IMAGE } }],
				},
			},
		],
		out: [comment(ACME_URN, 'Look')],
	},
	{
		name: 'mentions a person and a page: plain text without the @, offsets in UTF-16 units',
		page: 'comments',
		behaviour: 'Mentions in comments',
		given: threadOfAcme,
		parameters: {
			targetPost: '${activity}',
			actor: ACME,
			text: '🎉 @Cleo Lindqvist, ask Globex (us)!',
			additionalFields: {
				mentions: {
					mention: [
						{ name: 'Globex', who: { __rl: true, mode: 'id', value: '5583111' } },
						{
							name: 'Cleo Lindqvist',
							who: { __rl: true, mode: 'list', value: 'urn:li:person:cLeO55wQz0' },
						},
					],
				},
			},
		},
		wire: [
			{
				...create,
				body: {
					actor: ACME_URN,
					object: '${activity}',
					message: {
						text: '🎉 Cleo Lindqvist, ask Globex (us)!',
						attributes: [
							{ start: 3, length: 14, value: { person: { person: 'urn:li:person:cLeO55wQz0' } } },
							{
								start: 23,
								length: 6,
								value: { organization: { organization: 'urn:li:organization:5583111' } },
							},
						],
					},
				},
			},
		],
		out: [comment(ACME_URN, '🎉 Cleo Lindqvist, ask Globex (us)!')],
	},
	{
		name: 'a self-serve mention has the form of the unversioned resource',
		page: 'comments',
		behaviour: 'Mentions in comments',
		given: threadOfAcme,
		app: 'self-serve-app',
		member: 'bob',
		scopes: ['openid', 'profile', 'w_member_social'],
		parameters: {
			targetPost: '${activity}',
			actor: ME,
			text: 'Thanks Acme Corp',
			additionalFields: {
				mentions: { mention: [{ name: 'Acme Corp', who: { __rl: true, mode: 'id', value: ACME_URN } }] },
			},
		},
		wire: [
			{
				method: 'POST',
				url: '/v2/socialActions/${activity}/comments',
				restliMethod: 'CREATE',
				body: {
					actor: 'urn:li:person:Bob-4kd_91x',
					object: '${activity}',
					message: {
						text: 'Thanks Acme Corp',
						attributes: [
							{
								start: 7,
								length: 9,
								value: { 'com.linkedin.common.CompanyAttributedEntity': { company: ACME_URN } },
							},
						],
					},
				},
			},
		],
		out: [comment('urn:li:person:Bob-4kd_91x', 'Thanks Acme Corp')],
	},
	{
		name: 'a mention whose name is not in the text is refused without a call',
		page: 'comments',
		given: threadOfAcme,
		parameters: {
			targetPost: '${activity}',
			actor: ACME,
			text: 'Hello Adam',
			additionalFields: {
				mentions: { mention: [{ name: 'Ada', who: { __rl: true, mode: 'id', value: 'urn:li:person:x' } }] },
			},
		},
		wire: [],
		error: { message: expect.stringContaining(`doesn't contain "Ada"`) },
	},
	{
		name: 'a picture that is not an image URN is refused without a call',
		page: 'comments',
		given: threadOfAcme,
		parameters: {
			targetPost: '${activity}',
			actor: ACME,
			text: 'Look',
			additionalFields: { image: 'https://example.com/cat.png' },
		},
		wire: [],
		error: {
			message: expect.stringContaining('is not an image URN'),
			description: expect.stringContaining('Upload the image first'),
		},
	},
];
