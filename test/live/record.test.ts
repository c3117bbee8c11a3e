import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normalised, record, recordings } from './record';

it.each<[string, unknown, unknown]>([
	[
		'a name and a text',
		{ localizedName: 'Acme Corp', text: 'Hi Ada' },
		{ localizedName: 'text', text: 'text' },
	],
	[
		'constants stay',
		{ role: 'ADMINISTRATOR', code: 'NONEXISTENT_VERSION' },
		{ role: 'ADMINISTRATOR', code: 'NONEXISTENT_VERSION' },
	],
	[
		'a URN keeps its kind, and is the same wherever it stands',
		{ a: 'urn:li:person:AbC', b: 'urn:li:share:7', c: 'urn:li:person:AbC' },
		{ a: 'urn:li:person:1', b: 'urn:li:share:2', c: 'urn:li:person:1' },
	],
	['a text with a URN in it', { message: 'urn:li:person:AbC is no Ada' }, { message: 'text' }],
	['a URN with parts', { urn: 'urn:li:comment:(urn:li:activity:12,34)' }, { urn: 'urn:li:comment:1' }],
	[
		'keys of a batch',
		{ results: { 'urn%3Ali%3Ashare%3A9': {}, 123: {} } },
		{ results: { 'urn:li:share:1': {}, 1: {} } },
	],
	['an address', { href: 'https://media.example.org/x?e=1' }, { href: 'https://www.example.com/1' }],
	['an e-mail address', { email: 'ada@example.org' }, { email: 'text' }],
	['digits in text', { amount: '12.50', id: '987' }, { amount: '1.5', id: '1' }],
	['figures', { n: 4711, zero: 0, part: 2.25, minus: -1 }, { n: 1, zero: 0, part: 1.5, minus: -1 }],
	[
		'figures of the protocol stay',
		{ status: 404, count: 100, start: 0 },
		{ status: 404, count: 100, start: 0 },
	],
	[
		'times keep their order',
		{ elements: [{ at: 1700000000500 }, { at: 1700000000100 }] },
		{ elements: [{ at: Date.UTC(2026, 0, 1) + 1000 }, { at: Date.UTC(2026, 0, 1) }] },
	],
	['null and flags', { a: null, b: true }, { a: null, b: true }],
	['nothing', undefined, undefined],
])('%s', (_what, body, expected) => {
	expect(normalised(body)).toEqual(expected);
});

it('writes an answer a file, and reads them again', () => {
	const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
	try {
		const answer = { status: 200, headers: { 'x-li-uuid': 'secret' }, body: { id: 'urn:li:person:AbC' } };
		expect(record(folder, '202609', [['roles of the member', { answer }]])).toBe(1);
		expect(readdirSync(folder)).toEqual(['roles-of-the-member.json']);
		expect(recordings(folder)).toEqual([
			{
				call: 'roles of the member',
				recorded: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
				version: '202609',
				status: 200,
				body: { id: 'urn:li:person:1' },
			},
		]);
		expect(readFileSync(join(folder, 'roles-of-the-member.json'), 'utf8')).not.toMatch(/AbC|secret/);
	} finally {
		rmSync(folder, { recursive: true });
	}
	expect(recordings(join(folder, 'none'))).toEqual([]);
});
