import type { ConnectionOptions } from '../../engine/connection';
import { faults } from '../../simulator';
import {
	ACME,
	CREATE,
	createPost,
	creates,
	posts,
	run,
	simulateForEachTest,
	simulator,
} from './countedWrites';
import { detailsOf } from './errorOutput';

/** After the daily quota is used up, the rest fails without a call. */

simulateForEachTest();

describe('the quota of the day', () => {
	const items = [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }, { text: 'Four' }];
	const midnight = () => new Date(Math.ceil((Date.now() + 1) / 86_400_000) * 86_400_000).toISOString();

	test.each([
		['of the member', faults.dailyLimit],
		['in the words of LinkedIn’s own client', faults.quotaExceeded],
	])(
		'%s: one refusal, and the rest fails unsent with the time from which it works again',
		async (_name, fault) => {
			simulator.faults.add(fault({ ...CREATE, after: 1, times: Infinity }));
			const { outputs } = await run(createPost(ACME, '={{ $json.text }}'), {
				items,
				onError: 'continueErrorOutput',
			});
			expect(posts()).toHaveLength(1);
			expect(creates().map(({ status }) => status)).toEqual([201, 429]);
			expect(outputs[0]).toHaveLength(1);
			expect(outputs[1].map(({ json }) => detailsOf(json))).toEqual(
				Array.from({ length: 3 }, () => expect.objectContaining({ status: 429, retryAt: midnight() })),
			);
			for (const { json } of outputs[1]) expect(json.error).toMatch(/daily quota for this is used up/);
		},
	);

	test('of the application holds for every credential of the same client id', async () => {
		simulator.state.addApp({
			clientId: 'quota-app',
			clientSecret: 'quota-secret',
			products: ['communityManagement'],
			redirectUris: [/./],
		});
		simulator.state.quotas.limit('CREATE /rest/posts', { application: 1 });
		const connection: ConnectionOptions = { app: 'quota-app' };
		await run(createPost(ACME, '={{ $json.text }}'), { connection, items, onError: 'continueErrorOutput' });
		expect(creates().map(({ status }) => status)).toEqual([201, 429]);
		const { error } = await run(createPost(ACME, 'Five'), { connection });
		expect(creates()).toHaveLength(2);
		expect(error?.message).toMatch(/daily quota for this is used up/);
		expect(error?.description).toContain(midnight());
	});

	test('in stop mode the error says what was written and when it works again', async () => {
		simulator.faults.add(faults.dailyLimit({ ...CREATE, after: 1, times: Infinity }));
		const { error } = await run(createPost(ACME, '={{ $json.text }}'), {
			items,
			retryOnFail: true,
			maxTries: 3,
		});
		expect(creates().map(({ status }) => status)).toEqual([201, 429]);
		expect(error?.description).toContain(midnight());
		expect(error?.description).toContain('Not written: item 1 (failed), item 2, item 3.');
	});
});
