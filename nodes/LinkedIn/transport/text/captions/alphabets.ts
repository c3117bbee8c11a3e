/**
 * The encodings used for each language before UTF-8, and what a text in it looks like; other languages are uncertain.
 */

export interface Alphabet {
	encoding: string;
	/** All of its letters that aren't ASCII, in lower case, and signs; undefined for languages with too many. */
	letters?: string;
	/** Otherwise its words don't contain Latin letters. */
	isLatin: boolean;
	/** Words don't consist only of accents. */
	accentsAreRare: boolean;
}

const LATIN: Array<[encoding: string, letters: Record<string, string>]> = [
	[
		'windows-1252',
		{
			af: 'áéèêëíîïóôöúûü',
			ca: 'àçèéíïòóúüñ·ªº¿¡',
			da: 'åæøäöéüèàô',
			de: 'äöüßéèàáâçêñ„‚',
			// For an unspecified language: letters with the same bytes in all encodings of the Latin alphabet.
			en: 'äéóöü',
			es: 'áéíñóúüçªº¿¡',
			eu: 'ñüç',
			fi: 'åäöšžé',
			fr: 'àâæçèéêëîïôœùûüÿñöäóáí',
			ga: 'áéíóú',
			gd: 'àèìòùáéó',
			gl: 'áéíñóúüïçªº¿¡',
			id: 'é',
			is: 'áðéíóúýþæö„',
			it: 'àèéìíîòóùúªº',
			lb: 'äéëöüèêôûîâ„',
			ms: 'é',
			nb: 'åæøäöéèêòóôü',
			nl: 'áàäâçéèêëíïîóòôöúùûüñ„‚',
			nn: 'åæøäöéèêòóôü',
			no: 'åæøäöéèêòóôü',
			pt: 'ãáâàçéêíóôõúüªº',
			sv: 'åäöéüàè',
		},
	],
	[
		'windows-1250',
		{
			bs: 'čćđšž„',
			cs: 'áčďéěíňóřšťúůýžäöü„‚',
			hr: 'čćđšž„',
			hu: 'áéíóöőúüűä„',
			pl: 'ąćęłńóśźżäéöü„',
			ro: 'ăâîşţé„',
			sk: 'áäčďéíĺľňóôŕšťúýžöü„‚',
			sl: 'čšžćđ„',
			sq: 'çë„',
		},
	],
	['windows-1254', { tr: 'çğıİöşüâîû' }],
	['windows-1257', { et: 'äõöüšž„', lt: 'ąčęėįšųūž„', lv: 'āčēģīķļņšūž„' }],
	['windows-1258', { vi: 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ' }],
];

const OTHERS: Array<[encoding: string, letters: Record<string, string>]> = [
	[
		'windows-1251',
		{
			be: 'а-яёіў„№',
			bg: 'а-я„№',
			mk: 'абвгдѓежзѕијклљмнњопрстќуфхцчџш„№',
			ru: 'а-яё„№',
			sr: 'абвгдђежзијклљмнњопрстћуфхцчџш„№',
			uk: 'а-яёєіїґ„№',
		},
	],
	['windows-1253', { el: 'α-ωάέήίόύώϊϋΐΰ·΄΅' }],
	['windows-1255', { he: '\u0591-\u05f4₪\u200e\u200f', iw: '\u0591-\u05f4₪\u200e\u200f' }],
	[
		'windows-1256',
		{
			ar: '\u0621-\u0652،؛؟\u200c-\u200f',
			fa: '\u0621-\u0652پچژکگی،؛؟\u200c-\u200f',
			ur: '\u0621-\u0652پچژکگںھہےٹڈڑ،؛؟\u200c-\u200f',
		},
	],
	['windows-874', { th: '\u0e01-\u0e5b' }],
];

const EAST_ASIAN: Record<string, string> = {
	ja: 'shift_jis',
	ko: 'euc-kr',
	zh_CN: 'gb18030',
	zh_SG: 'gb18030',
	zh_HK: 'big5',
	zh_MO: 'big5',
	zh_TW: 'big5',
};

const BY_LANGUAGE: ReadonlyMap<string, Alphabet> = new Map([
	...rows(LATIN, true),
	...rows(OTHERS, false),
	...Object.entries(EAST_ASIAN).map(([language, encoding]): [string, Alphabet] => [
		language,
		{ encoding, isLatin: false, accentsAreRare: false },
	]),
]);

function rows(table: typeof LATIN, isLatin: boolean): Array<[string, Alphabet]> {
	return table.flatMap(([encoding, languages]) =>
		Object.entries(languages).map(([language, letters]): [string, Alphabet] => [
			language,
			{ encoding, letters, isLatin, accentsAreRare: encoding === 'windows-1252' && language !== 'is' },
		]),
	);
}

/** @param locale a language and a country, `de_DE` */
export function alphabetOf(locale: string): Alphabet | undefined {
	return BY_LANGUAGE.get(locale) ?? BY_LANGUAGE.get(locale.slice(0, 2));
}
