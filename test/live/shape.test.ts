import { differences, shapeOf } from './shape';

/** LinkedIn's answer, the simulator's, and the paths that differ. */
it.each<[string, unknown, unknown, string[]]>([
	['the same', { id: 1, name: 'a' }, { id: 2, name: 'b' }, []],
	['a field that only LinkedIn sends', { id: 1, more: 'x' }, { id: 1 }, ['unknown more']],
	['a field that only the simulator sends', { id: 1 }, { id: 1, more: 'x' }, ['missing more']],
	['a text in place of a number', { id: '1' }, { id: 1 }, ['other id']],
	['an object in place of a text', { locale: { country: 'US' } }, { locale: 'en' }, ['other locale']],
	['a list in place of an object', { a: [1] }, { a: { b: 1 } }, ['other a']],
	['null says nothing of a type', { a: null }, { a: 'x' }, []],
	['nor does an empty list', { elements: [] }, { elements: [{ id: 1 }] }, []],
	['nor an answer without a body', undefined, { id: 1 }, []],
	[
		'elements are seen together',
		{ elements: [{ a: 1 }, { b: { c: 'x' } }] },
		{ elements: [{ a: 1, b: { c: 'x', d: 1 } }, { e: true }] },
		['missing elements[].b.d', 'missing elements[].e'],
	],
	[
		'ids and languages as keys are all one',
		{ results: { 'urn:li:share:1': { a: 1 }, 'urn%3Ali%3Ashare%3A2': { b: 1 } }, localized: { de_DE: 'x' } },
		{ results: { 12: { a: 1, b: 1 }, '(actor:a)': {} }, localized: { en_US: 'y' } },
		[],
	],
	['odd names are ordinary', JSON.parse('{"__proto__":{"a":1}}'), {}, ['unknown __proto__']],
])('%s', (_what, live, simulated, expected) => {
	const found = differences(shapeOf(live), shapeOf(simulated));
	expect(found.map(({ kind, path }) => `${kind} ${path}`)).toEqual(expected);
});
