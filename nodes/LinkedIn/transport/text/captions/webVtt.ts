/**
 * WebVTT as its parser reads it: a line with an arrow starts a cue wherever it is, and only an empty line ends one.
 * @see https://www.w3.org/TR/webvtt1/#file-parsing
 */
import { withoutEntities } from '../markdown/entities';
import { ARROW, timesOf } from './captionTimes';

/** A line with an arrow where times belong, but with other text beside it. */
export interface BadTimes {
	/** Its beginning. */
	text: string;
	/** The first line of the file is 1. */
	line: number;
}

const LONGEST_QUOTE_CHARACTERS = 80;

interface Cue {
	/** The line above the times, '' if there is none. */
	name: string;
	times: string;
	lines: string[];
}

/** Blocks that aren't displayed. */
const ASIDE = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;
const IS_MEANT_AS_TIMES = /^\s*\d+[:.,]\d/;
const NUMBER = /^\d{1,9}$/;

/**
 * @param lines of a whole file
 * @param header index of its line `WEBVTT`
 * @returns its cues as SRT, '' if it has none, or the first unreadable line of times, whose cue would be lost
 */
export function fromWebVtt(lines: string[], header: number): string | BadTimes {
	const cues: Cue[] = [];
	let state: 'between' | 'header' | 'aside' | 'name' | 'cue' = 'header';
	let name = '';
	for (let at = header + 1; at < lines.length; at += 1) {
		const line = lines[at];
		const times = timesOf(line);
		if (times !== undefined) {
			withoutNextNumber(state === 'cue' ? cues.at(-1) : undefined);
			cues.push({ name: state === 'name' ? name.trim() : '', times, lines: [] });
			state = 'cue';
		} else if (line === '') {
			state = 'between';
		} else if (isBad(line, state)) {
			return { text: line.trim().slice(0, LONGEST_QUOTE_CHARACTERS), line: at + 1 };
		} else if (state === 'cue') {
			cues.at(-1)?.lines.push(line);
		} else if (state === 'between' || state === 'name') {
			name = line;
			if (line.trim() !== '') state = state === 'between' && ASIDE.test(line) ? 'aside' : 'name';
		}
	}
	return cues
		.map(({ times, lines: text }) => ({ times, text: asSrtText(text.join('\n')) }))
		.filter(({ text }) => text !== '')
		.map(({ times, text }, index) => `${index + 1}\n${times}\n${text}\n`)
		.join('\n');
}

/** An arrow may be part of a cue's text or of a remark, but not of the line above a cue. */
function isBad(line: string, state: string): boolean {
	if (state === 'aside' || !line.includes(ARROW)) return false;
	return state === 'between' ? !ASIDE.test(line) : state === 'name' || IS_MEANT_AS_TIMES.test(line);
}

/** Without an empty line in between, the number of the next cue looks like the end of this one's text. */
function withoutNextNumber(cue: Cue | undefined): void {
	const last = cue?.lines.at(-1)?.trim() ?? '';
	if (!cue || !NUMBER.test(last)) return;
	const isBehindBlank = cue.lines.at(-2)?.trim() === '';
	const isNext = NUMBER.test(cue.name) && Number(last) === Number(cue.name) + 1;
	if (isBehindBlank || isNext) cue.lines.pop();
}

/** WebVTT's tags; SRT only knows bold, italic and underline. */
const TAG = /<\/?([^<>\s./]*)(?:[\s./][^<>]*)?>/g;
const SRT_TAG = /(<\/?[biu]>)/;
/** SRT can't express that a tag is text. */
const LOOKS_LIKE_TAG = /<(\/?[A-Za-z][^<>]*)>/g;

/** Players would end the cue at a blank line. */
function asSrtText(text: string): string {
	return text
		.replace(TAG, (tag: string, name: string) => {
			if (!/^[biu]$/.test(name)) return '';
			return tag.startsWith('</') ? `</${name}>` : `<${name}>`;
		})
		.split(SRT_TAG)
		.map((piece, index) => (index % 2 === 1 ? piece : withoutEntities(piece).replace(LOOKS_LIKE_TAG, '‹$1›')))
		.join('')
		.split('\n')
		.filter((line) => line.trim() !== '')
		.join('\n');
}
