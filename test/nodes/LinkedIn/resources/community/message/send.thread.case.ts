import { defineCase } from '../../../../../cases';

/** An answer in a conversation, and what a message has beside its text (docs.messages). */

const partner = { app: 'partner-app' };

const CLEO = 'urn:li:person:cLeO55wQz0';
const THREAD = 'urn:li:messagingThread:6446595445958545408';

export default defineCase({
	operation: 'message:send',
	cases: [
		{
			name: 'an answer in a conversation, with a type and attachments in both spellings',
			page: 'messages',
			...partner,
			parameters: {
				recipients: '',
				text: 'Hello',
				additionalFields: {
					thread: THREAD,
					messageType: 'MEMBER_TO_MEMBER',
					attachments: 'urn:li:digitalmediaAsset:A1, urn:li:digitalMediaAsset:B2',
				},
			},
			wire: [
				{
					method: 'POST',
					url: '/v2/messages',
					restliMethod: 'CREATE',
					version: undefined,
					body: {
						thread: THREAD,
						body: 'Hello',
						messageType: 'MEMBER_TO_MEMBER',
						attachments: ['urn:li:digitalmediaAsset:A1', 'urn:li:digitalMediaAsset:B2'],
					},
				},
			],
			out: [
				{
					urn: null,
					id: expect.stringMatching(/^[\w-]+$/),
					recipient: null,
					thread: THREAD,
					sent: true,
					sentAt: expect.stringMatching(/^\d{4}-.*Z$/),
					status: null,
					reason: null,
					retryAt: null,
				},
			],
		},
		...[
			{
				name: 'neither recipients nor a thread',
				parameters: {},
				message: 'Recipients is empty',
			},
			{
				name: 'recipients and a thread',
				parameters: { recipients: CLEO, additionalFields: { thread: THREAD } },
				message: expect.stringContaining("Recipients can't be used together with Thread"),
			},
			{
				name: 'a subject and a thread',
				parameters: { subject: 'S', additionalFields: { thread: THREAD } },
				message: expect.stringContaining("Subject can't be used together with Thread"),
			},
			{
				name: 'a thread that is a person',
				parameters: { additionalFields: { thread: CLEO } },
				message: `Thread: "${CLEO}" can't be used`,
			},
			{
				name: 'an attachment that is an image',
				parameters: { recipients: CLEO, additionalFields: { attachments: 'urn:li:image:1' } },
				message: 'Attachments: "urn:li:image:1" can\'t be used',
			},
		].map(({ name, parameters, message }) => ({
			name: `${name}: refused without a call`,
			page: 'messages' as const,
			...partner,
			parameters: { recipients: '', text: 'Hello', ...parameters },
			wire: [],
			error: { message },
		})),
	],
});
