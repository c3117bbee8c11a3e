import { gateOf, type Wish } from '../../../../../nodes/LinkedIn/transport/limits/gate';

const CREATE = 'CREATE /rest/posts';
const WISH: Wish = {
	lane: 'write',
	endpoint: CREATE,
	signal: undefined,
	deadlineMs: Number.POSITIVE_INFINITY,
	callMs: 60_000,
};

/** More than there is room for. */
const askForOthers = () => {
	for (let number = 0; number < 1_500; number += 1) gateOf(`other ${number}`);
};

describe('the gates of the process', () => {
	it('are one for each connection, for as long as somebody is in it', async () => {
		const gate = gateOf('held');
		let leave = () => {};
		const inside = new Promise<void>((resolve) => {
			leave = resolve;
		});
		const running = gate.pass(WISH, async () => await inside);
		askForOthers();
		expect(gateOf('held')).toBe(gate);
		leave();
		await running;
		expect(gateOf('held')).toBe(gate);
		askForOthers();
		expect(gateOf('held')).not.toBe(gate);
	});

	it('stay while somebody waits for an endpoint to open', async () => {
		const gate = gateOf('closed');
		gate.close(CREATE, 300);
		const running = gate.pass(WISH, async () => 'through');
		askForOthers();
		expect(gateOf('closed')).toBe(gate);
		expect(await running).toBe('through');
	});
});
