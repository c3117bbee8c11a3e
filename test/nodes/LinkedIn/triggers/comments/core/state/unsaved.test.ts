import { newPage } from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/state';
import { likelyReadAt } from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/unsaved';

const BEGAN = 1_000_000;
const SAVED = 400_000;

const pageOf = (posts: number) => {
	const page = newPage(0);
	for (let post = 0; post < posts; post += 1)
		page.posts[`post ${String(post).padStart(3, '0')}`] = { until: 0 };
	return page;
};
/** Keys in the order in which a process would read posts that were saved as read at the same time. */
const orderOf = (page: ReturnType<typeof pageOf>, number: number) => {
	const readAt = likelyReadAt(page, { number, beganAtMs: BEGAN });
	return Object.keys(page.posts).sort((a, b) => readAt(a, SAVED) - readAt(b, SAVED));
};

it('knows what this process has read, and takes the rest for read between its saved reading and the start', () => {
	const page = pageOf(7);
	const readAt = likelyReadAt(page, { number: 3, beganAtMs: BEGAN });
	for (const key of Object.keys(page.posts)) {
		expect(readAt(key, BEGAN + 1)).toBe(BEGAN + 1);
		expect(readAt(key, SAVED)).toBeGreaterThanOrEqual(SAVED);
		expect(readAt(key, SAVED)).toBeLessThan(BEGAN);
	}
	expect(readAt('post that is not listed', SAVED)).toBe(SAVED);
});

it.each([
	[26, 4, 14],
	[26, 10, 6],
	[105, 5, 46],
	[200, 8, 54],
])('of %d posts, %d a process, each has its turn within %d processes', (posts, each, within) => {
	const page = pageOf(posts);
	for (const first of [1, 2, 50]) {
		const read = new Set<string>();
		for (let number = first; number < first + within; number += 1) {
			for (const key of orderOf(page, number).slice(0, each)) read.add(key);
		}
		expect(read.size).toBe(posts);
	}
});
