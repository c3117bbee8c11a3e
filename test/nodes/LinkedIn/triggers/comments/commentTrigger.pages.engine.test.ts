/** Lists of comments whose pages are shorter than requested, without any sign that more follow. */
import {
	comment,
	letPass,
	MINUTE_MS,
	SCOPES,
	simulateForEachTest,
	simulator,
	texts,
	trigger,
	WATCH_PAGE,
} from './watchedPost';

simulateForEachTest();

const WITHOUT_FEED = SCOPES.filter((scope) => scope !== 'rw_organization_admin');
const COMMENTS = 120;

test.each([
	['of 96 of 100', { hides: (place: number) => place < 100 && place % 25 === 7 }, COMMENTS - 4],
	['of ten, whatever is asked', { countAtMost: 10 }, COMMENTS],
])('%s: all that LinkedIn shows come, each once', async (_what, manner, shown) => {
	simulator.state.listManners = [{ path: /\/comments/, links: 'none', total: 'none', ...manner }];
	const { poll } = trigger(WATCH_PAGE, { scopes: WITHOUT_FEED });
	await poll();
	for (let number = 0; number < COMMENTS; number += 1) comment(`Comment ${number}`);
	const came: string[] = [];
	for (let polls = 0; polls < 12; polls += 1) {
		letPass(5 * MINUTE_MS);
		came.push(...(texts(await poll()) ?? []));
	}
	expect([came.length, new Set(came).size]).toEqual([shown, shown]);
});
