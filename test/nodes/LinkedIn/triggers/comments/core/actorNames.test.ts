import { BOB, MINUTE_MS } from './fakeLinkedIn';
import { eventsOf, linkedIn, react, share, simulateAPage, started } from './pageEvents';

/** Names of the people who did something, where the user asks for them. */

const ANN = 'urn:li:person:ann';
const PAGE_NAME = 'urn:li:organization:9';
const A_DAY = 24 * 60;
const LOOKED_UP = /^(people|person) /;

simulateAPage();

const named = async (more = {}, reach = {}) =>
	await started(['newReaction', 'newShare'], { actorNames: true, ...more }, reach);
const names = (news: Awaited<ReturnType<typeof eventsOf>>) =>
	news.map((item) => ('actor' in item ? item.actor.name : undefined));
const lookedUp = () => linkedIn.calls.filter((call) => LOOKED_UP.test(call));

test('are not looked up unless that is wanted', async () => {
	const trigger = await named({ actorNames: false });
	react();
	expect([names(await eventsOf(trigger)), lookedUp()]).toEqual([[null], []]);
});

test('come with one call for all of them, each once a day', async () => {
	const trigger = await named();
	react();
	share();
	react({ owner: ANN });
	react({ owner: null });
	react({ owner: PAGE_NAME });
	expect(names(await eventsOf(trigger))).toEqual(['Bob', 'Bob', 'Ann', null, null]);
	expect(lookedUp()).toEqual([`people ${BOB} ${ANN}`]);
	react();
	expect([names(await eventsOf(trigger)), lookedUp()]).toEqual([['Bob'], []]);
	linkedIn.nowMs += A_DAY * MINUTE_MS;
	react();
	expect([names(await eventsOf(trigger)), lookedUp()]).toEqual([['Bob'], [`person ${BOB}`]]);
	expect([...trigger.memory.people.keys()]).toEqual([BOB]);
});

test('stay null where people hide them, who are not asked for again on that day', async () => {
	linkedIn.sources.person = async () => {
		linkedIn.calls.push('person');
		return { ok: true, value: null };
	};
	const trigger = await named();
	for (const calls of [1, 0]) {
		react();
		expect(names(await eventsOf(trigger))).toEqual([null]);
		expect(linkedIn.calls.filter((call) => call === 'person')).toHaveLength(calls);
	}
});

test.each([
	['on the Development tier', { batch: false }, false],
	['where LinkedIn refuses several at once', {}, true],
])('come one by one %s', async (_when, reach, isRefused) => {
	if (isRefused) linkedIn.fail('people', 'refused', { times: 9 });
	const trigger = await named({}, reach);
	react();
	react({ owner: ANN });
	expect(names(await eventsOf(trigger))).toEqual(['Bob', 'Ann']);
	expect(lookedUp().slice(-2)).toEqual([`person ${BOB}`, `person ${ANN}`]);
	for (const owner of ['urn:li:person:eve', 'urn:li:person:max']) react({ owner });
	await eventsOf(trigger);
	expect(lookedUp()).toEqual(['person urn:li:person:eve', 'person urn:li:person:max']);
});

test('are given up for hours, and that is said, where LinkedIn refuses people', async () => {
	linkedIn.fail('person', 'refused', { times: 9 });
	const trigger = await named();
	react();
	const { news, notices } = await trigger.poll(5);
	expect(names(news.map(({ item }) => item))).toEqual([null]);
	expect(notices).toEqual([expect.stringContaining('Actors have no names')]);
	react();
	await trigger.poll(5);
	expect(lookedUp()).toEqual([]);
});

test.each(['later', 'quota'] as const)('never hold back an event (%s)', async (kind) => {
	linkedIn.fail('person', kind, { times: 1 });
	const trigger = await named();
	react();
	expect(names(await eventsOf(trigger))).toEqual([null]);
});

test('are not part of what is saved', async () => {
	const trigger = await named();
	react();
	await eventsOf(trigger);
	expect(JSON.stringify(trigger.saved)).not.toMatch(/bob/i);
});

test('are forgotten after a day, also if nobody asks for them any more', async () => {
	const trigger = await named();
	react();
	await eventsOf(trigger);
	const without = Object.assign(await started(['newReaction']), {
		memory: trigger.memory,
		state: trigger.state,
	});
	await without.poll(3 * A_DAY);
	expect([trigger.memory.people.size, trigger.memory.given.size]).toEqual([0, 0]);
});
