import { denied } from '../errors';
import type { Call, Resource } from '../resource';
import type { Member } from '../model';

function member(call: Call): Member {
	if (!call.member) throw denied('An application token has no member');
	return call.member;
}

/** GET /v2/userinfo (docs.signIn). */
export const userinfo: Resource = {
	path: '/v2/userinfo',
	permission: 'userinfo',
	isSimple: true,
	methods: {
		GET: {
			scopes: ['profile'],
			handle: (call) => {
				const me = member(call);
				const has = (scope: string) => call.token.scopes.has(scope);
				if (!has('openid')) throw denied('Not enough permissions to access: userinfo.GET.NO_VERSION');
				return {
					status: 200,
					body: {
						sub: me.personId,
						name: `${me.firstName} ${me.lastName}`,
						given_name: me.firstName,
						family_name: me.lastName,
						locale: 'en-US',
						...(has('email') ? { email: me.email, email_verified: true } : {}),
					},
				};
			},
		},
	},
};

/** GET /v2/me: only with r_basicprofile, not for Sign In apps (docs.basicProfile). */
export const me: Resource = {
	path: '/v2/me',
	permission: 'me',
	isSimple: true,
	methods: {
		GET: {
			scopes: ['r_basicprofile'],
			handle: (call) => {
				const me = member(call);
				const localized = (text: string) => ({
					localized: { en_US: text },
					preferredLocale: { country: 'US', language: 'en' },
				});
				return {
					status: 200,
					body: {
						id: me.personId,
						localizedFirstName: me.firstName,
						localizedLastName: me.lastName,
						firstName: localized(me.firstName),
						lastName: localized(me.lastName),
						vanityName: me.vanityName,
						localizedHeadline: me.headline,
					},
				};
			},
		},
	},
};
