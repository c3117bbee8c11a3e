import type { INodeParameters } from 'n8n-workflow';

import { COMMUNITY_SCOPES, type ConnectionOptions } from '../../../../../engine/connection';
import { runNode } from '../../../../../engine/run';
import { faults } from '../../../../../simulator';
import { api, connect, run, simulateForEachTest, simulator } from '../../../connectedRun';
import { ACME, comments, CREATE, createPost } from './mentioning';
import { CLEO, follow, hide } from './people';

/** People who are mentioned by the URL of their profile (docs.mentionSearch, docs.littleText). */

simulateForEachTest();
beforeEach(() => {
	follow(simulator);
});

const URL = 'https://www.linkedin.com/in/cleo-example';
const MAY: ConnectionOptions = { scopes: [...COMMUNITY_SCOPES, 'r_organization_followers'] };
const mention = (name: string, urn = URL) => ({ mentions: { mention: [{ name, urn }] } });
const LOOKED_UP = [
	'FINDER /rest/organizationAcls',
	'FINDER /rest/vanityUrl',
	'GET /rest/people/(id:cLeO55wQz0)',
];

const sent = () => api().map(({ restliMethod, url }) => `${restliMethod} ${url.split('?')[0]}`);
const commentaries = () =>
	api()
		.filter(({ restliMethod }) => restliMethod === 'CREATE' || restliMethod === 'PARTIAL_UPDATE')
		.map(({ body }) => JSON.parse(body) as { commentary?: string; patch?: { $set: { commentary: string } } })
		.map(({ commentary, patch }) => commentary ?? patch?.$set.commentary);

test.each<[what: string, text: string, additionalFields: INodeParameters, little: string]>([
	['their full name', 'Hi Cleo Lindqvist!', mention('Cleo Lindqvist'), `Hi @[Cleo Lindqvist](${CLEO})!`],
	['their first name', 'Hi @Cleo!', mention('Cleo'), `Hi @[Cleo](${CLEO})!`],
	['another name, which becomes theirs', 'Hi Clee', mention('Clee'), `Hi @[Cleo Lindqvist](${CLEO})`],
	['no name, which is theirs', 'Hi @Cleo Lindqvist', mention(''), `Hi @[Cleo Lindqvist](${CLEO})`],
	['a path', 'Hi Cleo', mention('Cleo', '/in/cleo-example/en'), `Hi @[Cleo](${CLEO})`],
	['the text', `Hi @[Cleo](${URL})!`, {}, `Hi @[Cleo](${CLEO})!`],
	['the text, by another name', `Hi @[Clee](${URL})!`, {}, `Hi @[Cleo Lindqvist](${CLEO})!`],
	['the text, without a name', 'Hi @[](/in/cleo-example)', {}, `Hi @[Cleo Lindqvist](${CLEO})`],
	[
		'a Markdown text',
		`**Hi** @[Cleo](${URL})`,
		{ textIs: 'markdown', boldLetters: false },
		`Hi @[Cleo](${CLEO})`,
	],
	[
		'both, each once',
		`@[Cleo](${URL}) and Lindqvist`,
		mention('Lindqvist', 'de.linkedin.com/in/cleo-example/'),
		`@[Cleo](${CLEO}) and @[Lindqvist](${CLEO})`,
	],
])('a post by %s', async (_what, text, additionalFields, little) => {
	const { error } = await run({ ...createPost(text), additionalFields }, connect(MAY));
	expect(error).toBeUndefined();
	expect(commentaries()).toEqual([little]);
	expect(sent()).toEqual([...LOOKED_UP, CREATE]);
});

test('each person is looked up once a run', async () => {
	const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
	const { error } = await run(createPost(`={{ $json.n }} @[Cleo](${URL})`), connect(MAY), { items });
	expect(error).toBeUndefined();
	expect(sent()).toEqual([...LOOKED_UP, CREATE, CREATE, CREATE]);
});

test('a changed post', async () => {
	const { urn: post } = simulator.state.addPost({ author: '2414183', text: 'Old' });
	const updateFields = { text: `New, by @[Clee](${URL})` };
	const { error } = await run({ resource: 'post', operation: 'update', post, updateFields }, connect(MAY));
	expect(error).toBeUndefined();
	expect(commentaries()).toEqual([`New, by @[Cleo Lindqvist](${CLEO})`]);
});

test.each(['create', 'reply', 'update'])('a comment: %s', async (operation) => {
	const { urn: targetPost } = simulator.state.addPost({ author: '2414183', text: 'Post' });
	const { urn: comment } = simulator.state.addComment({ post: targetPost, actor: '2414183', text: 'Old' });
	const additionalFields = {
		mentions: { mention: [{ name: 'Clee', who: { __rl: true, mode: 'id', value: URL } }] },
	};
	const parameters = {
		resource: 'comment',
		operation,
		targetPost,
		comment,
		actor: ACME,
		text: 'Hi @Clee, you',
	};
	const { error } = await run({ ...parameters, additionalFields }, connect(MAY));
	expect(error).toBeUndefined();
	const body = JSON.stringify(comments(simulator));
	expect(body).toContain('"text":"Hi Cleo Lindqvist, you"');
	expect(body).toContain(`"start":3,"length":14,"value":{"person":{"person":"${CLEO}"}}`);
	expect(sent().slice(0, 3)).toEqual(LOOKED_UP);
});

