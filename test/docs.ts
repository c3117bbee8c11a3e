import { DOCS } from '../nodes/LinkedIn/resources/docs';

const ROOT = 'https://learn.microsoft.com/en-us/linkedin';

/** All of LinkedIn's pages that are cited, by name: those of the package, and those that only tests cite. */
export const PAGES = {
	...DOCS,
	accessTiers: `${ROOT}/marketing/integrations/marketing-tiers`,
	authorization: `${ROOT}/shared/authentication/authorization-code-flow`,
	basicProfile: `${ROOT}/shared/references/v2/profile/basic-profile`,
	clientCredentials: `${ROOT}/shared/authentication/client-credentials-flow`,
	communityManagement: `${ROOT}/marketing/community-management/community-management-overview`,
	listUploads: `${ROOT}/marketing/matched-audiences/create-and-manage-list-uploads`,
	refreshTokens: `${ROOT}/shared/authentication/programmatic-refresh-tokens`,
	urns: `${ROOT}/shared/api-guide/concepts/urns`,
} as const;

export type Page = keyof typeof PAGES;

/** The source of a case. */
export interface Citation {
	/** LinkedIn's pages, by their names in the table. */
	page?: Page | readonly Page[];
	/** The part of them: a method, a parameter, a code. */
	about?: string;
	/** The heading of docs/behaviour.md for undocumented behaviour. */
	behaviour?: string;
}

/** A short citation, for the name of a test. */
export function cited({ page = [], about, behaviour }: Citation): string {
	const pages = [page].flat().join(', ');
	const first = about === undefined ? pages : `${pages}: ${about}`;
	return [first, behaviour].filter(Boolean).join('; ');
}
