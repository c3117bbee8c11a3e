import { join } from 'path';

import { until } from '../host/until';
import { type World, startWorld, watchClosely } from '../host/world';

const ANSWER_COMMENTS = join(__dirname, '..', '..', 'examples', 'answer-comments-on-my-page.json');
const PAGE = 'urn:li:organization:2414183';
/** n8n polls at a random second of every minute, so there are up to two minutes between two polls. */
const NEXT_POLL_WITHIN_MS = 150_000;
/** A workflow started by a poll needs a moment to write. */
const WRITES_WITHIN_MS = 5_000;
const OUTAGE_HALF_MS = 60_000;

jest.setTimeout(900_000);

let world: World;
let post: string;
let workflow: string;

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	post = world.simulator.state.addPost({ author: '2414183', text: 'What do you think?' }).urn;
});
afterAll(async () => await world?.close());

const comment = (text: string) => world.simulator.state.addComment({ post, actor: 'cleo', text });

/** How many replies by the page exist, by the text of the comment. */
function answers(): Record<string, number> {
	const all = world.simulator.state.comments(post);
	return Object.fromEntries(
		all
			.filter(({ actor }) => actor !== PAGE)
			.map(({ urn, text }) => [
				text,
				all.filter(({ actor, parent }) => actor === PAGE && parent === urn).length,
			]),
	);
}

/** The comments that started the workflow, in order. */
async function triggeredBy(): Promise<string[]> {
	const executions = await world.rest.executions(workflow);
	return executions
		.flatMap((execution) => execution.items('New comment') as Array<{ comment: { text: string } }>)
		.map((item) => item.comment.text);
}

async function untilAnswered(...texts: string[]): Promise<void> {
	await until(
		NEXT_POLL_WITHIN_MS,
		() => `Not answered: ${JSON.stringify(answers())}`,
		() => texts.every((text) => answers()[text] > 0) || undefined,
	);
}

/** n8n saves an execution a moment after its last call. If a kill interrupts one, n8n restores it without its items. */
async function untilSaved(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, WRITES_WITHIN_MS));
}

/** Waits for requests that LinkedIn answered with the status. */
async function untilSeen(count: number, status?: number): Promise<void> {
	const { requests } = world.simulator;
	const from = requests.length;
	const seen = () =>
		requests
			.slice(from)
			.filter(
				(one) => one.method === 'GET' && one.url.startsWith('/rest/') && (!status || one.status === status),
			);
	await until(NEXT_POLL_WITHIN_MS, `n8n stopped asking LinkedIn`, () => seen().length >= count || undefined);
}

describe('a published trigger', () => {
	it('neither loses nor repeats a comment when n8n is killed and started again', async () => {
		workflow = await world.importWorkflow(ANSWER_COMMENTS, watchClosely);
		await world.rest.publish(workflow);
		comment('before');
		await untilAnswered('before');
		await untilSaved();
		await world.n8n.kill();

		comment('while it was dead');
		await world.n8n.start();
		await untilAnswered('while it was dead');
		await untilSaved();
		await world.n8n.kill();
		await world.n8n.start();

		comment('after');
		await untilAnswered('after');
		await untilSeen(1);
		await untilSaved();
		expect(answers()).toEqual({ before: 1, 'while it was dead': 1, after: 1 });
		expect(await triggeredBy()).toEqual(['before', 'while it was dead', 'after']);
	});

	it('outlives two minutes of 503 and 401 from LinkedIn, with a restart in between', async () => {
		const { faults } = world.simulator;
		const everything = { path: /^\/rest\// };
		const before = answers();

		faults.add({ match: everything, times: Infinity, effect: { status: 503, html: '<h1>Unavailable</h1>' } });
		const outageAt = Date.now();
		comment('at 503');
		await untilSeen(1, 503);
		await world.n8n.stop();
		await world.n8n.start();
		await untilSeen(1, 503);
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, outageAt + OUTAGE_HALF_MS - Date.now())));

		faults.clear();
		faults.add({
			match: everything,
			times: Infinity,
			effect: {
				status: 401,
				body: {
					status: 401,
					serviceErrorCode: 65600,
					code: 'INVALID_ACCESS_TOKEN',
					message: 'Invalid access token',
				},
			},
		});
		const refusedAt = Date.now();
		comment('at 401');
		await untilSeen(1, 401);
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, refusedAt + OUTAGE_HALF_MS - Date.now())));
		expect(answers()).toEqual({ ...before, 'at 503': 0, 'at 401': 0 });

		faults.clear();
		await untilAnswered('at 503', 'at 401');
		await untilSeen(1);
		await untilSaved();
		expect(answers()).toEqual({ ...before, 'at 503': 1, 'at 401': 1 });
		expect((await triggeredBy()).slice(3).sort()).toEqual(['at 401', 'at 503']);
	});
});
