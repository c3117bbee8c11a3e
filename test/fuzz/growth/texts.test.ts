import { steepGrowth } from './measure';
import { readText, textReaders } from './readers';
import { hostileTexts } from './hostileTexts';

/** For every text, a reader's work is at most proportional to its length. */

/** A text of 64 characters ends even with a reader that tries all ways; one of 16,384 reveals those that go back. */
const SIZES = { from: 64, to: 16_384 };
/** Hundreds of texts, each measured again if other work on the machine makes it doubtful. */
const TIMEOUT_MS = 300_000;

it.each(Object.keys(textReaders))(
	'%s',
	async (reader) => {
		const offenders: object[] = [];
		for (const { name, make } of hostileTexts) {
			const growth = await steepGrowth((size) => {
				const text = make(size);
				return () => readText(reader, text);
			}, SIZES);
			if (growth) offenders.push({ name, ...growth });
		}
		expect(offenders).toEqual([]);
	},
	TIMEOUT_MS,
);
