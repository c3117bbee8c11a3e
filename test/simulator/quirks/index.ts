import { ApiError } from '../errors';
import type { Understood } from '../dispatch';
import { DEVELOPMENT_CALLS_PER_MEMBER } from '../quotas';
import type { Answer } from '../resource';
import type { Spoiled } from '../spoil';
import type { State } from '../state';
import type { Clock } from '../clock';
import { randomFrom } from './random';
import type { Asked, Met, Rewrite } from './quirk';
import { QUIRK_NAMES, QUIRKS, type QuirkName } from './table';

export { QUIRK_NAMES, QUIRKS, type QuirkName } from './table';

export interface QuirkOptions {
	/** The same seed and the same requests in the same order give the same answers. */
	seed?: number;
	/** From 0 to 1; the table says what of. By default 1, and 0.05 for all. */
	rate?: number;
	/** Except these of `all`. */
	except?: QuirkName[];
	/** Real milliseconds between two bytes of a slow answer. */
	dripMs?: number;
}

/** How the quirks change one request. */
export interface Turned {
	/** Instead of LinkedIn's own. */
	answer?: Answer;
	/** What LinkedIn takes the request for. */
	understood: Understood;
	/** Changes and spoils a success, and counts what was done. */
	finish(answer: Answer): { answer: Answer; spoils?: Spoiled; names: QuirkName[] };
	names: QuirkName[];
}

const RATE_OF_ALL = 0.05;
const DRIP_MS = 1000;
/** Room for more quirks: a new one doesn't change the random numbers of the others. */
const SEEDS_APART = 64;

/** Which of the quirks are on, and how often each has occurred. */
export class Quirks {
	/** How often each has occurred since the start. */
	readonly shown = new Map<QuirkName, number>();
	private readonly active = new Map<QuirkName, (asked: Asked) => Met | undefined>();

	/** Turns on one, several, or all; one that is already on starts again. */
	on(which: QuirkName | QuirkName[] | 'all', options: QuirkOptions = {}): void {
		const { seed = 1, except = [], dripMs = DRIP_MS } = options;
		const rate = options.rate ?? (which === 'all' ? RATE_OF_ALL : 1);
		const names = which === 'all' ? QUIRK_NAMES : [which].flat();
		for (const name of names.filter((one) => !except.includes(one))) {
			// Each has its own random numbers, independent of which others are on.
			const random = randomFrom(seed * SEEDS_APART + QUIRK_NAMES.indexOf(name));
			if (rate > 0) this.active.set(name, QUIRKS[name].start({ rate, random, dripMs }));
			else this.active.delete(name);
		}
	}

	/** Turns off one, or all by default. */
	off(name?: QuirkName): void {
		if (name === undefined) this.active.clear();
		else this.active.delete(name);
	}

	/** @param authorization as sent; with an invalid token LinkedIn's own answer stays */
	meet(
		understood: Understood,
		authorization: string | undefined,
		{ state, clock }: { state: State; clock: Clock },
	): Turned | undefined {
		// That quirk counts by itself.
		const isOwnCount = this.active.has('daily429');
		state.quotas.developmentCallsPerMember = isOwnCount ? Infinity : DEVELOPMENT_CALLS_PER_MEMBER;
		if (this.active.size === 0) return undefined;
		const asker = askerOf(state, authorization);
		if (!asker) return undefined;
		const turned: Turned = { understood, names: [], finish: (answer) => ({ answer, names: [] }) };
		const rewrites: Array<[QuirkName, Rewrite]> = [];
		let spoilt: [QuirkName, Spoiled] | undefined;
		for (const name of QUIRK_NAMES) {
			const { endpoint, restliMethod, params } = turned.understood;
			const met = this.active.get(name)?.({ endpoint, restliMethod, params, clock, ...asker });
			if (!met) continue;
			if ('answer' in met) {
				this.count([name]);
				return { ...turned, answer: met.answer, names: [name] };
			}
			if ('params' in met) turned.understood = { ...turned.understood, params: met.params };
			if ('body' in met) rewrites.push([name, met.body]);
			if ('spoils' in met) spoilt ??= [name, met.spoils];
		}
		return { ...turned, finish: (answer) => this.finish(answer, rewrites, spoilt) };
	}

	private finish(
		answer: Answer,
		rewrites: Array<[QuirkName, Rewrite]>,
		spoilt: [QuirkName, Spoiled] | undefined,
	): ReturnType<Turned['finish']> {
		const body = rewrites.reduce<unknown>((own, [, rewrite]) => rewrite(own), answer.body);
		const names = [...rewrites.map(([name]) => name), ...(spoilt ? [spoilt[0]] : [])];
		this.count(names);
		return { answer: { ...answer, body }, names, ...(spoilt && { spoils: spoilt[1] }) };
	}

	private count(names: QuirkName[]): void {
		for (const name of names) this.shown.set(name, (this.shown.get(name) ?? 0) + 1);
	}
}

function askerOf(state: State, authorization: string | undefined): Pick<Asked, 'app' | 'member'> | undefined {
	try {
		const token = state.tokens.require(authorization);
		const app = state.apps.get(token.app);
		return app && { app, member: token.member };
	} catch (error) {
		if (error instanceof ApiError) return undefined;
		throw error;
	}
}
