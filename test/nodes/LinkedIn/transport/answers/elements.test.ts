import { ElementReader, Unreadable } from '../../../../../nodes/LinkedIn/transport/answers/elements';
import type { Entity } from '../../../../../nodes/LinkedIn/transport/answers/readEntity';

const idOf = ({ id }: Entity) => (typeof id === 'string' ? id : new Unreadable('one has no id'));

test.each<[given: unknown, reason: string]>([
	[null, 'one is null instead of an object'],
	[undefined, 'one is missing instead of an object'],
	['text', 'one is text instead of an object'],
	[7, 'one is a number instead of an object'],
	[false, 'one is a boolean instead of an object'],
	[[], 'one is a list instead of an object'],
	[{ id: null }, 'one has no id'],
])('beside %j the others are read in their order, and it is said', (odd, reason) => {
	const reader = new ElementReader();
	expect(reader.read([{ id: 'a' }, odd, { id: 'b' }], idOf)).toEqual(['a', 'b']);
	expect(reader.leftOut()).toEqual([{ what: 'elements', count: 1, of: 3, reason }]);
	expect(reader.notices).toEqual([`1 of 3 elements could not be read and was left out: ${reason}.`]);
});

test('counts over all pages, by kind, with the first reason', () => {
	const reader = new ElementReader();
	reader.read([{ id: 'a' }, null], idOf, 'posts');
	reader.read([{}, { id: 'b' }], idOf, 'posts');
	reader.read([[]], idOf, 'comments');
	reader.read([{ id: 'c' }], idOf, 'forms');
	expect(reader.notices).toEqual([
		'2 of 4 posts could not be read and were left out: one is null instead of an object.',
		'1 of 1 comments could not be read and was left out: one is a list instead of an object.',
	]);
});

test('what can be read and is not wanted is not counted', () => {
	const reader = new ElementReader();
	expect(reader.read([{ id: 'a' }], () => undefined)).toEqual([]);
	expect(reader.notices).toEqual([]);
});

test('a reader that throws loses its element only, and its words stay inside', () => {
	const reader = new ElementReader();
	const broken = ({ id }: Entity) => (id as string).toUpperCase();
	expect(reader.read([{ id: 'a' }, { id: 7 }, { id: 'b' }], broken)).toEqual(['A', 'B']);
	expect(reader.notices[0]).toContain("one has a form that this node doesn't know");
});
