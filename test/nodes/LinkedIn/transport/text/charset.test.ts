import { decodedText } from '../../../../../nodes/LinkedIn/transport/text/charset';

/** Bytes made with iconv. */
const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

it.each([
	['UTF-8', Buffer.from('für 5 €'), 'en_US', 'für 5 €'],
	['UTF-8 with a mark', Buffer.from('\ufefffür'), 'en_US', 'für'],
	['UTF-16 with a mark', bytes('fffe 6600 fc00 7200'), 'en_US', 'für'],
	['UTF-16, the other way round', bytes('feff 0066 00fc 0072'), 'en_US', 'für'],
	['UTF-16 without a mark', bytes('6600 fc00 7200 0a00'), 'en_US', 'für\n'],
	['UTF-16 without a mark, the other way round', bytes('0066 00fc 0072'), 'en_US', 'für'],
	['Windows-1252', bytes('66fc7220 3520 80 2096a9'), 'en_US', 'für 5 € –©'],
	['Windows-1250', bytes('9f f32c ea'), 'pl_PL', 'źó,ę'],
	['Windows-1251', bytes('cff0e8e2e5f2'), 'ru_RU', 'Привет'],
	['Shift JIS', bytes('93fa967b8cea'), 'ja_JP', '日本語'],
	['EUC-KR', bytes('c7d1b1b9'), 'ko_KR', '한국'],
	['GB 18030', bytes('d6d0b9fa'), 'zh_CN', '中国'],
	['Big5', bytes('a4e5'), 'zh_TW', '文'],
])('reads %s', (_what, file, locale, text) => {
	expect(decodedText(file, locale)).toBe(text);
});

it.each([
	['Cyrillic that is said to be English', bytes('cff0e8e2e5f2'), 'en_US'],
	['Polish that is said to be English', bytes('6d b3 6f64 79'), 'en_US'],
	['bytes that no letter has', bytes('6181 62'), 'en_US'],
	['half a character', bytes('93fa96'), 'ja_JP'],
	['a cut UTF-16', bytes('fffe 66'), 'en_US'],
])('refuses %s', (_what, file, locale) => {
	expect(decodedText(file, locale)).toBeUndefined();
});
