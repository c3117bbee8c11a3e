import { getEventListeners } from 'node:events';

import { withDeadline } from '../../../../../nodes/LinkedIn/transport/limits/deadline';
import { alarmAfter } from '../../../../../nodes/LinkedIn/transport/memory/alarms';

/** Longer than the maximum delay of a deadline. */
const LATE_MS = 700;
const AFTER_MS = 50;
const pass = async () => await new Promise((resolve) => setTimeout(resolve, LATE_MS));
const never = async () => await new Promise<never>(() => undefined);

it('a deadline aborts, and what is held is given up', async () => {
	const deadline = withDeadline(AFTER_MS, undefined);
	await expect(deadline.hold(never())).rejects.toThrow('The deadline has passed');
	expect([deadline.signal.aborted, deadline.isOver()]).toEqual([true, true]);
	deadline.end();
});

it('a call that ended leaves nothing: no alarm, and no listener on the signal of the execution', async () => {
	const { signal } = new AbortController();
	const ended = Array.from({ length: 20 }, () => withDeadline(AFTER_MS, signal));
	expect(getEventListeners(signal, 'abort')).toHaveLength(20);
	for (const deadline of ended) deadline.end();
	expect(getEventListeners(signal, 'abort')).toEqual([]);
	await pass();
	expect(ended.filter((deadline) => deadline.signal.aborted || deadline.isOver())).toEqual([]);
});

it('a cancelled execution ends it with its reason, and is no deadline', async () => {
	const stop = new AbortController();
	const deadline = withDeadline(60_000, stop.signal);
	const held = expect(deadline.hold(never())).rejects.toThrow('Stopped');
	stop.abort(new Error('Stopped'));
	await held;
	expect([deadline.signal.aborted, deadline.isOver()]).toEqual([true, false]);
	deadline.end();
});

it('an alarm rings once, and not after it was taken back', async () => {
	const [rings, silent] = [jest.fn(), jest.fn()];
	alarmAfter(AFTER_MS, rings);
	alarmAfter(AFTER_MS, silent)();
	await pass();
	await pass();
	expect(rings).toHaveBeenCalledTimes(1);
	expect(silent).not.toHaveBeenCalled();
});
