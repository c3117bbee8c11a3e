import type { Clock } from '../clock';
import type { Understood } from '../dispatch';
import type { Answer } from '../resource';
import type { Query } from '../restli';
import type { Spoiled } from '../spoil';
import type { App } from '../apps';
import type { Random } from './random';

/** A request that was understood, and whose token is good. */
export interface Asked extends Pick<Understood, 'endpoint' | 'restliMethod' | 'params'> {
	clock: Clock;
	app: App;
	/** Key of the member; absent with an application's own token. */
	member: string | undefined;
}

/** What a quirk makes of a request. */
export type Met =
	/** Said in LinkedIn's place; nothing is done. */
	| { answer: Answer }
	/** LinkedIn takes it for a request with these parameters; `body` is what it then makes of the answer. */
	| { params: Query; body: Rewrite }
	/** A success has another body. */
	| { body: Rewrite }
	/** A success is spoilt on its way. */
	| { spoils: Spoiled };

/** Gives its argument itself where there is nothing to change. */
export type Rewrite = (own: unknown) => unknown;

export interface Setting {
	/** From 0 to 1: how often it shows. What of, the row says. */
	rate: number;
	random: Random;
	/** Real milliseconds between two bytes of an answer that drips. */
	dripMs: number;
}

export interface Quirk {
	/** What the live service was seen to do, against its documentation. */
	seen: string;
	/** Where it was seen, or what of it a page or docs/behaviour.md says. */
	evidence: string;
	/** What the rate is the share of. */
	rateOf: string;
	/** Makes the quirk with a memory of its own. */
	start(setting: Setting): (asked: Asked) => Met | undefined;
}

/** A quirk of single calls. */
export const ofCalls =
	(
		fits: (asked: Asked) => boolean,
		meet: (asked: Asked, setting: Setting) => Met | undefined,
	): Quirk['start'] =>
	(setting) =>
	(asked) =>
		fits(asked) && setting.random.chance(setting.rate) ? meet(asked, setting) : undefined;

type Json = Record<string, unknown>;
export const isJson = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list's elements rewritten; what is no list stays as it is. */
export const ofElements =
	(rewrite: (elements: unknown[]) => unknown[]): Rewrite =>
	(own) =>
		isJson(own) && Array.isArray(own.elements) ? { ...own, elements: rewrite(own.elements) } : own;
