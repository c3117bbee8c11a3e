import type { INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../engine/connection';
import { runNode, type RunOptions, type RunResult } from '../../engine/run';
import { startSimulator, type Simulator } from '../../simulator';

/** Writes of the node, counted at the simulator: whatever is lost on the way, nothing is created twice. */

export const ACME = { __rl: true, mode: 'id', value: '2414183' };
export const ME = { __rl: true, mode: 'list', value: 'me' };
export const SELF_SERVE: ConnectionOptions = {
	app: 'self-serve-app',
	member: 'bob',
	scopes: ['openid', 'profile', 'w_member_social'],
};

/** Matches the requests that create something. */
export const CREATE = { match: { restliMethod: 'CREATE' } };

/** The running test's LinkedIn, with a post and a comment to reply to. */
export let simulator: Simulator;
export let thread: { post: string; comment: string };
let runs = 0;

/** Starts a simulator with such a thread for each test of the calling file. */
export function simulateForEachTest(): void {
	beforeEach(async () => {
		simulator = await startSimulator();
		const createdAt = Date.now() - 3_600_000;
		const post = simulator.state.addPost({ author: '5583111', text: 'The thread', createdAt });
		simulator.state.setRole('ada', '5583111', 'ADMINISTRATOR');
		const comment = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'First', createdAt });
		thread = { post: post.activity, comment: comment.urn };
	});
	afterEach(async () => await simulator.close());
}

/** What this test created, without the thread's own post and comment. */
export const posts = () => simulator.state.posts().filter(({ activity }) => activity !== thread.post);
export const comments = () => simulator.state.comments().filter(({ urn }) => urn !== thread.comment);
export const creates = () => simulator.requests.filter(({ restliMethod }) => restliMethod === 'CREATE');

export async function run(
	parameters: INodeParameters,
	{ connection = {}, ...more }: Partial<RunOptions> & { connection?: ConnectionOptions } = {},
): Promise<RunResult> {
	return await runNode({
		node: 'linkedInCommunity',
		parameters: { authentication: connection.authentication ?? 'oAuth2', ...parameters },
		credentials: { ...connectTo(simulator, connection), name: `never twice ${(runs += 1)}` },
		...more,
	});
}

export const createPost = (
	author: INodeParameters,
	text: string,
	more: INodeParameters = {},
): INodeParameters => ({
	resource: 'post',
	operation: 'create',
	author,
	text,
	...more,
});
