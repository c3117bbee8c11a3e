import { fromMarkdown } from '../../../../../nodes/LinkedIn/transport/text/markdown';

it.each([
	[
		'stars and underscores go',
		'**Bold**, *it*, __b__, _i_, ***both*** and ~~old~~',
		'Bold, it, b, i, both and old',
	],
	['emphasis over a line break', '*one\ntwo*', 'one\ntwo'],
	['headings lose their marks', '# Title\n\n## Sub ##\ntext', 'Title\n\nSub\ntext'],
	['a heading keeps the mark of a word', '# C# #', 'C#'],
	['a heading of nothing stays', '# ', '#'],
	['lists get bullets, numbers stay', '- a\n* b\n  + c\n1. d', '• a\n• b\n  • c\n1. d'],
	['tasks get boxes', '- [ ] open\n- [x] done', '☐ open\n☑ done'],
	['links become text and address', '[our page](https://x.org/a_b_c)', 'our page (https://x.org/a_b_c)'],
	['a link with brackets and a title', '[w](https://x.org/a_(b) "T")', 'w (https://x.org/a_(b))'],
	['a link that says its own address', '[https://x.org](https://x.org/)', 'https://x.org/'],
	['a mail link', '[ada@x.org](mailto:ada@x.org)', 'ada@x.org'],
	['an address in angle brackets', '<https://x.org/_a_>', 'https://x.org/_a_'],
	['an image becomes its description', '![A cat](https://x.org/c.png)', 'A cat (https://x.org/c.png)'],
	['bold around a link', '**[t](https://x.org)**', 't (https://x.org)'],
	['a bare address keeps its underscores and stars', 'https://x.org/a_b_c*d*e', 'https://x.org/a_b_c*d*e'],
	['words with underscores', 'snake_case_name and __init__.py', 'snake_case_name and init.py'],
	['arithmetic', '2*3*4 and 2 * 3 * 4', '2*3*4 and 2 * 3 * 4'],
	['stars that nothing closes', '**open and * star', '**open and * star'],
	['code stays as it is', '`*a*` and ``b ` c``', '*a* and b ` c'],
	['one letter of code', '`x`', 'x'],
	['backticks that find no match', '```a`` b', '```a`` b'],
	['emphasis ends with its paragraph', '*one\n \ntwo*', '*one\n \ntwo*'],
	['a fence goes, its code stays', 'a\n```js\nlet *x* = 1;\n```\nb', 'a\nlet *x* = 1;\nb'],
	['a fence that nothing closes', '```\n*x*', '*x*'],
	['escaped marks are marks', '\\*not bold\\* \\# 1', '*not bold* # 1'],
	['quotes and rules go', '> said\n> so\n\n---\nafter', 'said\nso\n\nafter'],
	['hard breaks are breaks', 'one  \ntwo\\\nthree', 'one\ntwo\nthree'],
	['line breaks stay, three are two', 'a\nb\n\n\n\nc', 'a\nb\n\nc'],
	['Windows line ends', 'a\r\n- b', 'a\n• b'],
	['hashtags stay', '#jobs and #AI', '#jobs and #AI'],
	[
		'mentions stay',
		'With @[Acme_Corp_ (x)](urn:li:organization:1)',
		'With @[Acme_Corp_ (x)](urn:li:organization:1)',
	],
	['entities are read', 'R&amp;D &lt;3', 'R&D <3'],
	['an escaped mark in an address', 'https://x.org/a\\_b', 'https://x.org/a_b'],
	['an escaped mark in the address of a link', '[t](https://x.org/a\\_b)', 't (https://x.org/a_b)'],
	['an escaped mark in an address in brackets', '<https://x.org/a\\_b>', 'https://x.org/a_b'],
	['a mention in code', '`@[Acme](urn:li:organization:1)`', '@[Acme](urn:li:organization:1)'],
	['code in the address of a link', '[t](https://x.org/`q`)', 't (https://x.org/q)'],
	['private characters in code stay', '```\n\ue123 \ue000\n```', '\ue123 \ue000'],
	['private characters stay', '\ue000 **a** \uf8ff', '\ue000 a \uf8ff'],
	['plain text stays', 'Hello, world! 😀', 'Hello, world! 😀'],
	['nothing stays nothing', '', ''],
])('%s', (_what, markdown, text) => {
	expect(fromMarkdown(markdown)).toBe(text);
});

it.each([
	['bold and headings', '# Az\n**b 1**, *c*', '𝗔𝘇\n𝗯 𝟭, c'],
	['not the hashtags in it', '**See #jobs now**', '𝗦𝗲𝗲 #jobs 𝗻𝗼𝘄'],
	['not the address in it', '**[t](https://x.org/a)**', '𝘁 (https://x.org/a)'],
	['letters without a bold form stay', '**Größe**', '𝗚𝗿öß𝗲'],
])('with bold letters: %s', (_what, markdown, text) => {
	expect(fromMarkdown(markdown, { boldLetters: true })).toBe(text);
});
