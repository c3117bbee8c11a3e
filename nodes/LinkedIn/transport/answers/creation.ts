/** The result of a create. */
import type { LinkedInError } from '../errors/errors';
import { fateOf } from '../errors/fate';
import { decodeId, percentDecode } from '../restli/decode';
import type { LinkedInClient, Recover, Reply, RestliRequest } from '../types';

/** May be sent again only after a refusal. */
export type Creation =
	| { kind: 'written'; id: string; notice?: undefined; reply: Reply<unknown> }
	/** LinkedIn accepted it without returning its id. The notice is for the item. */
	| { kind: 'writtenWithoutId'; id: null; notice: string; reply: Reply<unknown> }
	/** LinkedIn may have done it. */
	| { kind: 'unknown'; error: LinkedInError }
	| { kind: 'refused'; error: LinkedInError };

export type Written = Extract<Creation, { reply: unknown }>;

/** How LinkedIn identifies what it creates there. */
export interface Naming {
	/** Where the body may have the id; by default its member `id`. */
	idIn?: (body: unknown) => unknown;
	/** The id as the item returns it; undefined if it isn't an id of this kind. */
	asId?: (id: string) => string | undefined;
}

type Sender = Pick<LinkedInClient, 'attempt'>;

/**
 * Sends a create.
 * @param recover looks for it after a lost answer
 */
export async function attemptCreate(
	linkedin: Sender,
	request: RestliRequest,
	naming: Naming = {},
	recover?: Recover<unknown>,
): Promise<Creation> {
	const result = await linkedin.attempt<unknown>(request, recover);
	if (!result.ok) {
		return { kind: fateOf(result.error) === 'refused' ? 'refused' : 'unknown', error: result.error };
	}
	return written(result.reply, request.path, naming);
}

/** As attemptCreate. @throws LinkedInError if it was refused or the outcome is unknown */
export async function createOnce(
	linkedin: Sender,
	request: RestliRequest,
	naming: Naming = {},
	recover?: Recover<unknown>,
): Promise<Written> {
	const creation = await attemptCreate(linkedin, request, naming, recover);
	if ('error' in creation) throw creation.error;
	return creation;
}

/**
 * The id of what an accepted create made. It's in one of two headers or in some places of the body. A number that JSON
 * can't represent exactly, a record and null aren't ids.
 * @param path template of the request
 * @see docs.methods
 */
export function written(reply: Reply<unknown>, path: string, { idIn = member, asId }: Naming = {}): Written {
	const { headers, body } = reply;
	const header = headers['x-restli-id'] || headers['x-linkedin-id'];
	const places = [header && decodeId(header), idOf(idIn(body)), located(headers.location, path)];
	for (const place of places) {
		const id = place && asId ? asId(place) : place;
		if (id) return { kind: 'written', id, reply };
	}
	return { kind: 'writtenWithoutId', id: null, notice: noticeOf(reply), reply };
}

function member(body: unknown): unknown {
	return (body as { id?: unknown } | null | undefined)?.id;
}

function idOf(value: unknown): string | undefined {
	if (typeof value === 'string') return decodeId(value);
	return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** The key of `…/collection/key`, if the request went to that collection. */
function located(location: string | undefined, path: string): string | undefined {
	const [collection, key] = (location ?? '').split(/[?#]/)[0].split('/').slice(-2);
	return key && path.endsWith(`/${collection}`) ? percentDecode(key) : undefined;
}

function noticeOf({ status, isUnreadable }: Reply<unknown>): string {
	const answer = isUnreadable ? `the answer, status ${status}, could not be read` : `status ${status}`;
	return `Created, but LinkedIn didn't return its ID (${answer}). Look for it on LinkedIn; running this again would create it a second time.`;
}

/** The answer to the create that made this post. */
export function twinReply(urn: string): Reply<unknown> {
	return { status: 201, headers: { 'x-restli-id': urn }, body: {}, deduplicated: true };
}
