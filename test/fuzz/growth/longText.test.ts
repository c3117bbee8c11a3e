import { cutLongText } from '../../../nodes/LinkedIn/transport/text/longText';
import { steepGrowth } from './measure';

/** Cutting a text is at most proportional to its length, whatever ends its sentences. */

const ROOM = { post: 3_000, comment: 1_250 };
const SIZES = { from: 512, to: 32_768 };

it.each(['\n', 'x\n', '\t\r', '  \n', 'a.', 'a. ', '。', 'a.b ', 'https://a.b ', '@a.b '])(
	'a text of %j',
	async (piece) => {
		const growth = await steepGrowth((size) => {
			const text = piece.repeat(size / piece.length);
			return () => cutLongText([text], ROOM);
		}, SIZES);
		expect(growth).toBeUndefined();
	},
);
