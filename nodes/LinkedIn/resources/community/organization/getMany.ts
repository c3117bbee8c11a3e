import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { operation } from '../../operation';
import { findPages, PAGE_LIST_SCOPES } from '../../pages';

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many company pages',
	description:
		'List the Company Pages you have a role on, and what you can do on each: post, comment, read comments, read statistics',
	docs: DOCS.organizationAccess,
	access: 'read',
	scopes: { any: PAGE_LIST_SCOPES },
	role: 'any role',
	whenEmpty: 'The connected member has no approved role on a Company Page.',
	routing: { restliMethod: 'FINDER', path: '/rest/organizationAcls' },
	fields: [...listFields],
	async execute(call) {
		const pages = await findPages(call.linkedin);
		return pages.slice(0, limitOf(call)).map((page) => ({ ...page }));
	},
});
