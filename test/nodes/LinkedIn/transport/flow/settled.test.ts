import { settled, settledSync } from '../../../../../nodes/LinkedIn/transport/flow/settled';

const fails = () => {
	throw 'failed';
};

describe('settled', () => {
	test('is what work returns, at once or later', async () => {
		expect(settledSync(() => 1)).toEqual({ ok: true, value: 1 });
		expect(await settled(() => 1)).toEqual({ ok: true, value: 1 });
		expect(await settled(async () => 1)).toEqual({ ok: true, value: 1 });
	});

	test('is what work throws, whatever that is, at once or later', async () => {
		expect(settledSync(fails)).toEqual({ ok: false, failure: 'failed' });
		expect(await settled(fails)).toEqual({ ok: false, failure: 'failed' });
		expect(await settled(async () => await Promise.reject(undefined))).toEqual({
			ok: false,
			failure: undefined,
		});
	});
});
