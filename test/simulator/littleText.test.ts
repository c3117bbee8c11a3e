import { dropWrongMentions, parseLittleText, readForm, shownText } from './littleText';

describe('commentary is shown as LinkedIn shows it', () => {
	it.each([
		['plain', 'plain', ''],
		['a\\_b \\(c\\)', 'a_b (c)', ''],
		['back\\\\slash', 'back\\slash', ''],
		['hi @[Acme Corp](urn:li:organization:2414183)!', 'hi Acme Corp!', ''],
		['@[Globex & Söhne \\(Labs\\)](urn:li:organization:5583111)', 'Globex & Söhne (Labs)', ''],
		['#Grün and {hashtag|\\#|two}', '#Grün and #two', ''],
		['cut (here)', 'cut ', '(here)'],
		['a_b', 'a', '_b'],
		['mail a@b.c', 'mail a', '@b.c'],
		['# alone', '', '# alone'],
		['x \\y', 'x ', '\\y'],
		['@[No](urn:li:school:1)', '', '@[No](urn:li:school:1)'],
		['{other|\\#|x}', '', '{other|\\#|x}'],
		['end\\', 'end', '\\'],
	])('%s', (commentary, shown, cut) => {
		const read = parseLittleText(commentary);
		expect({ shown: shownText(read.parts), cut: read.cut }).toEqual({ shown, cut });
	});
});

describe('the read form', () => {
	it.each([
		['#tag \\(x\\)', '{hashtag|\\#|tag} \\(x\\)'],
		['@[Acme Corp](urn:li:organization:1)', '@[Acme Corp](urn:li:organization:1)'],
		['@[acme corp](urn:li:organization:1)', 'acme corp'],
	])('of %s is %s', (commentary, read) => {
		const { parts } = parseLittleText(commentary);
		expect(readForm(dropWrongMentions(parts, () => ['Acme Corp']))).toBe(read);
	});
});
