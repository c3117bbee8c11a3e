import { faults } from '../simulator';
import { OAUTH_CREDENTIAL, type World, credentialData, startWorld } from '../host/world';
import { type Action, act, createPost } from './action';

jest.setTimeout(300_000);

let world: World;

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	world.simulator.state.addApp({ ...SHARE_ONLY, products: ['share'], redirectUris: [/./] });
});
afterAll(async () => await world?.close());

interface Row {
	name: string;
	parameters?: Action['parameters'];
	/** Differing fields of the credential's form; `none` for no credential at all. */
	credential?: 'none' | { connected: boolean; data: Record<string, unknown> };
	/** What the error and what its advice say; n8n's own has none. */
	message: RegExp;
	advice?: RegExp;
	/** Maximum requests to LinkedIn; none by default. */
	requests?: number;
}

const CLOSED_PORT = 'http://127.0.0.1:9';

/** A separate app: another set of scopes on the same app would revoke the connected credential's token. */
const SHARE_ONLY = { clientId: 'share-app', clientSecret: 'share-secret' };

const ROWS: Row[] = [
	{ name: 'no credential', credential: 'none', message: /does not have any credentials set$/ },
	{
		name: 'a credential that was never connected',
		credential: { connected: false, data: {} },
		message: /not connected yet/,
		advice: /press Connect/,
	},
	{
		name: 'a scope that was not granted',
		credential: { connected: true, data: { ...SHARE_ONLY, appHas: 'choose', products: ['share'] } },
		message: /^This connection lacks the scope w_organization_social$/,
		advice:
			/^Add the product Advertising API .* Or make a second app and a second credential for Community Management API/,
	},
	{
		name: 'an empty text',
		parameters: createPost(''),
		message: /^Text is empty$/,
		advice: /^Enter the text/,
	},
	{
		name: 'a text of 3,001 characters',
		parameters: createPost('x'.repeat(3001)),
		message: /^Text has 3001 characters; the maximum is 3000$/,
		advice: /^Shorten it by 1 /,
	},
	{
		name: 'a URN that is none',
		parameters: { resource: 'post', operation: 'get', post: 'urn:li:cake:12' },
		message: /"urn:li:cake:12".*"cake"/,
		advice: /urn:li:share:\d+/,
	},
	{
		name: 'a version that is none',
		credential: { connected: true, data: { version: 'custom', customVersion: '2026-09' } },
		message: /"2026-09" is not a LinkedIn API version/,
		advice: /202609/,
	},
	{
		name: 'a page without a role',
		parameters: createPost('not mine', 'urn:li:organization:9999001'),
		message: /This connection isn't allowed to do this/,
		advice: /Run Check Access/,
		requests: 1,
	},
	{
		name: 'JSON that is no JSON',
		parameters: { resource: 'api', operation: 'call', method: 'CREATE', path: '/rest/posts', body: '{"a":' },
		message: /^Body isn't valid JSON: /,
		advice: /^Enter an object, e\.g\./,
	},
	{
		name: 'an API host that is down',
		credential: { connected: true, data: { apiHost: CLOSED_PORT } },
		parameters: { resource: 'profile', operation: 'get', options: { maxWait: 2 } },
		message: /No answer came from http:\/\/127\.0\.0\.1:9/,
		advice: /API host/,
	},
	{
		name: 'an API host that is no address',
		credential: { connected: true, data: { apiHost: 'linkedin' } },
		message: /"linkedin" can't be used as API Host/,
		advice: /https:\/\//,
	},
];

describe('bad input in a real n8n: one clear error that says what to do', () => {
	it.each(ROWS)('$name', async (row) => {
		const chosen = await credentialOf(row);
		const from = world.simulator.requests.length;
		const run = await act(world, { credential: chosen, parameters: row.parameters ?? createPost('never') });
		expect(run.status).toBe('error');
		expect(run.error?.message).toMatch(row.message);
		if (row.advice) expect(run.error?.description).toMatch(row.advice);
		if (row.credential !== 'none') expect(run.error?.context).toMatchObject({ itemIndex: 0 });
		expect(world.simulator.requests.length - from).toBe(row.requests ?? 0);
	});

	it('a web page instead of an answer', async () => {
		world.simulator.faults.add(faults.html({ times: Infinity }, 403));
		const run = await act(world, { parameters: createPost('never') });
		world.simulator.faults.clear();
		expect(run.error?.message).toMatch(/web page or nothing at all \(status 403\)/);
		expect(run.error?.description).toMatch(/proxy/);
	});

	it('continues with the other items when told to continue', async () => {
		const run = await act(world, {
			settings: { onError: 'continueRegularOutput' },
			items: [{ text: 'first' }, { text: '' }, { text: 'third' }],
			parameters: createPost('={{ $json.text }}'),
		});
		expect(run.items('LinkedIn')).toEqual([
			expect.objectContaining({ urn: urnOf('first') }),
			{
				error: 'Text is empty',
				message: expect.stringMatching(/^Enter the text/),
				details: expect.objectContaining({ code: 'INVALID_INPUT', field: 'Text', status: null }),
			},
			expect.objectContaining({ urn: urnOf('third') }),
		]);
	});
});

/** Of the post that has this text. */
function urnOf(text: string): string | undefined {
	return world.simulator.state
		.posts()
		.find(({ parts }) => parts.some((part) => 'text' in part && part.text === text))?.urn;
}

async function credentialOf({ name, credential }: Row): Promise<Action['credential']> {
	if (credential === undefined) return undefined;
	if (credential === 'none') return null;
	const made = await world.rest.createCredential(OAUTH_CREDENTIAL, name, {
		...credentialData(world.simulator.url),
		...credential.data,
	});
	if (credential.connected) await world.rest.connect(made.id);
	return made;
}
