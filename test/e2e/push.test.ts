import { until } from '../host/until';
import type { WorkflowFile } from '../host/rest';
import { credentialData, OAUTH_CREDENTIAL, type World, startWorld } from '../host/world';
import { connectAds } from './adsApp';

const PAGE = 'urn:li:organization:2414183';
const ACCOUNT = 'urn:li:sponsoredAccount:507404993';
const WITHIN_MS = 60_000;
/** n8n saves an execution a moment after its last node. */
const SAVES_WITHIN_MS = 3_000;

jest.setTimeout(400_000);

let world: World;
let partner: World['credential'];
let ads: World['credential'];

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	world.simulator.state.plainWebhooks = true;
	partner = await world.rest.createCredential(OAUTH_CREDENTIAL, 'Partner', {
		...credentialData(world.simulator.url),
		clientId: 'partner-app',
		clientSecret: 'partner-secret',
	});
	await world.rest.connect(partner.id);
	ads = await connectAds(world);
});
afterAll(async () => await world?.close());

let made = 0;

/** A workflow with the trigger, and the address at which it answers once it's published. */
async function workflowWith(
	parameters: Record<string, unknown>,
	credential: World['credential'],
): Promise<{ id: string; address: string }> {
	const webhookId = `push-${(made += 1)}`;
	const id = await world.rest.createWorkflow({
		name: webhookId,
		nodes: [
			{
				id: webhookId,
				name: 'Pushed',
				type: 'n8n-nodes-linkedin-suite.linkedInPushTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId,
				parameters,
				credentials: { [credential.type]: { id: credential.id, name: credential.name } },
			},
		],
		connections: {},
	} as unknown as WorkflowFile);
	return { id, address: `${world.n8n.url}/webhook/${webhookId}/linkedin` };
}

const pagesOf = (app = 'partner-app') => ({
	subject: 'pageActivity',
	events: ['newComment', 'newReaction'],
	pages: [PAGE],
	applicationId: world.simulator.state.apps.get(app)?.applicationId,
});
const unpublish = async (id: string) => await world.rest.call('POST', `/rest/workflows/${id}/deactivate`, {});
const push = async () => await world.simulator.pusher.run();
const subscriptions = () => world.simulator.state.webhooks.subscriptions.all();
const leadListings = () =>
	world.simulator.requests.filter(({ url }) => url.startsWith('/rest/leadFormResponses?')).length;
const saved = async () => await new Promise((resolve) => setTimeout(resolve, SAVES_WITHIN_MS));

/** What started the workflow, in order. */
async function startedBy(id: string): Promise<Array<Record<string, unknown>>> {
	const executions = await world.rest.executions(id);
	return executions.flatMap((execution) => execution.items('Pushed') as Array<Record<string, unknown>>);
}

async function untilStarted(id: string, count: number): Promise<Array<Record<string, unknown>>> {
	return await until(WITHIN_MS, `Not started ${count} times`, async () => {
		const items = await startedBy(id);
		return items.length >= count ? items : undefined;
	});
}

const toldIn = (items: Array<Record<string, unknown>>) =>
	items.map(({ event, comment }) => (comment as { text: string } | undefined)?.text ?? event);

