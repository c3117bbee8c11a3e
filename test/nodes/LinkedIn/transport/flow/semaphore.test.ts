import { Semaphore } from '../../../../../nodes/LinkedIn/transport/flow/semaphore';

describe('Semaphore', () => {
	test('has so many places and no more', () => {
		const places = new Semaphore(2);
		expect([places.tryEnter(), places.tryEnter(), places.tryEnter()]).toEqual([true, true, false]);
		places.leave();
		expect([places.tryEnter(), places.tryEnter()]).toEqual([true, false]);
	});

	test('hands a place to whoever waits first, before anyone else can take it', () => {
		const places = new Semaphore(1);
		const entered: string[] = [];
		places.tryEnter();
		places.wait(() => entered.push('first'));
		places.wait(() => entered.push('second'));
		places.leave();
		expect([entered, places.tryEnter()]).toEqual([['first'], false]);
		places.leave();
		expect([entered, places.tryEnter()]).toEqual([['first', 'second'], false]);
		places.leave();
		expect(places.tryEnter()).toBe(true);
	});

	test('passes over whoever has given up, even after their turn', () => {
		const places = new Semaphore(1);
		const entered: string[] = [];
		places.tryEnter();
		const giveUp = places.wait(() => entered.push('first'));
		places.wait(() => entered.push('second'));
		giveUp();
		giveUp();
		places.leave();
		expect(entered).toEqual(['second']);
	});
});
