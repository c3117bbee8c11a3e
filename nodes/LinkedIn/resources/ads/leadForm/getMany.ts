import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { listItems } from '../../listItems';
import { operation } from '../../operation';
import { withId } from '../requests/search';
import { ANY_ROLE } from '../scopes';
import { presentForm } from './entity';
import { LEAD_SCOPES, ownerField, ownerOf, ownerRecord, PAGE_ROLE } from './owner';
import { leadPages } from './pages';

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many lead forms',
	description: 'List the lead forms of an ad account or a Company Page with their questions',
	docs: DOCS.leads,
	access: 'read',
	scopes: { any: [...LEAD_SCOPES, 'r_ads', 'rw_ads'] },
	role: PAGE_ROLE,
	accountRole: ANY_ROLE,
	whenEmpty:
		'The owner has no lead forms. Forms of ads usually belong to the ad account, forms of a page to the page.',
	routing: { restliMethod: 'FINDER', path: '/rest/leadForms' },
	fields: [ownerField, ...listFields],
	async execute(call) {
		const owner = ownerRecord(ownerOf(call));
		const limit = limitOf(call);
		const request = { ...call.routing, query: { q: 'owner', owner } };
		const present = withId(call, (form, id) => presentForm(form, id, call.simplify));
		return await listItems(call.linkedin, leadPages(call.linkedin, request, limit), present);
	},
});
