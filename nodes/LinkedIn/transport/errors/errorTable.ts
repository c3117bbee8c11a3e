/**
 * What LinkedIn's refusals mean and what to do: one table from status and code to text.
 * @see docs.errors
 * @see docs.errorResponses
 */
import { isStandingLimit, twinOf, type ErrorResponse } from './errorResponse';

/** What was requested, in words for the texts. */
export interface RequestFacts {
	/** e.g. `CREATE /rest/posts` */
	endpoint: string;
	/** The number of the page that acts. */
	page?: string;
	/**
	 * Scopes that the connection lacks or may lack, of which one is enough, and the page role that the member needs.
	 */
	scopes?: readonly string[];
	role?: string;
	/** Role that the member needs on the ad account. */
	accountRole?: string;
	/** Product of the app, if no scope tells. */
	product?: string;
	/** The node's name for a field path of LinkedIn's, e.g. `/dailyBudget/amount` → Daily Budget. */
	fieldName?: (path: string) => string | undefined;
	version?: string;
	/** When trying again makes sense, epoch milliseconds. */
	retryAtMs?: number;
	/** The daily quota is used up. */
	isDaily?: boolean;
}

interface Row {
	when: (refusal: ErrorResponse) => boolean;
	message: (refusal: ErrorResponse, asked: RequestFacts) => string;
	advice: (refusal: ErrorResponse, asked: RequestFacts) => string;
	field?: string;
}

const is = (status: number, code?: string | RegExp) => (refusal: ErrorResponse) =>
	refusal.status === status &&
	(code === undefined ||
		(typeof code === 'string' ? refusal.code === code : code.test(`${refusal.code} ${refusal.message}`)));

/** LinkedIn's message if the app's product or tier doesn't include a resource. */
export const NOT_OFFERED = /No virtual resource/i;

/** How the account role begins of an operation that doesn't need one. */
const NO_ROLE = 'none';

const says = (text: string) => () => text;

const RECONNECT =
	'Open the credential and connect again. LinkedIn tokens last 60 days, and only some apps get a refresh token that renews them without you.';

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
		message: says('LinkedIn has restricted the connected member'),
		advice: says('Sign in at linkedin.com as that member and follow what LinkedIn asks for there.'),
		field: 'Credential',
	},
	{
		when: is(401),
		message: says("LinkedIn rejected this connection's token"),
		advice: says(`${RECONNECT} With a pasted token, check that it was copied whole.`),
		field: 'Credential',
	},
	{
		when: (refusal) => refusal.code === 'NONEXISTENT_VERSION' || refusal.status === 426,
		message: (_, asked) => `LinkedIn has retired or doesn't know API version ${asked.version ?? ''}`.trim(),
		advice: says(
			'Choose a newer API Version in the credential, or let it switch to a newer one when this one ends.',
		),
		field: 'API Version',
	},
	{
		when: isStandingLimit,
		message: says("LinkedIn's limit for these is reached"),
		advice: says('Remove some that are no longer needed, then run it again.'),
	},
	{
		when: is(403, /Unpermitted fields/i),
		message: says('LinkedIn rejected a field of this request'),
		advice: says(
			"The field it names isn't allowed here or for this app. Leave it out, or ask LinkedIn to allow it for your app.",
		),
	},
	{
		when: is(403, /VisibilityReduction|ADMIN_ONLY/i),
		message: says("The connected member isn't an admin of this page"),
		advice: (_, asked) => `Ask a page admin for ${asked.role ?? 'the role ADMINISTRATOR'}.`,
		field: 'Page',
	},
	{
		when: is(403),
		message: (_, { page }) => `This connection isn't allowed to do this${page ? ` as page ${page}` : ''}`,
		advice: (_, { scopes, role, accountRole, product }) =>
			[
				product ? `The app of this connection needs the product ${product}.` : [],
				scopes?.length ? `It needs the scope ${scopes.join(' or ')}.` : [],
				role ? `On a page it needs ${role}: ask a page admin for it.` : [],
				accountRole && !accountRole.startsWith(NO_ROLE) ? `On the ad account it needs ${accountRole}.` : [],
				'Run Check Access (My Profile and Access) to see what is missing.',
			]
				.flat()
				.join(' '),
		field: 'Credential',
	},
	{
		when: is(404, NOT_OFFERED),
		message: says("LinkedIn doesn't offer this to the app of this connection"),
		advice: says(
			"The app lacks the product for it, or has a tier without it: on the Development tier LinkedIn grants scopes for calls it doesn't answer. Check the app's Products in LinkedIn's developer portal. In API Call, check the path.",
		),
		field: 'Credential',
	},
	{
		when: is(404),
		message: says("LinkedIn found nothing there, or doesn't show it to this connection"),
		advice: says(
			"Check the URN or URL. LinkedIn gives the same answer when this connection isn't allowed to see it: posts of members can't be read, pages and ad accounts need a role, some LinkedIn products must be granted to the app first, and a person's ID works only with the app that received it.",
		),
	},
	{
		when: (refusal) => refusal.status === 409 && !twinOf(refusal),
		message: says('Another change was made at the same time'),
		advice: says('Run it again.'),
	},
	{
		when: is(413),
		message: says('The request is too large for LinkedIn'),
		advice: says('Ask for fewer things in one item.'),
	},
	{
		when: (refusal) => twinOf(refusal) !== undefined || is(422, /duplicate/i)(refusal),
		message: says('LinkedIn rejected this post because the author has just published the same text'),
		advice: says('Change the text, or set If Already Posted to return the existing post.'),
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
			asked.isDaily ? "LinkedIn's daily quota for this is used up" : 'LinkedIn is throttling this connection',
		advice: (_, asked) =>
			asked.isDaily && asked.retryAtMs !== undefined
				? `Calls of this kind work again from ${new Date(asked.retryAtMs).toISOString()}. LinkedIn counts each day from 00:00 UTC.`
				: 'Wait a minute and run it again, or raise Max Wait in the options.',
	},
	{
		when: (refusal) => refusal.status >= 500 || refusal.status === 408,
		message: (refusal) => `LinkedIn had a server error (status ${refusal.status})`,
		advice: says(
			'LinkedIn had a server error. Run it again later, or raise Max Wait in the options to keep trying for longer.',
		),
	},
	{
		when: () => true,
		message: (refusal) => `LinkedIn rejected this request (status ${refusal.status})`,
		advice: says('Change what LinkedIn names in its answer.'),
	},
];

/** The first matching row is used. */
export const rowFor = (refusal: ErrorResponse): Row => ROWS.find(({ when }) => when(refusal)) as Row;
