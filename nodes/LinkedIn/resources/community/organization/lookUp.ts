import { readMany } from '../../../transport/answers/batch';
import { batchItemOf } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { PAGE_LIST_SCOPES, publicPages } from '../../pages';
import { pageIdentity, presentPublicPage } from './entity';
import { organizationField, pageIdsOf } from './fields';

export const lookUpOrganization = operation({
	value: 'lookUp',
	name: 'Get Public Details',
	action: 'Get public details of company pages',
	description:
		"Get what anyone can see of one or more Company Pages: name, URL name, type and locations. A page that LinkedIn doesn't show stays in the list with the reason.",
	docs: DOCS.organizations,
	access: 'read',
	scopes: { any: PAGE_LIST_SCOPES },
	routing: { restliMethod: 'BATCH_GET', path: '/rest/organizationsLookup' },
	fields: [organizationField],
	async execute(call) {
		const ids = await pageIdsOf(call);
		const found = await readMany(call.linkedin, publicPages(ids));
		return ids.map((id, index) =>
			batchItemOf(pageIdentity(id), found[index], (body) => presentPublicPage(body, id, call.simplify)),
		);
	},
});
