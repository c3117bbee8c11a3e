import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Citation } from './docs';
import type { ConnectionOptions } from './engine/connection';
import type { RunOptions } from './engine/run';
import type { Simulator } from './simulator';

/** What `given` created, by the names that the rest of the case uses: URNs, ids, numbers. */
export type Variables = Record<string, string | number>;

/** A value typed by hand, or computed from the variables. */
type Given<T, V> = T | ((variables: V) => T);

/**
 * One request as LinkedIn gets it, typed by hand from LinkedIn's page. `${name}` in a URL becomes the variable
 * percent-encoded as a Rest.li primitive, in a body the variable itself.
 */
export interface WireRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Path and query, raw. */
	url: string;
	/** Undefined for requests without X-RestLi-Method and Rest.li method. */
	restliMethod?: string;
	/** The JSON body; left out = no body. */
	body?: unknown;
	/** LinkedIn-Version; compared only if given. */
	version?: string;
}

/** One request to the upload host, with the page's rule about the token. */
export interface UploadRequest {
	method: 'PUT' | 'POST';
	what: 'image' | 'document' | 'part' | 'captions' | 'thumbnail';
	/** For a part of a video: its place, from 0. */
	part?: number;
	bytes: number;
	withToken: boolean;
	status: number;
}

export interface OperationCase<V extends Variables = Variables>
	extends Pick<ConnectionOptions, 'member' | 'scopes' | 'app' | 'authentication' | 'fields'>, Citation {
	/** A sentence: what happens. */
	name: string;
	/** Sets up LinkedIn's side with the simulator's state. */
	given?: (simulator: Simulator) => V;
	/** Resource and operation are set by the runner; `${name}` is the variable itself. */
	parameters: Given<INodeParameters, V>;
	items?: Given<NonNullable<RunOptions['items']>, V>;
	onError?: RunOptions['onError'];
	/** All requests of the run, in order. */
	wire: Given<WireRequest[], V>;
	/** All requests to the upload host, in the order of `what` and part; none by default. */
	uploads?: Given<UploadRequest[], V>;
	/** The `json` of all items on the first output; optional with `error`. */
	out?: Given<IDataObject[], V>;
	/** The `json` of all items on the error output. */
	errorOut?: Given<IDataObject[], V>;
	/** Keys of the error that stops the node. */
	error?: Given<object, V>;
}

export interface OperationCases {
	/** `resource:operation` */
	operation: `${string}:${string}`;
	cases: OperationCase[];
}

/** The cases of one operation: the default export of `<operation>.case.ts` or `<operation>.<reason>.case.ts`. */
export function defineCase(definition: OperationCases): OperationCases {
	return definition;
}

/** Replaces the variables in every string of a value; a string that is only `${name}` keeps the variable's type. */
export function fill<T>(
	value: T,
	variables: Variables,
	write: (value: string | number) => string = String,
): T {
	const read = (name: string): string | number => {
		if (!(name in variables)) throw new Error(`The case has no variable "${name}".`);
		return variables[name];
	};
	const walk = (part: unknown): unknown => {
		if (typeof part === 'string') {
			const whole = /^\$\{(\w+)\}$/.exec(part);
			if (whole && write === String) return read(whole[1]);
			return part.replace(/\$\{(\w+)\}/g, (_match, name: string) => write(read(name)));
		}
		if (Array.isArray(part)) return part.map(walk);
		// Jest's own matchers, such as expect.any(String), are class instances and stay unchanged.
		if (part !== null && typeof part === 'object' && Object.getPrototypeOf(part) === Object.prototype) {
			return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
		}
		return part;
	};
	return walk(value) as T;
}

/**
 * Encodes every character except the unreserved ones, also parentheses (docs.protocolVersion); independent of the
 * package's encoder.
 */
export function percentEncode(value: string | number): string {
	return encodeURIComponent(value).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
