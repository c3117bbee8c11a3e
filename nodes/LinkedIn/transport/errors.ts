/**
 * What a refusal by LinkedIn means and what to change: one table, status and code to words.
 *
 * LinkedIn's own message is always kept. No text here holds a token or a whole request.
 * @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/error-responses
 */

import { codeAdvice } from './codeAdvice';
import { isStandingLimit, twinOf, type Refusal } from './refusal';
import { lookUp } from './lookUp';

/** What travels with every error, also on an item of the error output. */
export interface ErrorDetails {
	/** HTTP status, or null when no answer came. */
	status: number | null;
	/** LinkedIn's code, or one of this package: NO_ANSWER, OUTCOME_UNKNOWN, MISSING_SCOPE, INVALID_INPUT … */
	code: string | null;
	serviceErrorCode: number | null;
	/** ISO time from which a new try makes sense. */
	retryAt: string | null;
	/** LinkedIn's trace id of the call, for its support. */
	requestId: string | null;
	/** The node's field to change. */
	field: string | null;
	/** What to do. */
	advice: string;
}

/** Any failure that a user should read. */
export class LinkedInError extends Error {
	readonly details: ErrorDetails;
	/** The quota of the day is spent, and not a call that came too soon. */
	readonly isDaily: boolean;

	constructor(message: string, details: Partial<ErrorDetails> & { advice: string }, isDaily = false) {
		super(message);
		this.isDaily = isDaily;
		this.name = 'LinkedInError';
		this.details = {
			status: null,
			code: null,
			serviceErrorCode: null,
			retryAt: null,
			requestId: null,
			field: null,
			...details,
		};
	}
}

/** What was asked, in words that the texts need. */
export interface Asked {
	/** e.g. `CREATE /rest/posts` */
	endpoint: string;
	/** Scopes of which one is enough, and the page role the member needs. */
	scopes?: readonly string[];
	role?: string;
	/** Role that the member needs on the ad account. */
	accountRole?: string;
	/** The node's name for a field path of LinkedIn's, e.g. `/dailyBudget/amount` → Daily Budget. */
	fieldName?: (path: string) => string | undefined;
	version?: string;
	/** When a new try makes sense, epoch milliseconds. */
	retryAtMs?: number;
	/** The quota of the day is spent. */
	isDaily?: boolean;
}

interface Row {
	when: (refusal: Refusal) => boolean;
	message: (refusal: Refusal, asked: Asked) => string;
	advice: (refusal: Refusal, asked: Asked) => string;
	field?: string;
}

const is = (status: number, code?: string | RegExp) => (refusal: Refusal) =>
	refusal.status === status &&
	(code === undefined ||
		(typeof code === 'string' ? refusal.code === code : code.test(`${refusal.code} ${refusal.message}`)));

const says = (text: string) => () => text;

const RECONNECT =
	'Open the credential and connect again. LinkedIn tokens last 60 days, and only apps of approved partners may renew them without you.';

