/** Why a file couldn't be fetched, in words. Errors name the address without its query, which may sign it. */
import { LinkedInError } from '../errors/errors';
import type { Wanted } from './wanted';
import { shownAddress, type AddressProblem } from './webAddress';

type Place = Pick<Wanted, 'address' | 'field'>;

const DIRECTLY = 'Enter an address that leads to the file itself, for anyone and without signing in.';

function failed(
	{ field }: Place,
	message: string,
	advice: string,
	status: number | null = null,
): LinkedInError {
	return new LinkedInError(message, {
		code: 'FILE_NOT_FETCHED',
		field,
		status,
		advice: `Nothing was posted. ${advice}`,
	});
}

/** No answer came, or n8n let none through. */
export class Unanswered extends Error {
	constructor(
		readonly host: string,
		/** What n8n and its client say, at all levels. */
		readonly words: string,
		private readonly isPastDeadline: boolean,
	) {
		super('No answer');
	}

	get isLate(): boolean {
		return this.isPastDeadline || /ECONNABORTED|ETIMEDOUT/.test(this.words);
	}

	get isBlocked(): boolean {
		return /domain not allowed|restricted ip|not allowed to be used/i.test(this.words);
	}

	get isUntrusted(): boolean {
		return /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ALTNAME/.test(this.words);
	}

	get isUnknownHost(): boolean {
		return this.words.includes('ENOTFOUND');
	}

	/** Trying again wouldn't help. */
	get isFinal(): boolean {
		return this.isBlocked || this.isUntrusted || this.isUnknownHost || this.isLate;
	}
}

/** @param url where the answer came from, after redirects */
export function notFetched(place: Place, url: URL, status: number): LinkedInError {
	const { address } = place;
	const via = url.host === address.host ? '' : `, through a redirect to ${url.host}`;
	const why = {
		401: 'it requires a login',
		403: 'access is denied',
		404: "there's no such file",
		410: "it's gone",
	}[status];
	return failed(
		place,
		`${address.host} answered with status ${status}${why ? ` (${why})` : ''}${via}: ${shownAddress(address)}`,
		status >= 500 || status === 429
			? 'That server has a problem. Run it again later.'
			: `${DIRECTLY} If it contains a comma that separates it from the next entry, put a space after the comma.`,
		status,
	);
}

export function unanswered(
	place: Place,
	{ host, isBlocked, isUntrusted, isUnknownHost, isLate }: Unanswered,
): LinkedInError {
	if (isBlocked) {
		return new LinkedInError(`n8n itself blocked fetching a file from ${host}`, {
			code: 'BLOCKED_BY_N8N',
			field: place.field,
			advice:
				"Nothing was posted. n8n's protection of internal addresses or the credential's Allowed HTTP Request Domains don't allow this host. Allow it there, or use another address.",
		});
	}
	const why = isUntrusted
		? "its certificate can't be trusted"
		: isUnknownHost
			? 'no such host'
			: isLate
				? 'it took too long'
				: 'the connection broke';
	return failed(
		place,
		`No file came from ${host}: ${why}`,
		`Check the address (${shownAddress(place.address)}) and that n8n can reach that host, then run it again.`,
	);
}

export function broken(place: Place, isLate: boolean): LinkedInError {
	return failed(
		place,
		isLate
			? `Fetching ${shownAddress(place.address)} took too long`
			: `The connection broke while fetching ${shownAddress(place.address)}`,
		'Run it again, or use a faster server.',
	);
}

export function badRedirect(place: Place, { what, way }: AddressProblem): LinkedInError {
	return failed(place, `${shownAddress(place.address)} redirects to an address that ${what}`, way);
}

export function tooManyRedirects(place: Place, most: number): LinkedInError {
	return failed(place, `${shownAddress(place.address)} redirects more than ${most} times`, DIRECTLY);
}

export function tooLarge(place: Pick<Wanted, 'address' | 'field' | 'mostBytes'>): LinkedInError {
	return failed(
		place,
		`${shownAddress(place.address)} has more than ${place.mostBytes.toLocaleString('en-US')} bytes, the most that is fetched here`,
		'Use a smaller file.',
	);
}

export function withoutLength(place: Place): LinkedInError {
	return failed(
		place,
		`${place.address.host} doesn't say how long the video is: ${shownAddress(place.address)}`,
		'LinkedIn asks for the length first. Use a server that sends Content-Length, or download the video with an HTTP Request node and enter the name of its binary field.',
	);
}

export function changed(place: Place): LinkedInError {
	return failed(
		place,
		`${shownAddress(place.address)} was another file when it was fetched again, so it isn't what was checked`,
		'Run it again with an address whose file stays the same.',
	);
}
