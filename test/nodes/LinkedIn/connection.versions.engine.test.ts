import type { ConnectionOptions } from '../../engine/connection';
import { api, connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';

/** API versions end after a year: what happens to a connection that pins one. */

simulateForEachTest();

const DAY_MS = 86_400_000;

describe('the API version ends', () => {
	const versions = () => api().map(({ version }) => version);
	const pinned = (version: string, more: ConnectionOptions['fields'] = {}) =>
		connect({ fields: { version: 'custom', customVersion: version, ...more } });

	test('pin, then move on: the default answers, is remembered, and the first item says so', async () => {
		simulator.state.versions.end('202602');
		const credential = pinned('202602');
		simulator.state.addPost({ author: '2414183', text: 'Hi' });
		simulator.state.addPost({ author: '2414183', text: 'Ho' });
		const { outputs } = await run(LIST_POSTS, credential);
		expect(versions()).toEqual(['202602', '202609']);
		expect(outputs[0].map(({ json }) => json.notice)).toEqual([
			expect.stringMatching(/retired API version 202602.*switched to 202609/),
			undefined,
		]);
		await run(LIST_POSTS, credential);
		expect(versions()).toEqual(['202602', '202609', '202609']);
	});

	test('a create that meets an ended version is made once', async () => {
		simulator.state.versions.end('202603');
		const { error } = await run(CREATE_POST, pinned('202603'));
		expect(error).toBeUndefined();
		expect(versions()).toEqual(['202603', '202609']);
		expect(simulator.state.posts()).toHaveLength(1);
	});

	test('a 400 with the same code means the same', async () => {
		simulator.faults.add({
			match: { path: /^\/rest\// },
			effect: {
				status: 400,
				body: {
					status: 400,
					code: 'NONEXISTENT_VERSION',
					message: 'Requested version 20260401 is not active',
				},
			},
		});
		const { error } = await run(LIST_POSTS, pinned('202604'));
		expect(error).toBeUndefined();
		expect(versions()).toEqual(['202604', '202609']);
	});

	test('pin: fail when it ends', async () => {
		simulator.state.versions.end('202605');
		const { error } = await run(LIST_POSTS, pinned('202605', { whenVersionEnds: 'fail' }));
		expect(error?.message).toMatch(/has retired or doesn't know API version 202605/);
		expect(error?.description).toMatch(/Choose a newer API Version in the credential/);
		expect(versions()).toEqual(['202605']);
	});

	test('a version that ends within 60 days is said on the first item', async () => {
		const soon = new Date(Date.now() - 330 * DAY_MS).toISOString().slice(0, 7).replace('-', '');
		simulator.state.versions.add(soon);
		simulator.state.addPost({ author: '2414183', text: 'Hi' });
		const { outputs } = await run(LIST_POSTS, pinned(soon));
		expect(outputs[0][0].json.notice).toMatch(
			new RegExp(`API version ${soon} (ends on|was due to end on) .*Choose a newer API Version`),
		);
	});

	test('where the default has ended too, the months after it are tried, newest first', async () => {
		const thisMonth = new Date().toISOString().slice(0, 7).replace('-', '');
		simulator.state.versions.end('202606');
		simulator.state.versions.end('202609');
		simulator.state.versions.add(thisMonth);
		const { error } = await run(LIST_POSTS, pinned('202606'));
		expect(error).toBeUndefined();
		expect(versions()).toEqual(['202606', '202609', thisMonth]);
	});

	test('at most three more calls are spent on finding a version, and refused ones are not tried again', async () => {
		for (const version of simulator.state.versions.live()) simulator.state.versions.end(version);
		const credential = pinned('202607');
		const { error } = await run(LIST_POSTS, credential);
		expect(error).toMatchObject({ httpCode: '426' });
		const [pin, ...spent] = versions();
		expect(pin).toBe('202607');
		expect(spent.length).toBeLessThanOrEqual(3);
		await run(LIST_POSTS, credential);
		const [pinAgain, ...later] = versions().slice(1 + spent.length);
		expect(pinAgain).toBe('202607');
		expect(later.filter((version) => spent.includes(version))).toEqual([]);
	});
});
