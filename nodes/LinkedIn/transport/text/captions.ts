/**
 * Captions as SRT, which is all that LinkedIn takes, also where they come as WebVTT.
 * @see https://www.w3.org/TR/webvtt1/
 */
import { withoutEntities } from './entities';

const TIME = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})$/;

/** A line of times: `00:00:01,000 --> 00:00:03,000`, perhaps with settings behind it. @returns it as SRT has it */
function timesOf(line: string): string | undefined {
	const arrow = line.indexOf('-->');
	if (arrow < 0) return undefined;
	const from = timeOf(line.slice(0, arrow).trim());
	const [end] = line
		.slice(arrow + 3)
		.trim()
		.split(/\s/, 1);
	const to = timeOf(end);
	return from && to && `${from} --> ${to}`;
}

function timeOf(text: string): string | undefined {
	const [, hours = '0', minutes, seconds, fraction] = TIME.exec(text) ?? [];
	if (minutes === undefined) return undefined;
	const clock = [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
	return `${clock},${fraction.padEnd(3, '0')}`;
}

/** Blocks of lines without a blank one. */
function blocksOf(text: string): string[][] {
	const blocks: string[][] = [];
	let block: string[] = [];
	for (const line of [...text.split(/\r\n|\r|\n/), '']) {
		if (line.trim() !== '') {
			block.push(line);
		} else if (block.length > 0) {
			blocks.push(block);
			block = [];
		}
	}
	return blocks;
}

/** Tags of WebVTT; SRT knows only bold, italic and underlined. */
const TAG = /<\/?([^<>\s./]*)(?:[\s./][^<>]*)?>/g;
const SRT_TAGS = ['b', 'i', 'u'];

function asSrtText(line: string): string {
	const plain = line.replace(TAG, (tag: string, name: string) => {
		if (!SRT_TAGS.includes(name)) return '';
		return tag.startsWith('</') ? `</${name}>` : `<${name}>`;
	});
	return withoutEntities(plain);
}

function fromWebVtt(blocks: string[][]): string | undefined {
	const cues: string[] = [];
	for (const block of blocks) {
		// A name may stand above the times; notes and styles have none.
		const at = [0, 1].find((index) => block[index]?.includes('-->'));
		if (at === undefined) continue;
		const times = timesOf(block[at]);
		if (times === undefined) return undefined;
		const lines = block
			.slice(at + 1)
			.map(asSrtText)
			.filter((line) => line.trim() !== '');
		if (lines.length > 0) cues.push([cues.length + 1, times, ...lines, ''].join('\n'));
	}
	return cues.length > 0 ? cues.join('\n') : undefined;
}

/**
 * @param text of a file of captions
 * @returns SRT: a text that is SRT as it stands, but for points that stand for commas in its times, and WebVTT
 * converted; undefined for anything else
 */
export function toSrt(text: string): string | undefined {
	const blocks = blocksOf(text);
	const [first] = blocks;
	if (!first) return undefined;
	if (/^WEBVTT(?:\s|$)/.test(first[0])) return fromWebVtt(blocks);
	const beginsAt = /^\s*\d{1,9}\s*$/.test(first[0]) ? 1 : 0;
	if (timesOf(first[beginsAt] ?? '') === undefined) return undefined;
	return text
		.split('\n')
		.map((line) => {
			const times = line.includes('.') ? timesOf(line) : undefined;
			return times === undefined ? line : `${times}${line.endsWith('\r') ? '\r' : ''}`;
		})
		.join('\n');
}
