/** Markdown's line marks. Each line is looked at once. */
import { tableAt } from './tables';

/** Protects a text from further changes: returns what stands for it. */
export type Keep = (piece: string) => string;

/** Fenced code stays unchanged, the fences are removed. An unclosed fence extends to the end. */
export function withoutFences(text: string, keep: Keep): string {
	const out: string[] = [];
	let fence = '';
	let code: string[] = [];
	const lines = text.split('\n');
	for (const [index, line] of lines.entries()) {
		const bare = withoutIndent(line);
		if (fence === '') {
			fence = index < lines.length - 1 ? openingFence(bare) : '';
			if (fence === '') out.push(line);
		} else if (closes(bare, fence)) {
			out.push(keep(code.join('\n')));
			fence = '';
			code = [];
		} else {
			code.push(line);
		}
	}
	if (fence !== '') {
		if (code.at(-1) === '') code.pop();
		out.push(keep(code.join('\n')));
	}
	return out.join('\n');
}

/** @returns its marks, '' if the line isn't one */
function openingFence(bare: string): string {
	const mark = bare.charAt(0);
	if (mark !== '`' && mark !== '~') return '';
	const length = runLength(bare, 0);
	return length >= 3 && !bare.includes('`', mark === '`' ? length : 0) ? bare.slice(0, length) : '';
}

function closes(bare: string, fence: string): boolean {
	if (!bare.startsWith(fence)) return false;
	const end = endWithoutBlanks(bare);
	for (let at = fence.length; at < end; at += 1) if (bare[at] !== '`' && bare[at] !== '~') return false;
	return true;
}

const BREAK_TAG = /<br *\/?>/gi;

/**
 * Rules, quotes, tables, hard breaks, headings and list markers, line by line.
 * @param heading converts a title
 */
export function withoutLineMarks(text: string, heading: (title: string) => string): string {
	const out: string[] = [];
	const lines = text.split('\n').map(withoutQuote);
	for (let at = 0; at < lines.length; at += 1) {
		const table = tableAt(lines, at);
		if (table) {
			out.push(...table.rows.map((row) => row.replace(BREAK_TAG, ' ')));
			at = table.end - 1;
		} else if (!isRule(lines[at])) {
			const line = withoutHardBreak(lines[at], lines[at + 1] ?? '').replace(BREAK_TAG, '\n');
			// The line ends there anyway.
			const isBroken = at + 1 < lines.length && /\n ?$/.test(line);
			out.push(listItem(title(isBroken ? line.slice(0, line.lastIndexOf('\n')) : line, heading)));
		}
	}
	return out.join('\n');
}

/** Three or more of one mark, and nothing else. */
function isRule(line: string): boolean {
	let mark = '';
	let count = 0;
	for (const character of line) {
		if (character === ' ' || character === '\t') continue;
		if (mark === '') mark = character;
		if (character !== mark || !'*-_'.includes(character)) return false;
		count += 1;
	}
	return count >= 3;
}

/** @returns a line without leading quote marks */
export function withoutQuote(line: string): string {
	let at = indentOf(line);
	if (at > 3 || line[at] !== '>') return line;
	while (line[at] === '>') at += line[at + 1] === ' ' || line[at + 1] === '\t' ? 2 : 1;
	return line.slice(at);
}

/** At the end of a paragraph a backslash is text. */
function withoutHardBreak(line: string, next: string): string {
	if (line.endsWith('\\') && next.trim() !== '') return line.slice(0, -1);
	let end = line.length;
	while (line[end - 1] === ' ') end -= 1;
	return line.length - end >= 2 ? line.slice(0, end) : line;
}

function title(line: string, heading: (title: string) => string): string {
	const start = indentOf(line);
	const marks = line[start] === '#' ? runLength(line, start) : 0;
	const after = line[start + marks];
	if (start > 3 || marks < 1 || marks > 6 || (after !== ' ' && after !== '\t')) return line;
	const words = withoutIndent(line.slice(start + marks));
	const text = withoutClosingMarks(words.slice(0, endWithoutBlanks(words)));
	return text === '' ? line : heading(text);
}

/** Separated from the title, unlike the one in "C#". */
function withoutClosingMarks(text: string): string {
	let end = text.length;
	while (text[end - 1] === '#') end -= 1;
	return text[end - 1] === ' ' || text[end - 1] === '\t'
		? text.slice(0, endWithoutBlanks(text.slice(0, end)))
		: text;
}

function listItem(line: string): string {
	const start = indentOf(line);
	if (!'-*+'.includes(line.charAt(start) || ' ')) return line;
	const text = start + 1 + indentOf(line.slice(start + 1));
	if (text === start + 1) return line;
	const box = /^\[([ xX])\][ \t]/.exec(line.slice(text, text + 4));
	const indent = line.slice(0, start);
	if (!box) return `${indent}• ${line.slice(text)}`;
	const words = withoutIndent(line.slice(text + 3));
	return `${indent}${box[1] === ' ' ? '☐' : '☑'} ${words}`;
}

/** How many spaces and tabs a line begins with. */
function indentOf(line: string): number {
	let at = 0;
	while (line[at] === ' ' || line[at] === '\t') at += 1;
	return at;
}

const withoutIndent = (line: string) => line.slice(indentOf(line));

/** How often the character at this position is repeated. */
export function runLength(text: string, at: number): number {
	let end = at;
	while (end < text.length && text[end] === text[at]) end += 1;
	return end - at;
}

function endWithoutBlanks(line: string): number {
	let end = line.length;
	while (line[end - 1] === ' ' || line[end - 1] === '\t') end -= 1;
	return end;
}
