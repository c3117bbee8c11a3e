import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { API_HOST_EXPRESSION } from '../nodes/LinkedIn/transport/connection';
import { environmentFields, versionFields } from './connectionFields';

const TOKEN_REFUSED =
	'LinkedIn does not accept this token: it has ended, was revoked, or was not copied whole.';
const NO_API = 'There is no LinkedIn API at this host. Check Environment.';

export class LinkedInSuiteAccessTokenApi implements ICredentialType {
	name = 'linkedInSuiteAccessTokenApi';

	displayName = 'LinkedIn (Suite) Access Token API';

	documentationUrl =
		'https://github.com/n8n-nodes-linkedin-suite/n8n-nodes-linkedin-suite/blob/main/README.md#with-a-token-from-the-developer-portal';

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
				'From the Token Generator of the LinkedIn developer portal. It lasts 60 days and cannot be renewed from here.',
		},
		...versionFields,
		...environmentFields({}),
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{ $credentials.accessToken }}' } },
	};

	/**
	 * Any answer but a refused token proves it: LinkedIn checks the token before the rights, and a token without the
	 * scope of userinfo is a good token. n8n 1.x knows no exceptions here and hands the refusal over as a body.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: API_HOST_EXPRESSION,
			url: '/v2/userinfo',
			ignoreHttpStatusErrors: { ignore: true, except: [401, 404, 500, 502, 503, 504] },
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: TOKEN_REFUSED } },
			{ type: 'responseSuccessBody', properties: { key: 'status', value: 401, message: TOKEN_REFUSED } },
			{ type: 'responseCode', properties: { value: 404, message: NO_API } },
			// n8n applies each rule by its type; only its typings keep the two types apart.
		] as unknown as ICredentialTestRequest['rules'],
	};
}