/** The first row that fits speaks. */
const ROWS: Row[] = [
	{
		when: (refusal) =>
			refusal.unreadable === true && refusal.status < 500 && ![401, 429].includes(refusal.status),
		message: (refusal) =>
			`The API host answered with a web page or nothing at all (status ${refusal.status})`,
		advice: says(
			'Something between n8n and LinkedIn answered: a proxy, a gateway or a wrong API host. Check Environment in the credential and the proxy of n8n.',
		),
		field: 'API Host',
	},
	{
		when: is(401, /REVOKED_ACCESS_TOKEN|revoked/i),
		message: says('LinkedIn says that this connection was revoked'),
		advice: says(
			`${RECONNECT} A token is also revoked when the same LinkedIn app is connected again with other scopes, in this credential or another.`,
		),
		field: 'Credential',
	},
	{
		when: is(401, /EXPIRED_ACCESS_TOKEN|expired/i),
		message: says("This connection's token has expired"),
		advice: says(RECONNECT),
		field: 'Credential',
	},
	{
		when: is(401, /RESTRICTED_MEMBER|restricted/i),
		message: says('LinkedIn has restricted the member behind this connection'),
		advice: says('Sign in at linkedin.com as that member and follow what LinkedIn asks for there.'),
		field: 'Credential',
	},
	{
		when: is(401),
		message: says('LinkedIn does not accept the token of this connection'),
		advice: says(`${RECONNECT} With a pasted token, check that it was copied whole.`),
		field: 'Credential',
	},
	{
		when: (refusal) => refusal.code === 'NONEXISTENT_VERSION' || refusal.status === 426,
		message: (_, asked) => `LinkedIn has ended or does not know API version ${asked.version ?? ''}`.trim(),
		advice: says('Choose a newer API Version in the credential, or let it move on by itself when one ends.'),
		field: 'API Version',
	},
	{
		when: isStandingLimit,
		message: says('LinkedIn allows no more of these'),
		advice: says('Remove some that are no longer needed. Running it again changes nothing before that.'),
	},
	{
		when: is(403, /Unpermitted fields/i),
		message: says('LinkedIn refuses a field of this request'),
		advice: says(
			'The field it names is not allowed for this app or not in this place. Leave it out, or ask LinkedIn to allow it for your app.',
		),
	},
	{
		when: is(403, /VisibilityReduction|ADMIN_ONLY/i),
		message: says('The member behind this connection is no administrator of that page'),
		advice: (_, asked) => `Ask an administrator of the page for ${asked.role ?? 'the role ADMINISTRATOR'}.`,
		field: 'Page',
	},
	{
		when: is(403),
		message: says('LinkedIn refuses this with the rights of this connection'),
		advice: (_, asked) => {
			const ways = [];
			if (asked.scopes?.length) ways.push(`the scope ${asked.scopes.join(' or ')}`);
			if (asked.role) ways.push(`on a page, ${asked.role}`);
			if (asked.accountRole) ways.push(`on the ad account, ${asked.accountRole}`);
			const needs = ways.length > 0 ? `It needs ${ways.join(' and, ')}. ` : '';
			return `${needs}Run Check Access (My Profile and Access) to see what is missing.`;
		},
		field: 'Credential',
	},
	{
		when: is(404),
		message: says('LinkedIn finds nothing there, or does not show it to this connection'),
		advice: says(
			'Check the URN or URL. LinkedIn also answers so when the connection may not see the thing: posts of members cannot be read, a page or ad account needs a role, and some products of LinkedIn have to be granted to the app first.',
		),
	},
	{
		when: (refusal) => refusal.status === 409 && !twinOf(refusal),
		message: says('Something else changed the same thing at the same moment'),
		advice: says('Run it again.'),
	},
	{
		when: is(413),
		message: says('The request is too large for LinkedIn'),
		advice: says('Ask for fewer things in one item.'),
	},
	{
		when: (refusal) => twinOf(refusal) !== undefined || is(422, /duplicate/i)(refusal),
		message: says('LinkedIn refuses this post because the author has just published the same text'),
		advice: says('Change the text, or set On Duplicate to return the existing post.'),
		field: 'Text',
	},
	{
		when: (refusal) => refusal.code === 'FIELD_LENGTH_TOO_LONG',
		message: says('A text is too long for LinkedIn'),
		advice: says('Shorten the field that LinkedIn names.'),
		field: 'Text',
	},
	{
		when: (refusal) => refusal.status === 429,
		message: (_, asked) =>
			asked.isDaily
				? "LinkedIn's quota of the day is used up for this"
				: 'LinkedIn is throttling this connection',
		advice: (_, asked) =>
			asked.isDaily && asked.retryAtMs !== undefined
				? `Calls of this kind work again from ${new Date(asked.retryAtMs).toISOString()}. LinkedIn counts each day from 00:00 UTC.`
				: 'Wait a minute and run it again, or raise Max Wait in the options.',
	},
	{
		when: (refusal) => refusal.status >= 500 || refusal.status === 408,
		message: (refusal) => `LinkedIn failed to answer (status ${refusal.status})`,
		advice: says(
			'LinkedIn has a fault of its own. Run it again later; a raised Max Wait in the options tries for longer.',
		),
	},
	{
		when: () => true,
		message: (refusal) => `LinkedIn does not accept this request (status ${refusal.status})`,
		advice: says('Change what LinkedIn names in its answer.'),
	},
];

