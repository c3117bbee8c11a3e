import type { Clock } from '../clock';
import type { Understood } from '../dispatch';
import type { Answer } from '../resource';
import type { Query } from '../restli';
import type { Spoiled } from '../spoil';
import type { App } from '../apps';
import type { Random } from './random';

/** A request that was understood and has a valid token. */
export interface Asked extends Pick<Understood, 'endpoint' | 'restliMethod' | 'params'> {
	clock: Clock;
	app: App;
	/** Key of the member; absent with an application's own token. */
	member: string | undefined;
}

/** What a quirk makes of a request. */
export type Met =
	/** Answered instead of LinkedIn; nothing is done. */
	| { answer: Answer }
	/** LinkedIn takes it for a request with these parameters; `body` converts the answer's body. */
	| { params: Query; body: Rewrite }
	/** A success has another body. */
	| { body: Rewrite }
	/** A success is spoilt on its way. */
	| { spoils: Spoiled };

/** Returns its argument itself if there is nothing to change. */
export type Rewrite = (own: unknown) => unknown;

export interface Setting {
	/** From 0 to 1: how often it occurs. The row says of what. */
	rate: number;
	random: Random;
	/** Real milliseconds between two bytes of a slow answer. */
	dripMs: number;
}

export interface Quirk {
	/** How the live service was seen to differ from its documentation. */
	seen: string;
	/** Where it was seen, or what a page or docs/behaviour.md says about it. */
	evidence: string;
	/** What the rate is a share of. */
	rateOf: string;
	/** Creates the quirk with its own memory. */
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

/** Changes a list's elements; anything else stays unchanged. */
export const ofElements =
	(rewrite: (elements: unknown[]) => unknown[]): Rewrite =>
	(own) =>
		isJson(own) && Array.isArray(own.elements) ? { ...own, elements: rewrite(own.elements) } : own;