describe('page activity, pushed to a real n8n', () => {
	let id: string;
	let address: string;
	let post: { urn: string; activity: string };
	const comment = (text: string) => world.simulator.state.addComment({ post: post.urn, actor: 'cleo', text });

	it('Fetch Test Event shows the newest, and subscribes nothing', async () => {
		post = world.simulator.state.addPost({ author: PAGE, text: 'Ask us' });
		comment('the newest');
		({ id, address } = await workflowWith(pagesOf(), partner));
		const isLine1 = world.n8n.installed.line === 1;
		const workflowData = isLine1 && { workflowData: await world.rest.call('GET', `/rest/workflows/${id}`) };
		const run = { ...workflowData, triggerToStartFrom: { name: 'Pushed' } };
		const answer = await world.rest.call<object>('POST', `/rest/workflows/${id}/run`, run);
		expect(answer).toEqual({ waitingForWebhook: true });
		expect(toldIn(await untilStarted(id, 1))).toEqual(['the newest']);
		expect(world.simulator.requests.filter(({ url }) => url.includes('eventSubscriptions'))).toEqual([]);
	});

	it('is published before LinkedIn knows the address, validated, and fed', async () => {
		await world.rest.publish(id);
		expect(subscriptions()).toEqual([]);
		expect(await world.simulator.portal.register(address, 'partner-app')).toEqual({ isValidated: true });
		await until(WITHIN_MS, 'Not subscribed', () => subscriptions().length > 0 || undefined);
		comment('one');
		world.simulator.state.reactions.set({ actor: 'urn:li:person:p1', entity: post.activity, type: 'LIKE' });
		await push();
		expect(
			toldIn(await untilStarted(id, 3))
				.slice(1)
				.sort(),
		).toEqual(['newReaction', 'one']);
		expect(world.simulator.pusher.deliveries.map(({ status }) => status)).toEqual([200]);
	});

	it('starts nothing for a request without a signature', async () => {
		const body = JSON.stringify({
			notifications: [{ notificationId: 1, action: 'LIKE', lastModifiedAt: 1 }],
		});
		const headers = { 'content-type': 'application/json' };
		expect((await fetch(address, { method: 'POST', body, headers })).status).toBe(401);
		expect((await fetch(address, { method: 'POST', body: '{', headers })).status).toBe(422);
		await saved();
		expect(await startedBy(id)).toHaveLength(3);
	});

	it('unpublished it unsubscribes, and published again it follows on', async () => {
		await unpublish(id);
		await until(WITHIN_MS, 'Not unsubscribed', () => subscriptions().length === 0 || undefined);
		comment('while unpublished');
		await world.rest.publish(id);
		expect(subscriptions()).toMatchObject([{ webhook: address }]);
		comment('two');
		await push();
		expect(toldIn(await untilStarted(id, 4)).slice(3)).toContain('two');
	});

	it('killed and started again misses nothing and repeats nothing', async () => {
		await saved();
		await world.n8n.kill();
		comment('while it was dead');
		await push();
		expect(world.simulator.pusher.deliveries.at(-1)?.status).toBe(0);
		world.simulator.state.webhooks.outbox.waiting.length = 0;
		await world.n8n.start();
		await world.simulator.portal.revalidate();
		await untilStarted(id, 6);
		comment('three');
		await push();
		const told = toldIn(await untilStarted(id, 7)).slice(1);
		await saved();
		expect(await startedBy(id)).toHaveLength(7);
		expect(told.sort()).toEqual(
			['newReaction', 'one', 'three', 'two', 'while it was dead', 'while unpublished'].sort(),
		);
	});
});

describe('leads, pushed to a real n8n', () => {
	it('are validated, fed, unpublished and published again; one that can not be read comes later', async () => {
		const { leads } = world.simulator.state.ads;
		const form = leads.addForm({ owner: { sponsoredAccount: ACCOUNT } });
		const submit = (email: string) => leads.submit({ form, answers: { Email: email } });
		const { id, address } = await workflowWith({ subject: 'leads', owners: ACCOUNT }, ads);
		await world.rest.publish(id);
		await world.simulator.portal.register(address, 'ads-app');
		await until(WITHIN_MS, 'Not subscribed', () => leads.subscriptions.size > 0 || undefined);
		// It would read the lead that follows.
		await until(WITHIN_MS, 'No pull', () => leadListings() > 0 || undefined);
		const match = { path: /leadFormResponses\// };
		world.simulator.faults.add({ match, times: 1, effect: { status: 500 } });
		submit('a@example.com');
		await push();
		expect(world.simulator.pusher.deliveries.at(-1)?.status).toBe(503);
		world.simulator.clock.advance(5 * 60_000);
		await push();
		await untilStarted(id, 1);
		await unpublish(id);
		await until(WITHIN_MS, 'Not unsubscribed', () => leads.subscriptions.size === 0 || undefined);
		await world.rest.publish(id);
		submit('b@example.com');
		await push();
		const items = await untilStarted(id, 2);
		expect(items.map(({ fields }) => (fields as { EMAIL: string }).EMAIL)).toEqual([
			'a@example.com',
			'b@example.com',
		]);
	});
});
