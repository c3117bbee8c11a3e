import { COMMUNITY_SCOPES, type ConnectionOptions } from '../../../../../engine/connection';
import { api, connect, run, simulateForEachTest, simulator } from '../../../connectedRun';
import { CREATE, createPost } from './mentioning';
import { BOB, CLEO, follow } from './people';

/** Nobody else is mentioned, whatever name people have and whatever LinkedIn answers (docs.people, docs.mentionSearch). */

simulateForEachTest();
beforeEach(() => {
	follow(simulator);
});

const URL = 'https://www.linkedin.com/in/cleo-example';
const MAY: ConnectionOptions = { scopes: [...COMMUNITY_SCOPES, 'r_organization_followers'] };

const answer = (path: RegExp, body: unknown) =>
	simulator.faults.add({ match: { path }, times: Infinity, effect: { status: 200, body } });
const commentaries = () =>
	api()
		.filter(({ restliMethod }) => restliMethod === 'CREATE')
		.map(({ body }) => (JSON.parse(body) as { commentary: string }).commentary);
const mention = async () => await run(createPost(`Hi @[C](${URL}) there`), connect(MAY));

test.each([
	`Lindqvist](${BOB}) [x`,
	'](urn:li:organization:1337)',
	`@[Bob](${BOB})`,
	`]](${BOB}`,
	`\n](${BOB})@`,
])('a last name of %j mentions no one else', async (lastName) => {
	simulator.state.member('cleo').lastName = lastName;
	const { error } = await mention();
	expect(error).toBeUndefined();
	const [post] = simulator.state.posts('2414183');
	expect(post.parts.filter((part) => part.kind === 'mention' && part.urn !== CLEO)).toEqual([]);
});

test.each(['[x]', '(x) @x', 'O’Neill-Straße'])('a last name of %j is mentioned', async (lastName) => {
	simulator.state.member('cleo').lastName = lastName;
	await mention();
	const [post] = simulator.state.posts('2414183');
	expect(post.parts).toContainEqual({ kind: 'mention', name: `Cleo ${lastName}`, urn: CLEO });
});

test.each<[what: string, body: unknown]>([
	[
		'a name in place of the hidden one',
		{ id: 'private', localizedFirstName: 'LinkedIn', localizedLastName: 'Member' },
	],
	['the person of another id', { id: 'Bob-4kd_91x', localizedFirstName: 'Bob', localizedLastName: 'Marsh' }],
	['a name of blanks', { id: 'cLeO55wQz0', localizedFirstName: ' ', localizedLastName: '\u200b' }],
	['nothing', {}],
])('with %s the name counts as hidden, and nothing is posted', async (_what, body) => {
	answer(/\/people\//, body);
	const { error } = await mention();
	expect(error?.message).toContain('hides their name from apps');
	expect(commentaries()).toEqual([]);
});

test.each<[what: string, elements: unknown[]]>([
	['nobody', [{ member: null }]],
	['a number', [{ member: 7 }]],
	['a page', [{ member: 'urn:li:organization:1337' }]],
	['two people', [{ member: CLEO }, { member: BOB }]],
	['nothing readable', [null, 7]],
])('an answer that names %s mentions no one', async (_what, elements) => {
	answer(/vanityUrl/, { elements, paging: { start: 0, count: 10, links: [] } });
	const { error } = await mention();
	expect(error?.message).toMatch(/doesn't say who one person at .*cleo-example is/);
	expect(api().map(({ restliMethod }) => restliMethod)).not.toContain(CREATE.split(' ')[0]);
});

test.each([[{}], [[]], [null], ['OK']])('an answer of %j is none', async (body) => {
	answer(/vanityUrl/, body);
	const { error } = await mention();
	expect(error?.message).toMatch(/with something that isn't a list|with a web page or nothing at all/);
	expect(commentaries()).toEqual([]);
});

test('the same person twice is that person', async () => {
	answer(/vanityUrl/, { elements: [{ member: CLEO }, { member: CLEO }] });
	const { error } = await mention();
	expect(error).toBeUndefined();
	expect(commentaries()).toEqual([`Hi @[Cleo Lindqvist](${CLEO}) there`]);
});
