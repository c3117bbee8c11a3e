import { HeldBytes } from '../../../../../nodes/LinkedIn/transport/run/heldBytes';

const bytes = (size: number) => Buffer.alloc(size);

test('the least recently used files go when there is no room', () => {
	const held = new HeldBytes(10);
	held.set('a', bytes(4));
	held.set('b', bytes(4));
	held.get('a');
	held.set('c', bytes(4));
	expect(['a', 'b', 'c'].filter((key) => held.get(key))).toEqual(['a', 'c']);
});

test('the newest stays although it is larger than all may be, and goes with the next', () => {
	const held = new HeldBytes(10);
	held.set('a', bytes(4));
	held.set('large', bytes(20));
	expect(held.get('a')).toBeUndefined();
	expect(held.get('large')).toHaveLength(20);
	held.set('b', bytes(10));
	expect(held.get('large')).toBeUndefined();
	expect(held.get('b')).toHaveLength(10);
});

test('a file that is set again counts once', () => {
	const held = new HeldBytes(10);
	held.set('a', bytes(6));
	held.set('a', bytes(6));
	held.set('b', bytes(4));
	expect([held.get('a'), held.get('b')].map((one) => one?.length)).toEqual([6, 4]);
});
