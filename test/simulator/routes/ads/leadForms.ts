import { notThere } from '../../ads/errors';
import { readOwner, requireLeadReader } from '../../ads/leadAccess';
import { pageLink } from '../../ads/links';
import { batchAnswer, listAnswer, PAGING, readIds } from '../../paging';
import type { LeadForm } from '../../ads/leadForm';
import type { Answer, Call, Resource } from '../../resource';

const READ = ['r_ads', 'rw_ads', 'r_marketing_leadgen_automation'];

/** /rest/leadForms (docs.leads). */
export const leadForms: Resource = {
	path: '/rest/leadForms',
	permission: 'partnerApiLeadForms',
	methods: {
		GET: { scopes: READ, handle: (call) => ({ status: 200, body: found(call, call.key) }) },
		BATCH_GET: {
			scopes: READ,
			handle: (call) => batchAnswer(readIds(call.params), (id) => found(call, id)),
		},
	},
	finders: { owner: { scopes: READ, params: ['owner', ...PAGING], handle: ofOwner } },
};

/** @throws ApiError 404, 403 */
function found(call: Call, key: unknown): LeadForm {
	const form = call.state.ads.leads.form(Number(key));
	if (!form) throw notThere(`Lead form ${String(key)}`);
	requireLeadReader(call, form.owner);
	return form;
}

function ofOwner(call: Call): Answer {
	const owner = readOwner(call.params.owner);
	requireLeadReader(call, owner);
	return listAnswer(call.state.ads.leads.formsOf(owner), call.params, {
		total: true,
		link: pageLink(call, '/rest/leadForms'),
	});
}
