import { InputError } from '../../../transport/errors/inputError';
import { parseOrganization } from '../../../transport/restli/urns/actor';
import { decodedLink, decodedTwice } from '../../../transport/restli/urns/parseInput';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { pageByVanityName } from '../../pages';
import { plainText } from '../../values/plainText';
import { withPictures } from '../media/pictures';
import { LOGO, presentOrganization } from './entity';
import { PAGE_SCOPES } from './fields';

const FIELD = 'Page URL Name';

export const getByVanityName = operation({
	value: 'getByVanityName',
	name: 'Get by Vanity Name',
	action: 'Get a company page by its URL name',
	description:
		'Find a Company Page by the last part of its URL (acme in linkedin.com/company/acme) or by its full URL',
	docs: DOCS.organizations,
	access: 'read',
	scopes: { any: PAGE_SCOPES },
	routing: { restliMethod: 'FINDER', path: '/rest/organizations' },
	fields: [
		{
			displayName: FIELD,
			name: 'vanityName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. acme or https://www.linkedin.com/company/acme',
			description: 'The last part of the page URL, or the full URL',
		},
	],
	async execute(call) {
		const name = vanityNameOf(call.parameter<unknown>('vanityName', ''));
		const page = await pageByVanityName(call.linkedin, name, FIELD);
		const item = presentOrganization(page, String(page.id), call.simplify);
		return call.simplify ? await withPictures(call.linkedin, [item], LOGO) : [item];
	},
});

/** @throws InputError for an empty field, and for a URL without a name */
function vanityNameOf(given: unknown): string {
	const typed = plainText(given, FIELD).trim();
	if (typed === '') {
		throw new InputError(FIELD, `${FIELD} is empty`, 'Enter the last part of the page URL, e.g. acme.');
	}
	const text = decodedTwice(decodedLink(typed));
	if (!/[/:]/.test(text)) return text;
	const page = parseOrganization(typed, FIELD);
	if ('vanityName' in page) return page.vanityName;
	throw new InputError(
		FIELD,
		`"${typed.slice(0, 120)}" contains a page number, not a name`,
		'Use Get or Get Public Details, which accept numbers.',
	);
}
