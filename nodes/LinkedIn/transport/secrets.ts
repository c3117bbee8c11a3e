/**
 * A gateway, a proxy or a fault of LinkedIn's may say back what it was sent. So whatever an answer says passes here
 * before it becomes an error, an item or a log line, and the secrets of the credential are taken out of it.
 */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Context } from './index';
import { Remembered } from './remembered';
import { percentDecode } from './restli/decode';

/** Stands where a secret stood. */
export const INSTEAD = '[secret]';
/** What is shorter is more likely a word than a secret. */
const SHORTEST_SECRET = 8;
/** So much of a secret tells it, and is found also where the rest is cut off. */
const TELLING_CHARACTERS = 24;
/** The begin of a JWT is that of every other; what tells it is its signature. */
const JWT = /^eyJ[\w-]+\.[\w-]+\./;
/** Members of the stored token that are secrets, whatever else a host stores. */
const SECRET_MEMBER = /token$|secret/i;

/** What the readers of ids and of little text undo. */
const ESCAPE = /%[0-9A-Fa-f]{2}|\\/;

/** One way in which a secret may be written. */
interface Form {
	whole: string;
	/** Of `whole`, what is looked for. */
	telling: string;
	/** In Base64, which holds nothing that would be escaped. */
	isEncoded: boolean;
}

/** By secret; each item of a run reads the same ones. */
const formsBySecret = new Remembered<Form[]>(20);

/** The secrets of one connection, in all forms in which they may come back. */
export class Secrets {
	private readonly known = new Set<string>();
	private readonly forms: Form[] = [];

	/** @param values secrets; what is no text, or too short to be one, is passed over */
	learn(...values: unknown[]): void {
		for (const value of values) {
			if (typeof value !== 'string' || value.length < SHORTEST_SECRET || this.known.has(value)) continue;
			this.known.add(value);
			const forms = formsBySecret.get(value) ?? formsOf(value);
			formsBySecret.set(value, forms);
			this.forms.push(...forms);
		}
	}

	/** All that a credential, as n8n gives it, keeps secret. */
	learnFrom({ accessToken, clientSecret, oauthTokenData }: ICredentialDataDecryptedObject): void {
		this.learn(accessToken, clientSecret);
		if (typeof oauthTokenData !== 'object') return;
		for (const [name, value] of Object.entries(oauthTokenData ?? {})) {
			if (SECRET_MEMBER.test(name)) this.learn(value);
		}
	}

	/** A text without the secrets; one that holds none comes back as it is. */
	clean(text: string): string {
		const cleaned = this.forms.reduce(without, text);
		if (!ESCAPE.test(cleaned)) return cleaned;
		const decoded = unescaped(cleaned);
		const cleanedDecoded = this.forms.reduce(without, decoded);
		return cleanedDecoded === decoded ? cleaned : cleanedDecoded;
	}

	/**
	 * Cleans all texts and names in a parsed body, in place: nobody else has it yet, and a copy of each page would cost
	 * more than the reading.
	 * @returns the body; a text, cleaned, where it is one
	 */
	cleanBody(body: unknown): unknown {
		if (typeof body === 'string') return this.clean(body);
		if (this.forms.length === 0) return body;
		const { texts, parts } = textsIn(body);
		// One search of all is much cheaper than one of each, and hardly ever finds something.
		if (!this.isIn(texts)) return body;
		for (const part of parts) {
			if (Array.isArray(part)) this.cleanList(part);
			else this.cleanRecord(part as Record<string, unknown>);
		}
		return body;
	}

	private isIn(text: string): boolean {
		const tellings = new Set(this.forms.map(({ telling }) => telling));
		if ([...tellings].some((telling) => text.includes(telling))) return true;
		if (!ESCAPE.test(text)) return false;
		const decoded = unescaped(text);
		return this.forms.some(({ telling, isEncoded }) => !isEncoded && decoded.includes(telling));
	}

	private cleanList(list: unknown[]): void {
		for (let index = 0; index < list.length; index += 1) {
			const value = list[index];
			if (typeof value === 'string') list[index] = this.clean(value);
		}
	}

	private cleanRecord(record: Record<string, unknown>): void {
		for (const name of Object.keys(record)) {
			const value = record[name];
			const cleanName = this.clean(name);
			const cleanValue = typeof value === 'string' ? this.clean(value) : value;
			if (cleanName === name && cleanValue === value) continue;
			if (cleanName !== name) delete record[name];
			// An assignment to `__proto__` would be none.
			Object.defineProperty(record, cleanName, {
				value: cleanValue,
				configurable: true,
				enumerable: true,
				writable: true,
			});
		}
	}
}

/** All texts and names of a body, one a line, and all lists and records in it. How deep it is, the other side decides. */
function textsIn(body: unknown): { texts: string; parts: object[] } {
	const parts: object[] = [];
	const texts: string[] = [];
	const names = new Set<string>();
	const note = (value: unknown) => {
		if (typeof value === 'string') texts.push(value);
		else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) parts.push(value);
	};
	note(body);
	for (let index = 0; index < parts.length; index += 1) {
		const part = parts[index];
		if (Array.isArray(part)) {
			for (const value of part) note(value);
			continue;
		}
		for (const name of Object.keys(part)) {
			names.add(name);
			note((part as Record<string, unknown>)[name]);
		}
	}
	return { texts: [...texts, ...names].join('\n'), parts };
}

function unescaped(text: string): string {
	return percentDecode(percentDecode(text)).replaceAll('\\', '');
}

/** As it is, and in Base64, which writes a text in three ways by what stands before it. */
function formsOf(secret: string): Form[] {
	const forms = new Set([secret]);
	for (const before of [0, 1, 2]) {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
		// The characters at both ends are also made of what stands around it.
		const written = bytes
			.toString('base64')
			.replaceAll('=', '')
			.slice(before === 0 ? 0 : before + 1, -1);
		if (written.length < SHORTEST_SECRET) continue;
		forms.add(written).add(written.replaceAll('+', '-').replaceAll('/', '_'));
	}
	const isJwt = JWT.test(secret);
	return [...forms].map((whole) => ({
		whole,
		isEncoded: whole !== secret,
		telling: isJwt ? whole.slice(-TELLING_CHARACTERS) : whole.slice(0, TELLING_CHARACTERS),
	}));
}

/** Takes out each place with the telling part, and as much of the rest as stands around it. */
function without(text: string, { whole, telling }: Form): string {
	if (!text.includes(telling)) return text;
	const ahead = whole.indexOf(telling);
	const parts: string[] = [];
	let from = 0;
	for (let at = text.indexOf(telling); at >= 0; at = text.indexOf(telling, from)) {
		let start = at;
		let end = at + telling.length;
		while (start > from && at - start < ahead && text[start - 1] === whole[ahead - (at - start) - 1])
			start -= 1;
		while (ahead + end - at < whole.length && text[end] === whole[ahead + end - at]) end += 1;
		parts.push(text.slice(from, start), INSTEAD);
		from = end;
	}
	return parts.join('') + text.slice(from);
}

const byContext = new WeakMap<Context, Secrets>();

/** The secrets of the connection that a context signs for; none where nothing was read from a credential. */
export function secretsOf(context: Context): Secrets {
	const known = byContext.get(context) ?? new Secrets();
	byContext.set(context, known);
	return known;
}
