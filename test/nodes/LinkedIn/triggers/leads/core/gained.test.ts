import { HOUR_MS, World } from './world';

/** Owners that a member gains while the trigger runs: a poll with nothing else to do lists again. */

const MINUTE_MS = 60_000;
const CALLS_A_DAY = 80;

it('finds an account that is gained within three hours, its leads from the last list on', async () => {
	const world = new World();
	await world.poll(CALLS_A_DAY);
	world.nowMs += MINUTE_MS;
	world.owners = ['a', 'b', 'c'];
	const id = world.submit('c SPONSORED');
	for (let minute = 0; minute < 180; minute += 1) {
		world.nowMs += MINUTE_MS;
		await world.poll(CALLS_A_DAY);
	}
	expect(world.emitted).toEqual([id]);
	expect(world.nowMs % (24 * HOUR_MS)).toBeLessThan(4 * HOUR_MS);
});
