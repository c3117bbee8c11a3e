import { join } from 'path';

import { until } from '../host/until';
import { type World, startWorld, watchClosely } from '../host/world';

/** Each event of a page in a real n8n: it starts the workflow once, also if n8n is killed. */

const PAGE_EVENTS = join(__dirname, 'workflows', 'page-events.json');
const PAGE = 'urn:li:organization:2414183';
/** n8n polls at a random second of every minute, so there are up to two minutes between two polls. */
const NEXT_POLL_WITHIN_MS = 150_000;
/** n8n saves an execution a moment after its last call. */
const SAVES_WITHIN_MS = 5_000;

jest.setTimeout(900_000);

let world: World;
let post: string;
let workflow: string;

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	post = world.simulator.state.addPost({ author: '2414183', text: 'What do you think?' }).urn;
	workflow = await world.importWorkflow(PAGE_EVENTS, watchClosely);
});
afterAll(async () => await world?.close());

/** All that happened so far, by event, in the order of the items. */
async function happened(): Promise<Record<string, string[]>> {
	const executions = await world.rest.executions(workflow);
	const items = executions.flatMap(
		(execution) => execution.items('Happened') as Array<{ event: string; post: { urn: string } }>,
	);
	return Object.fromEntries(
		[...new Set(items.map(({ event }) => event))].map((event) => [
			event,
			items.filter((item) => item.event === event).map((item) => item.post.urn),
		]),
	);
}

/** Everything once; the posts that the new items are about, by event. */
function everything(word: string): Record<string, string> {
	const { state } = world.simulator;
	const comment = state.addComment({ post, actor: 'cleo', text: word });
	state.editComment(comment.urn, `${word}, better`);
	state.react({ on: post, actor: word === 'first' ? 'cleo' : 'bob', type: 'PRAISE' });
	const mention = state.mention({ who: PAGE, author: 'cleo', text: `Thanks, ${word}, to` });
	state.share({ post, author: 'cleo', text: word });
	const own = state.addPost({ author: '2414183', text: word });
	return {
		newComment: post,
		commentEdited: post,
		newReaction: post,
		newMention: mention.urn,
		newShare: post,
		newPost: own.urn,
	};
}

async function untilHappened(events: number): Promise<void> {
	let seen: Record<string, string[]> = {};
	await until(
		NEXT_POLL_WITHIN_MS,
		() => `Only these started the workflow: ${JSON.stringify(seen)}`,
		async () => {
			seen = await happened();
			return Object.values(seen).flat().length >= events || undefined;
		},
	);
}

async function untilPolledAgain(): Promise<void> {
	const { requests } = world.simulator;
	const from = requests.length;
	const polls = () =>
		requests.slice(from).filter(({ url }) => url.startsWith('/rest/organizationalEntityNotifications'));
	await until(2 * NEXT_POLL_WITHIN_MS, 'n8n stopped polling', () => polls().length >= 2 || undefined);
	await new Promise((resolve) => setTimeout(resolve, SAVES_WITHIN_MS));
}

it('starts the workflow once for each event, and misses none while n8n is dead', async () => {
	await world.rest.publish(workflow);
	const first = everything('first');
	await untilHappened(6);
	await untilPolledAgain();
	const once = Object.fromEntries(Object.entries(first).map(([event, urn]) => [event, [urn]]));
	expect(await happened()).toEqual(once);

	await world.n8n.kill();
	const second = everything('second');
	await world.n8n.start();
	await untilHappened(12);
	await untilPolledAgain();
	const twice = Object.fromEntries(
		Object.entries(first).map(([event, urn]) => [event, [urn, second[event]]]),
	);
	expect(await happened()).toEqual(twice);
});
