/** Captions as SRT, the only format LinkedIn accepts, also converted from WebVTT. */
import { timesOf } from './captionTimes';
import { fromWebVtt, type BadTimes } from './webVtt';

/** Times that any player reads, possibly followed by a position on the screen. */
const SRT_TIMES = /^\d{2,3}:\d\d:\d\d,\d{3} --> \d{2,3}:\d\d:\d\d,\d{3}(?!\S)/;
const NUMBER = /^\s*\d{1,9}\s*$/;

/**
 * @param text of a captions file
 * @returns SRT: unchanged except for its times and the empty lines between cues, or converted from WebVTT; or a line of
 * WebVTT that should be times but isn't; undefined for anything else
 */
export function toSrt(text: string): string | BadTimes | undefined {
	const lines = text.split(/\r\n|\r|\n/);
	const first = lines.findIndex((line) => line.trim() !== '');
	if (first < 0) return undefined;
	if (/^WEBVTT(?:\s|$)/.test(lines[first])) return fromWebVtt(lines, first) || undefined;
	const isNumbered = NUMBER.test(lines[first]);
	const beginsAt = isNumbered ? first + 1 : first;
	return timesOf(lines[beginsAt] ?? '') === undefined ? undefined : mended(text, isNumbered);
}

/** Each line keeps its end. */
function mended(text: string, isNumbered: boolean): string {
	const out: string[] = [];
	let isInCue = false;
	for (const line of withoutBlanksInCues(text.split(/(?<=\r\n|\r(?!\n)|\n)/))) {
		const times = timesOf(line);
		if (times !== undefined && isInCue) separate(out, isNumbered);
		if (times !== undefined) isInCue = true;
		out.push(times === undefined || SRT_TIMES.test(line) ? line : times + endOf(line));
	}
	return out.join('');
}

/** A player may take a blank line for the end of a cue that continues. */
function withoutBlanksInCues(lines: string[]): string[] {
	const left: string[] = [];
	let goesOn = false;
	for (let at = lines.length - 1; at >= 0; at -= 1) {
		const isBlank = lines[at].trim() === '';
		if (isBlank && goesOn && lines[at] !== endOf(lines[at])) continue;
		goesOn = !isBlank && !beginsCue(lines, at);
		left.push(lines[at]);
	}
	return left.reverse();
}

function beginsCue(lines: string[], at: number): boolean {
	const times = NUMBER.test(lines[at]) ? lines[at + 1] : lines[at];
	return timesOf(times ?? '') !== undefined;
}

function endOf(line: string): string {
	return /(?:\r\n|\r|\n)$/.exec(line)?.[0] ?? '';
}

/** Adds an empty line before the number of a cue, or before its times, if there is none. */
function separate(out: string[], isNumbered: boolean): void {
	const hasNumber = isNumbered && NUMBER.test(out.at(-1) ?? '');
	const at = hasNumber ? out.length - 1 : out.length;
	const before = out[at - 1] ?? '';
	if (before.trim() !== '') out.splice(at, 0, endOf(before));
}
