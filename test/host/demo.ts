import { join } from 'path';
import { request } from 'undici';

import { shownText } from '../simulator/littleText';
import type { Simulator } from '../simulator';
import { until } from './until';
import { type World, startWorld, watchClosely } from './world';

/**
 * `npm run demo`: the package at work in a real n8n with a simulated LinkedIn, until Ctrl-C. `npm run demo -- --once`:
 * the same, but writes the comments and checks every answer itself; exits with 0 if everything is right.
 */

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const PAGE = { id: '2414183', urn: 'urn:li:organization:2414183' };
const MENTIONED = { name: 'Globex & Söhne (Labs)', urn: 'urn:li:organization:5583111' };
const HASHTAG = '#launch';

/** Everything that LinkedIn's markup breaks if it isn't escaped, in one post. */
const TYPED_TEXT =
	`We are live (finally) [version 2] — thanks @[${MENTIONED.name}](${MENTIONED.urn})! 🚀\n` +
	'Read https://example.com/how_to_start_(v2)?a=1&b=*2*#part_3 or look in C:\\new\\{folder}\\ <today> ~ | done @noon\n' +
	HASHTAG;
const SHOWN_TEXT = TYPED_TEXT.replace(/@\[(.+?)\]\(urn:[^)]+\)/, '$1');

const COMMENTS = [
	'Congratulations! When does it reach Norway?',
	'Is there a discount (for schools)?',
	'Søren sent me here 👋',
];

/** n8n polls at a random second of every minute. */
const ANSWERED_WITHIN_MS = 150_000;
const POLLS_TO_WATCH = 2;
const POLLS_WITHIN_MS = 200_000;

/** Ctrl-C was pressed: later failures come from shutting down. */
let isEnding = false;

async function main(): Promise<void> {
	const startedAt = Date.now();
	let world: World | undefined;
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(name, () => {
			if (isEnding) return;
			isEnding = true;
			say('Ending …');
			void (async () => {
				await world?.close();
				process.exit(130);
			})();
		});
	}

	world = await startWorld({ say });
	const { simulator, n8n, rest } = world;
	const answering = await world.importWorkflow(
		join(EXAMPLES, 'answer-comments-on-my-page.json'),
		watchClosely,
	);
	const post = await publishPost(world);
	await rest.publish(answering);
	say('The workflow "Answer comments on my page" is published.');

	console.log(
		[
			'',
			`  n8n's editor   ${n8n.url}/workflow/${answering}`,
			`  sign in        ${rest.owner.email}  ${rest.owner.password}`,
			`  feed page      ${simulator.url}/feed`,
			'',
		].join('\n'),
	);
	say(`Up after ${Math.round((Date.now() - startedAt) / 1000)} s.`);

	if (process.argv.includes('--once')) {
		await proveAnswers(simulator, post);
		await world.close();
		say(`All is as it should be, after ${Math.round((Date.now() - startedAt) / 1000)} s.`);
		process.exit(0);
	}
	say(
		'Write a comment on the feed page: n8n looks every minute and answers as the page. Ctrl-C ends it all.',
	);
	await tellAnswers(simulator);
}

/**
 * Publishes a post with n8n and compares what readers see with what was typed.
 *
 * @returns the post's URN
 * @throws with both texts if they differ
 */
async function publishPost({ simulator, rest, importWorkflow }: World): Promise<string> {
	const workflow = await importWorkflow(join(EXAMPLES, 'publish-a-post-as-my-page.json'), ({ nodes }) => {
		const node = nodes.find(({ name }) => name === 'Publish')!;
		node.parameters.author = { __rl: true, mode: 'id', value: PAGE.urn };
		node.parameters.text = TYPED_TEXT;
	});
	const run = await rest.run(workflow, 'When clicking Execute');
	const urn = run.items('Publish')[0]?.urn;
	if (run.status !== 'success' || typeof urn !== 'string') {
		throw new Error(
			`The post was not published: ${run.error?.message ?? JSON.stringify(run.items('Publish'))}`,
		);
	}

	const { parts } = simulator.state.findPost(urn)!;
	const shown = shownText(parts);
	if (shown !== SHOWN_TEXT) throw new Error(`The post reads\n${shown}\ninstead of\n${SHOWN_TEXT}`);
	const kinds = parts.map(({ kind }) => kind);
	if (!kinds.includes('mention') || !kinds.includes('hashtag')) {
		throw new Error(`The mention or the hashtag arrived as plain text: ${JSON.stringify(parts)}`);
	}
	say('A post is published, and arrived character for character.');
	return urn;
}

/** Has three comments written, waits for their answers, and checks that each gets exactly one. */
async function proveAnswers(simulator: Simulator, post: string): Promise<void> {
	for (const text of COMMENTS) await commentOnFeedPage(simulator, post, text);
	const comments = simulator.state.comments(post);
	say('Three comments are written on the feed page. Waiting for the answers, up to a minute …');
	const answers = () => simulator.state.comments(post).filter(({ actor }) => actor === PAGE.urn);

	await until(
		ANSWERED_WITHIN_MS,
		() => `${answers().length} answers came instead of ${COMMENTS.length}`,
		() => answers().length >= COMMENTS.length || undefined,
	);
	say('Three answers came. Watching the next two polls …');
	const pollsBefore = polls(simulator);
	await until(
		POLLS_WITHIN_MS,
		'n8n stopped looking for comments',
		() => polls(simulator) >= pollsBefore + POLLS_TO_WATCH || undefined,
	);
	// The workflow that the last poll may have started needs a moment to write.
	await new Promise((resolve) => setTimeout(resolve, 5_000));

	const wrong = comments.filter(({ urn }) => answers().filter(({ parent }) => parent === urn).length !== 1);
	if (wrong.length > 0 || answers().length !== COMMENTS.length) {
		const list = answers().map(({ parent, text }) => `${parent ?? 'no parent'}: ${text}`);
		throw new Error(`Not every comment has exactly one answer:\n${list.join('\n')}`);
	}
	for (const { text } of answers()) say(`  answered: ${text}`);
}

/** Sends the feed page's form, as a browser would. */
async function commentOnFeedPage({ url }: Simulator, post: string, text: string): Promise<void> {
	const { statusCode, body } = await request(`${url}/feed/comments`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ post, actor: 'cleo', text }).toString(),
	});
	await body.dump();
	if (statusCode !== 303) throw new Error(`The feed page answered a comment with ${statusCode}`);
}

/** How often n8n has looked for new comments. */
function polls({ requests }: Simulator): number {
	return requests.filter(({ url }) => url.includes('/organizationalEntityNotifications')).length;
}

/** Prints every answer as it arrives, until the demo ends. */
async function tellAnswers(simulator: Simulator): Promise<void> {
	const told = new Set<string>();
	while (!isEnding) {
		for (const { urn, actor, text, parent } of simulator.state.comments()) {
			if (told.has(urn)) continue;
			told.add(urn);
			const asked = parent === undefined ? undefined : simulator.state.findComment(parent);
			if (actor === PAGE.urn && asked) say(`"${asked.text}" was answered: "${text}"`);
		}
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	await new Promise(() => undefined); // the handler of Ctrl-C ends the process
}

function say(line: string): void {
	console.log(line);
}

main().catch((error: Error) => {
	if (isEnding) return;
	console.error(`The demo failed: ${error.message}`);
	process.exit(1);
});
