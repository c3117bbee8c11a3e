import { z } from 'zod';

import { isEntity, readEntity } from '../../../../../nodes/LinkedIn/transport/answers/readEntity';

const schema = z
	.object({
		id: z.union([z.string(), z.number().transform(String)]),
		name: z.string().optional(),
		texts: z.array(z.string()).optional(),
		byLanguage: z.record(z.string()).optional(),
		stamp: z.object({ time: z.number(), actor: z.string() }).partial().optional(),
		place: z.object({ country: z.string(), language: z.string() }).optional(),
		parts: z
			.array(z.object({ from: z.number(), note: z.string().optional() }))
			.min(1)
			.optional(),
	})
	.strict();

test.each<[what: string, given: object, read: object]>([
	['what is right', { id: 'a', name: 'b', texts: ['c'] }, { id: 'a', name: 'b', texts: ['c'] }],
	['null', { id: 'a', name: null, texts: null, stamp: null }, { id: 'a' }],
	['another type', { id: 'a', name: 7, texts: 'c', stamp: [], place: 'here' }, { id: 'a' }],
	['odd entries of a list', { id: 'a', texts: [null, 'c', 7, {}, 'd'] }, { id: 'a', texts: ['c', 'd'] }],
	[
		'odd entries of a map',
		{ id: 'a', byLanguage: { en: 'x', de: null } },
		{ id: 'a', byLanguage: { en: 'x' } },
	],
	[
		'an odd member of a part',
		{ id: 'a', stamp: { time: 'x', actor: 'b' } },
		{ id: 'a', stamp: { actor: 'b' } },
	],
	['a part that lacks what it needs', { id: 'a', place: { country: 'US', language: null } }, { id: 'a' }],
	[
		'parts of a list that lack what they need',
		{ id: 'a', parts: [{ note: 'x' }, null, { from: 1, note: 2 }] },
		{ id: 'a', parts: [{ from: 1 }] },
	],
	['a list of which nothing is left', { id: 'a', parts: [{}, { from: null }] }, { id: 'a' }],
	['a number for a text', { id: 12 }, { id: '12' }],
])('%s: what is wrong counts as absent', (_what, given, read) => {
	const before = JSON.stringify(given);
	expect(readEntity(schema, given)).toEqual(read);
	expect(JSON.stringify(given)).toBe(before);
});

test.each([null, undefined, 'text', 7, true, [], [{ id: 'a' }], {}, { id: null }, { id: {} }, { name: 'b' }])(
	'%j cannot be read',
	(given) => {
		expect(readEntity(schema, given)).toBeUndefined();
	},
);

test('ten thousand odd entries cost no more than ten times a thousand', () => {
	const time = (count: number) => {
		const texts = Array.from({ length: count }, (_, place) => (place % 2 ? 'x' : null));
		const startedAt = performance.now();
		expect(readEntity(schema, { id: 'a', texts })).toMatchObject({ texts: { length: count / 2 } });
		return performance.now() - startedAt;
	};
	time(10_000);
	const fastest = (count: number) => Math.min(...Array.from({ length: 5 }, () => time(count)));
	// Linear is a factor of 10; a quadratic reader would take 100 times as long.
	expect(fastest(20_000) / fastest(2_000)).toBeLessThan(40);
});

test.each([
	[{}, true],
	[[], false],
	[null, false],
	['text', false],
])('%j is an entity: %p', (value, is) => {
	expect(isEntity(value)).toBe(is);
});
