import { World } from './world';

/** A clock that is wrong by less than clocks may differ, so nothing corrects it. */

const MINUTE_MS = 60_000;
const CALLS_A_DAY = 200;

it.each([50, -50])('on a clock that is wrong by %d minutes leads come within two hours', async (minutes) => {
	const world = new World();
	const live = async (hours: number) => {
		for (let passed = 0; passed < hours * 60; passed += 5) {
			world.nowMs += 5 * MINUTE_MS;
			await world.poll(CALLS_A_DAY);
		}
	};
	await world.poll(CALLS_A_DAY);
	await live(3);
	world.clockMs = minutes * MINUTE_MS;
	await live(3);
	for (let lead = 0; lead < 5; lead += 1) {
		const id = world.submit('a SPONSORED');
		await live(2);
		expect(world.emitted).toContain(id);
	}
	expect(world.emitted).toHaveLength(5);
});
