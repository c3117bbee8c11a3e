import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { API_HOST_EXPRESSION } from '../nodes/LinkedIn/transport/memory/connection';
import { environmentFields, knownLimitFields, ruleFields, versionFields } from './connectionFields';

const TOKEN_REFUSED =
	"LinkedIn doesn't accept this token: it has expired, was revoked, or was not copied completely.";
const NO_API = 'There is no LinkedIn API at this host. Check Environment.';
const FAULT = 'LinkedIn, or the host in front of it, had a server error. Try again later.';

/** Responses that don't show whether the token is valid, by status. */
const REFUSALS: ReadonlyArray<readonly [status: number, message: string]> = [
	[401, TOKEN_REFUSED],
	...[301, 302, 303, 307, 308, 400, 404, 405, 410].map((status) => [status, NO_API] as const),
	...[500, 502, 503, 504].map((status) => [status, FAULT] as const),
];

/** A rule of n8n's credential test. */
interface Rule {
	type: 'responseCode' | 'responseSuccessBody';
	properties: { key?: string; value: unknown; message: string };
}

const rule = (value: unknown, message: string, key?: string): Rule => ({
	type: key === undefined ? 'responseCode' : 'responseSuccessBody',
	properties: { value, message, ...(key !== undefined && { key }) },
});

/** n8n 1.x passes on every response as a body, so there the rules look at the body. */
const RULES: Rule[] = [
	...REFUSALS.map(([status, message]) => rule(status, message)),
	// A web page, other text or an empty body: LinkedIn's responses are objects.
	rule(String, NO_API, 'constructor'),
	...REFUSALS.flatMap(([status, message]) => [
		rule(status, message, 'status'),
		rule(status, message, 'statusCode'),
	]),
	// LinkedIn's errors have a code and a message.
	rule(String, NO_API, 'error.constructor'),
];

export class LinkedInSuiteAccessTokenApi implements ICredentialType {
	name = 'linkedInSuiteAccessTokenApi';

	displayName = 'LinkedIn (Suite) Access Token API';

	documentationUrl =
		'https://github.com/n8n-nodes-linkedin-suite/n8n-nodes-linkedin-suite/blob/main/docs/credentials.md#with-a-token-from-the-developer-portal';

	icon = { light: 'file:../icons/linkedin.svg', dark: 'file:../icons/linkedin.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				"From the Token Generator of the LinkedIn developer portal. It lasts 60 days and can't be renewed here.",
		},
		...ruleFields,
		...versionFields({}),
		...knownLimitFields({}),
		...environmentFields({}),
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{ $credentials.accessToken }}' } },
	};

	/**
	 * Any response of LinkedIn's except a refused token proves it: LinkedIn checks the token before permissions, and a token
	 * without the scope for userinfo is valid too.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: API_HOST_EXPRESSION,
			url: '/v2/userinfo',
			// n8n would send the token to another host.
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: REFUSALS.map(([status]) => status) },
		},
		// Only n8n's typings distinguish the two types of rules.
		rules: RULES as unknown as ICredentialTestRequest['rules'],
	};
}
