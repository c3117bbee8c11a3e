import { rateLimiterOf, type PlaceRequest } from '../../../../../nodes/LinkedIn/transport/limits/rateLimiter';

const CREATE = 'CREATE /rest/posts';
const WISH: PlaceRequest = {
	lane: 'write',
	endpoint: CREATE,
	signal: undefined,
	deadlineMs: Number.POSITIVE_INFINITY,
	callMs: 60_000,
};

/** More than there is room for. */
const askForOthers = () => {
	for (let number = 0; number < 1_500; number += 1) rateLimiterOf(`other ${number}`);
};

describe('the gates of the process', () => {
	it('are one for each connection, for as long as somebody is in it', async () => {
		const gate = rateLimiterOf('held');
		let leave = () => {};
		const inside = new Promise<void>((resolve) => {
			leave = resolve;
		});
		const running = gate.pass(WISH, async () => await inside);
		askForOthers();
		expect(rateLimiterOf('held')).toBe(gate);
		leave();
		await running;
		expect(rateLimiterOf('held')).toBe(gate);
		askForOthers();
		expect(rateLimiterOf('held')).not.toBe(gate);
	});

	it('stay while somebody waits for an endpoint to open', async () => {
		const gate = rateLimiterOf('closed');
		gate.close(CREATE, 300);
		const running = gate.pass(WISH, async () => 'through');
		askForOthers();
		expect(rateLimiterOf('closed')).toBe(gate);
		expect(await running).toBe('through');
	});
});