/**
 * The error for a refusal.
 * @param refusal what LinkedIn answered
 * @param asked what was asked
 */
export function explain(refusal: Refusal, asked: Asked): LinkedInError {
	const row = ROWS.find((candidate) => candidate.when(refusal)) as Row;
	const own = refusal.unreadable ? undefined : refusal.message;
	const refused = refusal.inputErrors ?? [];
	const nameOf = (path: string) => asked.fieldName?.(path) ?? path;
	const inputs = refused.map((input) => `${nameOf(input.path)}: ${input.description}`);
	const said = [own, ...inputs].filter(Boolean).join('; ');
	const message = row.message(refusal, asked) + (said ? `: ${said}` : '');
	const details = {
		status: refusal.status,
		code: refusal.code ?? null,
		serviceErrorCode: refusal.serviceErrorCode ?? null,
		retryAt: asked.retryAtMs === undefined ? null : new Date(asked.retryAtMs).toISOString(),
		requestId: refusal.requestId ?? null,
		field: (refused.length > 0 ? asked.fieldName?.(refused[0].path) : undefined) ?? row.field ?? null,
		advice: codeAdvice([refusal.code, ...refused.map(({ code }) => code)]) ?? row.advice(refusal, asked),
	};
	return new LinkedInError(message, details, asked.isDaily);
}

/** In words, because n8n replaces a message that holds one of these codes by a text of its own. */
const NETWORK_FAULTS: Record<string, string> = {
	ECONNREFUSED: 'nothing listens there',
	ENOTFOUND: 'no such host',
	EAI_AGAIN: 'the name cannot be looked up now',
	ECONNRESET: 'the connection broke',
	EPIPE: 'the connection broke',
	ECONNABORTED: 'it took too long',
	ETIMEDOUT: 'it took too long',
	EHOSTUNREACH: 'the host cannot be reached',
	ENETUNREACH: 'the network cannot be reached',
};

/**
 * The error for a request that nobody answered.
 * @param cause the network's own word, e.g. ECONNREFUSED
 * @param host the API host that was asked
 */
export function noAnswer(cause: string, host: string): LinkedInError {
	const fault = lookUp(NETWORK_FAULTS, cause);
	return new LinkedInError(`No answer came from ${host}${fault ? `: ${fault}` : ''}`, {
		code: 'NO_ANSWER',
		field: 'API Host',
		advice:
			'Check that n8n reaches the internet and that Environment in the credential names the right API host, then run it again.',
	});
}

/**
 * The error for an answer that began and did not end.
 * @param host the API host that was asked
 */
export function brokeOff(host: string): LinkedInError {
	return new LinkedInError(`The answer from ${host} broke off before its end`, {
		code: 'NO_ANSWER',
		advice:
			'Run it again later; a raised Max Wait in the options tries for longer. Where it stays so, something between n8n and LinkedIn cuts answers: a proxy or a gateway.',
	});
}

/** By name too: a test of n8n's gives code a realm of its own, with classes of its own. */
const FAULTS_OF_CODE = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

/** The error for whatever else was thrown. What JavaScript says of a fault in code helps nobody who uses the node. */
export function unexpected(failure: unknown): LinkedInError {
	const { name, message, description } = Object(failure) as Record<string, unknown>;
	const isOurs = FAULTS_OF_CODE.includes(String(name)) || typeof message !== 'string' || message === '';
	return new LinkedInError(
		isOurs
			? 'This node met something it did not expect'
			: `This node met something it did not expect: ${message}`,
		{
			code: 'UNEXPECTED',
			advice:
				typeof description === 'string' && !isOurs
					? description
					: 'Check the fields of this node. If they are right, please report it, and say which operation and fields lead to it.',
		},
	);
}
