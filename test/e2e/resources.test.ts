import { type World, OAUTH_CREDENTIAL, credentialData, startWorld } from '../host/world';
import { act, byId } from './action';

jest.setTimeout(300_000);

const PAGE = '2414183';

let world: World;
let post: { urn: string; activity: string };

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	post = world.simulator.state.addPost({ author: PAGE, text: 'Look at this' });
	world.simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'I do' });
});
afterAll(async () => await world?.close());

interface Row {
	resource: string;
	operation: string;
	/** The node's other fields, once the post exists. */
	fields?: () => Record<string, unknown>;
	/** The first output item. */
	item: Record<string, unknown>;
}

const page = () => byId(PAGE);

/** One operation of each resource; every other one runs in the engine tests. */
const ROWS: Row[] = [
	{
		resource: 'analytics',
		operation: 'getShareStatistics',
		fields: () => ({ organization: page(), posts: post.urn }),
		item: { urn: expect.stringMatching(/^urn:li:share:/) },
	},
	{
		resource: 'api',
		operation: 'call',
		fields: () => ({ method: 'GET', path: '/rest/posts/{post}', keys: { post: post.urn } }),
		item: { status: 200, body: expect.objectContaining({ author: `urn:li:organization:${PAGE}` }) },
	},
	{
		resource: 'comment',
		operation: 'getMany',
		fields: () => ({ entity: post.urn }),
		item: { text: 'I do' },
	},
	{
		resource: 'engagement',
		operation: 'get',
		fields: () => ({ entities: post.urn }),
		item: { urn: expect.stringMatching(/^urn:li:share:/) },
	},
	{
		resource: 'legacyPost',
		operation: 'get',
		fields: () => ({ post: post.urn }),
		item: { text: 'Look at this' },
	},
	{
		resource: 'media',
		operation: 'get',
		fields: () => ({
			media: world.simulator.state.media.add({ kind: 'image', owner: `urn:li:organization:${PAGE}` }).urn,
		}),
		item: { status: 'AVAILABLE' },
	},
	{
		resource: 'organization',
		operation: 'getFollowerCount',
		fields: () => ({ page: page() }),
		item: { urn: `urn:li:organization:${PAGE}` },
	},
	{ resource: 'post', operation: 'get', fields: () => ({ post: post.urn }), item: { text: 'Look at this' } },
	{
		resource: 'profile',
		operation: 'checkAccess',
		item: { token: expect.objectContaining({ state: 'active' }), refused: [] },
	},
	{
		resource: 'reaction',
		operation: 'create',
		fields: () => ({ entity: post.urn, reactor: page(), reactionType: 'PRAISE' }),
		item: { outcome: 'created' },
	},
];

describe('each resource in a real n8n', () => {
	it.each(ROWS)('$resource: $operation', async ({ resource, operation, fields, item }) => {
		const run = await act(world, { parameters: { resource, operation, ...fields?.() } });
		expect(run.error).toBeUndefined();
		expect(run.items('LinkedIn')[0]).toMatchObject(item);
	});

	it('message: send, over an app of a partner', async () => {
		const partner = await world.rest.createCredential(OAUTH_CREDENTIAL, 'Partner', {
			...credentialData(world.simulator.url),
			clientId: 'partner-app',
			clientSecret: 'partner-secret',
			appHas: 'selfServe',
		});
		await world.rest.connect(partner.id);
		const cleo = `urn:li:person:${world.simulator.state.member('cleo')?.personId}`;
		const run = await act(world, {
			credential: partner,
			parameters: {
				resource: 'message',
				operation: 'send',
				recipients: cleo,
				subject: 'Hello',
				text: 'Hello Cleo, about your question',
			},
		});
		expect(run.error).toBeUndefined();
		expect(run.items('LinkedIn')[0]).toMatchObject({ sent: true });
	});
});
