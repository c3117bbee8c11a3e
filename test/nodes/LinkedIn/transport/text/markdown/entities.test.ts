import { withoutEntities } from '../../../../../../nodes/LinkedIn/transport/text/markdown/entities';

/** The named character references of HTML, https://html.spec.whatwg.org/multipage/named-characters.html. */

it.each([
	['&amp;&AMP;&lt;&gt;&quot;&apos;', '&&<>"\''],
	['&comma;&period;&grave;&bsol;&NewLine;&Tab;', ',.`\\\n\t'],
	['&ensp;&ThinSpace;&zwj;&shy;', '\u2002\u2009\u200d\u00ad'],
	['&Aring;&angst;&ouml;&Ouml;&szlig;&Scaron;', 'ÅÅöÖßŠ'],
	['&rarr;&CounterClockwiseContourIntegral;&hearts;&check;', '→∳♥✓'],
	['&acE;&NotEqualTilde;&bne;', '\u223e\u0333\u2242\u0338=\u20e5'],
	['&zopf;&Zfr;', '𝕫ℨ'],
	['&#128512;&#x1F600;&#X1f600;', '😀😀😀'],
	['&#128;&#146;&#x97;', '€’—'],
	['&#0;&#xD800;&#x110000;&#9999999;', '\ufffd\ufffd\ufffd\ufffd'],
	['&eacute &Nothing; &; &#x; &#12345678;', '&eacute &Nothing; &; &#x; &#12345678;'],
])('%s', (text, characters) => {
	expect(withoutEntities(text)).toBe(characters);
});
