import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { ANY_ROLE } from '../scopes';
import { reportFields } from './fields';
import { wantedOf } from './reportRequest';
import { itemsOf } from './rows/items';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a report on ads',
	description:
		'Get impressions, clicks, costs, engagement, leads, conversions or attributed revenue of ads, by up to three of account, campaign, creative, country, job title and more, in total or by day, month or year. One item per row; rows without activity are left out, and an account without a role gives no rows instead of an error.',
	builderHint: 'Metrics come from metricSets, metrics or both.',
	docs: DOCS.reports,
	access: 'read',
	scopes: { any: ['r_ads_reporting'] },
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'FINDER', path: '/rest/adAnalytics' },
	fields: reportFields,
	async execute(call) {
		const nowMs = Date.now();
		const wanted = wantedOf(call, nowMs);
		const { period, previous } = wanted;
		const [now, before] = await Promise.all([
			wanted.ask(period),
			previous ? wanted.ask(previous) : undefined,
		]);
		return await itemsOf(call, wanted, now, before, nowMs);
	},
});
