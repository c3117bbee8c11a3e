import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveAnswer } from './session';

/** LinkedIn's answer without anything about the person who got it; the simulator is compared with it. */
export interface Recorded {
	/** The reading's name, from the points. */
	call: string;
	/** The day it was recorded, and the API version. */
	recorded: string;
	version: string;
	status: number;
	body: unknown;
}

/** Where `npm run live -- --record` saves them. */
export const RECORDINGS = join(__dirname, '../simulator/recorded');

/** Constants of LinkedIn, such as COMMENT or URN_ID_INVALID. */
const CONSTANT = /^\$?[A-Z][A-Z0-9_]*$/;
/** Only whole values: other parts of a text may name somebody. */
const URN = /^urn(?::|%3A)li(?::|%3A)([A-Za-z]+)(?::|%3A)\S+$/;
/** Keys of batches that aren't URNs: numbers, and records such as `(actor:…,entity:…)`. */
const OWN_KEY = /^(\d+$|\()/;
/** Words of the protocol, which don't name anybody. */
const KEPT_TEXT = new Set(['type', 'rel', 'code']);
const KEPT_NUMBERS = new Set(['status', 'serviceErrorCode', 'start', 'count']);
/** Epoch milliseconds from 2001 on. */
const IS_TIME = 1e12;
const FIRST_TIME = Date.UTC(2026, 0, 1);

/** Replaces ids, names, texts, addresses, times and figures; types, constants and the order of times stay. */
export function normalised(body: unknown): unknown {
	const urns = new Map<string, string>();
	const times = [...new Set(timesIn(body))].sort((a, b) => a - b);
	const numbered = (urn: string, kind: string) => {
		const known = urns.get(urn) ?? `urn:li:${kind}:${urns.size + 1}`;
		urns.set(urn, known);
		return known;
	};
	const key = (name: string) => {
		const kind = URN.exec(name)?.[1];
		if (kind !== undefined) return numbered(name.replace(/%3A/gi, ':'), kind);
		return OWN_KEY.test(name) ? '1' : name;
	};
	const text = (value: string, name: string) => {
		if (KEPT_TEXT.has(name) || CONSTANT.test(value)) return value;
		const kind = URN.exec(value)?.[1];
		if (kind !== undefined) return numbered(value, kind);
		if (/^https?:\/\//.test(value)) return 'https://www.example.com/1';
		if (/^\d+(\.\d+)?$/.test(value)) return value.includes('.') ? '1.5' : '1';
		return value === '' ? '' : 'text';
	};
	const number = (value: number, name: string) => {
		if (KEPT_NUMBERS.has(name)) return value;
		if (value >= IS_TIME) return FIRST_TIME + times.indexOf(value) * 1_000;
		return Number.isInteger(value) ? Math.sign(value) : Math.sign(value) * 1.5;
	};
	const one = (value: unknown, name: string): unknown => {
		if (typeof value === 'string') return text(value, name);
		if (typeof value === 'number') return number(value, name);
		if (Array.isArray(value)) return value.map((element) => one(element, name));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, inner]) => [key(name), one(inner, name)]));
	};
	return one(body, '');
}

function timesIn(value: unknown): number[] {
	if (typeof value === 'number') return value >= IS_TIME ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(timesIn) : [];
}

/** Writes one file per answer, named after its reading. @returns how many */
export function record(
	folder: string,
	version: string,
	answers: Iterable<[string, { answer: LiveAnswer }]>,
): number {
	mkdirSync(folder, { recursive: true });
	let written = 0;
	for (const [call, { answer }] of answers) {
		const { status, body } = answer;
		const recorded = new Date().toISOString().slice(0, 10);
		const whole: Recorded = { call, recorded, version, status, body: normalised(body) };
		writeFileSync(
			join(folder, `${call.replace(/[^a-z0-9]+/gi, '-')}.json`),
			`${JSON.stringify(whole, null, '\t')}\n`,
		);
		written += 1;
	}
	return written;
}

/** The contents of a folder, in order of the names; empty if it doesn't exist. */
export function recordings(folder: string): Recorded[] {
	let files: string[] = [];
	try {
		files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
	return files.sort().map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recorded);
}
