import type { INodeProperties } from 'n8n-workflow';

import {
	readList,
	sendList,
	type Entry,
} from '../../../../../../nodes/LinkedIn/resources/ads/fields/listInput';
import type { ErrorCode } from '../../../../../../nodes/LinkedIn/transport/errors/codes';
import { LinkedInError } from '../../../../../../nodes/LinkedIn/transport/errors/errors';
import { InputError } from '../../../../../../nodes/LinkedIn/transport/errors/inputError';

const field = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
});
const COLUMNS: INodeProperties[] = [
	field('Amount', 'conversionValue'),
	{
		...field('Person', 'user'),
		type: 'collection',
		options: [field('First Name', 'firstName'), field('Amount', 'size')],
	},
];
const read = (value: unknown) => readList(value, 'Events', COLUMNS, (row) => row);

describe('values of a list', () => {
	test.each<[string, object, object]>([
		['by the name of the field', { conversionValue: 5 }, { conversionValue: 5 }],
		['as on the form', { Amount: 5 }, { conversionValue: 5 }],
		['in other capitals and signs', { 'first-name': 'Ada' }, { user: { firstName: 'Ada' } }],
		['in their collection', { Person: { 'FIRST NAME': 'Ada' } }, { user: { firstName: 'Ada' } }],
		[
			'in it and beside it',
			{ firstName: 'Ada', user: { Amount: 2 } },
			{ user: { firstName: 'Ada', size: 2 } },
		],
		[
			'of a field before one in a collection',
			{ amount: 1, size: 2 },
			{ conversionValue: 1, user: { size: 2 } },
		],
		['none of them empty', { Amount: '', firstName: null, user: {} }, { user: {} }],
	])('%s', (_name, given, placed) => {
		expect(read([given])).toEqual([{ ok: true, value: placed }]);
		expect(read(JSON.stringify([given]))).toEqual([{ ok: true, value: placed }]);
	});

	test.each<[string, unknown, string]>([
		['a name that no field has', { colour: 1 }, '"colour" is not a field of an entry'],
		['a name within a collection', { user: { colour: 1 } }, '"colour" is not a field of an entry'],
		['text for a collection', { user: 'Ada' }, 'Person must be an object'],
		['text for an entry', 'Ada', 'Events: the entry must be an object'],
	])('%s is wrong, and harms no other', (_name, given, message) => {
		expect(read([given, { amount: 1 }])).toEqual([
			{ ok: false, error: expect.objectContaining({ message }) },
			{ ok: true, value: { conversionValue: 1 } },
		]);
	});

	test.each([
		['an object', {}, 'Events must be a list'],
		['nothing', '', 'Events must be a list'],
		['an empty list', [], 'Events is empty'],
	])('%s is refused', (_name, given, message) => {
		expect(() => read(given)).toThrow(message);
	});
});

const right: Entry<number> = { ok: true, value: 1 };
const wrong: Entry<number> = { ok: false, error: new InputError('Email', 'no address', 'Give one.') };
const refused = (message: string, status: number | null = 400, code: ErrorCode | null = null) => ({
	error: new LinkedInError(message, { status, code, advice: 'Mend it.' }),
});
const send = async (entries: Array<Entry<number>>, results: object[]) =>
	await sendList(
		entries,
		async () => results,
		(value, result) => ({ value: value ?? null, hasResult: result !== undefined }),
	);

describe('items of a list', () => {
	test('each says what became of its entry, in their order', async () => {
		const results = [{}, refused('too old'), refused('lost', null, 'OUTCOME_UNKNOWN')];
		const of = (index: number, more: object) => ({ value: 1, hasResult: true, index, ...more });
		expect(await send([right, wrong, right, right], results)).toEqual([
			of(0, { sent: true }),
			{
				value: null,
				hasResult: false,
				index: 1,
				sent: false,
				status: null,
				reason: 'no address',
				advice: 'Give one.',
			},
			of(2, { sent: false, status: 400, reason: 'too old', advice: 'Mend it.' }),
			of(3, { sent: null, status: null, reason: 'lost', advice: 'Mend it.' }),
		]);
	});

	test.each<[string, Array<Entry<number>>, object[], string]>([
		['the only entry is wrong', [wrong], [], 'no address'],
		['the only entry is refused', [right], [refused('too old')], 'too old'],
		[
			'some are unknown and the others were not sent',
			[right, right],
			[refused('quota', 429), refused('lost', null, 'OUTCOME_UNKNOWN')],
			'lost',
		],
		['LinkedIn is down', [right, wrong, right], [refused('down', 503), refused('not sent', 503)], 'down'],
		[
			'LinkedIn says the same of all',
			[right, right],
			[refused('no role', 403), refused('no role', 403)],
			'no role',
		],
	])('the item fails where %s', async (_name, entries, results, message) => {
		await expect(send(entries, results)).rejects.toThrow(message);
	});

	test.each<[string, Array<Entry<number>>, object[]]>([
		[
			'entries are refused for reasons of their own',
			[right, right],
			[refused('too old'), refused('no value')],
		],
		['all entries are wrong', [wrong, wrong], []],
		['one that is right is refused', [wrong, right], [refused('too old')]],
	])('none sent, and an item each, where %s', async (_name, entries, results) => {
		const items = await send(entries, results);
		expect(items.map(({ sent }) => sent)).toEqual(entries.map(() => false));
	});
});
