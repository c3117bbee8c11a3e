/**
 * A gateway, a proxy or LinkedIn itself may repeat what it was sent. So every answer passes through here before it
 * becomes an error, an item or a log line, and the credential's secrets are removed.
 */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { yieldToOthers } from '../limits/sleep';
import { Remembered } from '../memory/remembered';
import { leavesTraces, Traces } from './traces';

/** Replaces a secret. */
export const INSTEAD = '[secret]';
/** Anything shorter is more likely a word than a secret. */
const SHORTEST_SECRET = 8;
/** Members of the stored token that are secrets, whatever else a host stores. */
const SECRET_MEMBER = /token$|secret/i;
/** Characters after which others get their turn; reading them takes some milliseconds. */
const TURN_CHARACTERS = 250_000;
/** The cost of each value besides its characters, in characters. */
const COST_OF_A_VALUE = 10;

/** The secrets of one connection, in all forms in which they may come back. */
export class Secrets {
	private readonly known = new Set<string>();
	/** Those that are only found as a whole. */
	private readonly short: string[] = [];
	private traces: Traces | undefined;

	/** @param read what was read before, by secrets */
	constructor(private readonly read = new Remembered<Traces>(1)) {}

	/** @param values secrets; values that aren't text or are too short are skipped */
	learn(...values: unknown[]): void {
		for (const value of values) {
			if (typeof value !== 'string' || value.length < SHORTEST_SECRET || this.known.has(value)) continue;
			this.known.add(value);
			if (!leavesTraces(value)) this.short.push(value);
			this.traces = undefined;
		}
	}

	/** Every secret in a credential, as n8n provides it. */
	learnFrom({ accessToken, clientSecret, oauthTokenData }: ICredentialDataDecryptedObject): void {
		this.learn(accessToken, clientSecret);
		if (typeof oauthTokenData !== 'object') return;
		for (const [name, value] of Object.entries(oauthTokenData ?? {})) {
			if (SECRET_MEMBER.test(name)) this.learn(value);
		}
	}

	/**
	 * A text without the secrets and without any revealing part of them; a text without secrets is returned unchanged.
	 * A secret that is shorter than such a part is only found as a whole.
	 */
	clean(text: string): string {
		if (!this.mayHold(text)) return text;
		const found: number[] = [];
		for (let from: number | undefined = 0; from !== undefined;)
			from = this.tracesOf().search(text, from, found);
		return this.withoutShort(without(text, found));
	}

	/**
	 * Cleans all texts and names in a parsed body, in place: nobody else has it yet, and copying each page would cost
	 * more than reading it. Others get their turn meanwhile.
	 * @returns the body, or the cleaned text if it's a text
	 */
	async cleanBody(body: unknown): Promise<unknown> {
		if (this.known.size === 0) return body;
		const turn = new Turn();
		if (typeof body === 'string') return await this.cleanLong(body, turn);
		// The other side decides how deep it is.
		const parts: object[] = isPart(body) ? [body] : [];
		const names = new Map<string, string>();
		for (let index = 0; index < parts.length; index += 1) {
			const part = parts[index];
			if (Array.isArray(part)) await this.cleanList(part, parts, turn);
			else await this.cleanRecord(part as Record<string, unknown>, names, parts, turn);
		}
		return body;
	}

	private async cleanList(list: unknown[], parts: object[], turn: Turn): Promise<void> {
		for (let index = 0; index < list.length; index += 1) {
			const value = list[index];
			if (isPart(value)) parts.push(value);
			if (turn.isOver(costOf(value))) await turn.next();
			if (typeof value === 'string')
				list[index] = isLong(value) ? await this.cleanLong(value, turn) : this.clean(value);
		}
	}

	private async cleanRecord(
		record: Record<string, unknown>,
		names: Map<string, string>,
		parts: object[],
		turn: Turn,
	): Promise<void> {
		for (const name of Object.keys(record)) {
			const value = record[name];
			if (isPart(value)) parts.push(value);
			if (turn.isOver(costOf(value))) await turn.next();
			const cleanName = names.get(name) ?? this.clean(name);
			names.set(name, cleanName);
			const isText = typeof value === 'string';
			const cleanValue = !isText
				? value
				: isLong(value)
					? await this.cleanLong(value, turn)
					: this.clean(value);
			if (cleanName === name && cleanValue === value) continue;
			if (cleanName !== name) delete record[name];
			// An assignment to `__proto__` wouldn't create a member.
			Object.defineProperty(record, cleanName, {
				value: cleanValue,
				configurable: true,
				enumerable: true,
				writable: true,
			});
		}
	}

	private async cleanLong(text: string, turn: Turn): Promise<string> {
		if (!this.mayHold(text)) return text;
		const found: number[] = [];
		for (let from: number | undefined = 0; from !== undefined;) {
			const begin: number = from;
			from = this.tracesOf().search(text, begin, found);
			if (turn.isOver((from ?? text.length) - begin)) await turn.next();
		}
		return this.withoutShort(without(text, found));
	}

	private mayHold(text: string): boolean {
		return this.known.size > 0 && text.length >= SHORTEST_SECRET;
	}

	private withoutShort(text: string): string {
		let cleaned = text;
		for (const secret of this.short) cleaned = cleaned.replaceAll(secret, INSTEAD);
		return cleaned;
	}

	/** Read when first needed: most connections of a run have the same ones. */
	private tracesOf(): Traces {
		if (this.traces) return this.traces;
		const secrets = [...this.known].filter((secret) => !this.short.includes(secret));
		const key = JSON.stringify(secrets);
		this.traces = this.read.getOrSet(key, () => new Traces(secrets));
		return this.traces;
	}
}

/** What is read before others get their turn. */
class Turn {
	private left = TURN_CHARACTERS;

	/** @param characters to read next */
	isOver(characters: number): boolean {
		this.left -= characters;
		return this.left <= 0;
	}

	async next(): Promise<void> {
		this.left = TURN_CHARACTERS;
		await yieldToOthers();
	}
}

/** Of what is read in one piece, in characters. */
function costOf(value: unknown): number {
	return typeof value === 'string' && !isLong(value) ? COST_OF_A_VALUE + value.length : COST_OF_A_VALUE;
}

/** Read in parts. */
function isLong({ length }: string): boolean {
	return length > TURN_CHARACTERS / 10;
}

function isPart(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
}

/** @param found start and end of each trace, as Traces reports them */
function without(text: string, found: readonly number[]): string {
	const parts: string[] = [];
	let from = 0;
	for (let index = 0; index < found.length; index += 2) {
		if (found[index] < 0) continue;
		parts.push(text.slice(from, found[index]), INSTEAD);
		from = found[index + 1];
	}
	return from === 0 ? text : parts.join('') + text.slice(from);
}
