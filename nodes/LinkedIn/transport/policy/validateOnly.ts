/** Validate Only: everything is checked as for the real run, and nothing is sent. */
import { InputError } from '../errors/inputError';
import type { RestliMethod } from '../restli/method';

export const VALIDATE_ONLY = 'Validate Only';

/** `withReads`: what the operation has to read is read, e.g. to find a page or a currency. */
export type ValidateOnly = 'off' | 'withoutCalls' | 'withReads';

const OFF: unknown[] = ['', false, 'off'];

/**
 * @param options of the node; an expression without a result is there as undefined, which isn't off
 * @throws InputError for anything that isn't a choice: a value that can't be read must never send
 */
export function readValidateOnly(options: Readonly<Record<string, unknown>>): ValidateOnly {
	if (!Object.hasOwn(options, 'validateOnly')) return 'off';
	const given = options.validateOnly;
	if (OFF.includes(given)) return 'off';
	if (given === true || given === 'true') return 'withoutCalls';
	if (given === 'withoutCalls' || given === 'withReads') return given;
	throw new InputError(
		VALIDATE_ONLY,
		`${VALIDATE_ONLY} is ${JSON.stringify(given)}`,
		'Use off, withoutCalls or withReads. Until then nothing is sent.',
	);
}

/** What would have been sent. */
export interface HeldBack {
	/** Method and path template, e.g. `CREATE /rest/posts`. */
	endpoint: string;
	/** As namedCall gives it, by which calls are counted. */
	named: string;
	method: RestliMethod;
	/** With its keys and query. */
	path: string;
	body?: object;
}

/**
 * Ends an operation before its first request that Validate Only doesn't allow. It's no failure, so it isn't one of the
 * errors that operations expect and handle.
 */
export class ValidateOnlyStop extends Error {
	/**
	 * @param isRead only what would have been read is known, not what would have been written after it
	 * @param reads calls made before
	 * @param scopes of which one is needed
	 */
	constructor(
		readonly request: HeldBack,
		readonly isRead: boolean,
		readonly reads: number,
		readonly scopes: readonly string[],
	) {
		super(`${VALIDATE_ONLY}: ${request.endpoint} was not sent`);
		this.name = 'ValidateOnlyStop';
	}
}