test('as the page that writes, where the role allows it, otherwise as another one', async () => {
	simulator.state.setRole('ada', '5583111', 'DIRECT_SPONSORED_CONTENT_POSTER');
	simulator.state.followers.add('cleo', 'urn:li:organization:5583111');
	const author = { ...ACME, value: '5583111' };
	await run({ ...createPost(`@[Cleo](${URL})`), author }, connect(MAY));
	expect(api()[1].url).toContain('5583111');
	simulator.state.setRole('ada', '5583111', 'DIRECT_SPONSORED_CONTENT_POSTER', 'REVOKED');
	simulator.requests.length = 0;
	await run({ ...createPost(`Again @[Cleo](${URL})`), author }, connect(MAY));
	expect(api()[1].url).toContain('2414183');
});

describe('nothing is written, and the error says why', () => {
	const refused = async (
		connection: ConnectionOptions,
		text = `Hi @[Cleo](${URL})`,
		more: INodeParameters = {},
	) => {
		const { error } = await run({ ...createPost(text), ...more }, connect(connection));
		expect(sent()).not.toContain(CREATE);
		return `${error?.message} | ${error?.description}`;
	};

	test('without the scope, without a call', async () => {
		const said = await refused({});
		expect(said).toMatch(/cleo-example can't be looked up to mention them: .*r_organization_followers/);
		expect(said).toContain('Or mention them by URN');
		expect(sent()).toEqual([]);
	});

	test('if a policy closes people, without a call', async () => {
		const policy = { accessPolicy: 'table', accessTable: { rows: [{ area: 'posts', access: 'write' }] } };
		expect(await refused({ ...MAY, fields: policy })).toMatch(/Pages and Analytics/);
		expect(sent()).toEqual([]);
	});

	test('for a member without a page', async () => {
		const author = { __rl: true, mode: 'list', value: 'me' };
		expect(await refused({ ...MAY, member: 'bob' }, undefined, { author })).toMatch(
			/connected member is admin of none.*ADMINISTRATOR/,
		);
	});

	test('if LinkedIn finds nobody', async () => {
		expect(await refused(MAY, 'Hi @[Ann](/in/ann)')).toMatch(/finds nobody at .*in\/ann .*only followers/);
	});

	test('if they hide their name', async () => {
		hide(simulator);
		expect(await refused(MAY)).toMatch(/cleo-example hides their name from apps/);
	});

	test('if LinkedIn refuses it', async () => {
		simulator.faults.add({
			match: { path: /vanityUrl/ },
			effect: { status: 403, body: { status: 403, message: 'Not you' } },
		});
		expect(await refused(MAY)).toMatch(/couldn't be looked up .*Not you.*r_organization_followers/);
	});

	test('if a quota is used up', async () => {
		simulator.faults.add(faults.quotaExceeded({ match: { path: /people/ } }));
		expect(await refused(MAY)).toMatch(/daily quota/);
	});

	test('if the name has no place in the text, before any call', async () => {
		const additionalFields = mention('Cleo');
		expect(await refused(MAY, 'Hi Clea', { additionalFields })).toContain(`doesn't contain "Cleo"`);
		expect(sent()).toEqual([]);
	});
});

test.each([
	[
		'withoutCalls',
		[],
		/1 profile URL in Mentions or Text will be looked up first/,
		'Hi @[Cleo](urn:li:person:unknown)',
	],
	['withReads', LOOKED_UP, /nothing was sent/, `Hi @[Cleo](${CLEO})`],
])('Validate Only %s', async (validateOnly, reads, notice, commentary) => {
	const { outputs } = await run(
		{ ...createPost(`Hi @[Cleo](${URL})`), options: { validateOnly } },
		connect(MAY),
	);
	expect(outputs[0][0].json).toMatchObject({ valid: true, commentary, calls: 4 });
	expect(outputs[0][0].json.notice).toMatch(notice);
	expect(sent()).toEqual(reads);
});

/** What an agent does with the node as its tool: each turn of its model fills the fields from the last answer. */
async function agent(connection: ConnectionOptions, turns: Array<(answer: string) => INodeParameters>) {
	const answers: string[] = [''];
	for (const turn of turns) {
		const { outputs } = await runNode({
			node: 'linkedInCommunity',
			parameters: { authentication: 'oAuth2', ...turn(answers.at(-1) ?? '') },
			credentials: connect(connection),
			onError: 'continueRegularOutput',
		});
		answers.push(JSON.stringify(outputs[0].map(({ json }) => json)));
	}
	return answers.slice(1);
}

describe('an agent', () => {
	test('mentions a person whose profile it knows', async () => {
		const [answer] = await agent(MAY, [() => createPost(`Thank you @[Cleo](${URL})`)]);
		expect(commentaries()).toEqual([`Thank you @[Cleo](${CLEO})`]);
		expect(answer).toContain('"urn":"urn:li:share:');
	});

	test('is told why it may not, and does without', async () => {
		const [refusal] = await agent({}, [
			() => createPost(`Thank you @[Cleo](${URL})`),
			(answer) => createPost(answer.includes('r_organization_followers') ? 'Thank you Cleo' : 'What?'),
		]);
		expect(refusal).toContain('Or mention them by URN');
		expect(commentaries()).toEqual(['Thank you Cleo']);
	});
});
