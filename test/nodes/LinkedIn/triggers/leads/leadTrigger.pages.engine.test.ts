import { ACCOUNT_OWNER } from '../../resources/ads/leadForm/leads';
import { emails, pause, simulateForEachTest, simulator, submit, trigger } from './startLeadTrigger';

/** Lists of leads whose pages are shorter than requested, without any sign that more follow. */

simulateForEachTest();

test('of ten, whatever is asked: all leads come, each once', async () => {
	simulator.state.listManners = [
		{ path: /leadFormResponses/, countAtMost: 10, links: 'none', total: 'none' },
	];
	const { poll } = trigger({ watch: 'chosen', owners: ACCOUNT_OWNER.sponsoredAccount });
	await poll();
	await pause(5);
	const submitted = Array.from({ length: 25 }, (_, number) => `lead${number}@example.com`);
	for (const email of submitted) submit(ACCOUNT_OWNER, email);
	const came: string[] = [];
	for (let polls = 0; polls < 6; polls += 1) {
		await pause(5);
		came.push(...emails(await poll()));
	}
	expect(came.sort()).toEqual(submitted.sort());
});
