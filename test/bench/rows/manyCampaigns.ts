import { finished, heldEachTime, heldIn, type Row } from '../row';
import { AD_ACCOUNT, ADS, adsSuite, httpRequest } from '../sides';

const CAMPAIGNS = 10_000;
/** The maximum page size of LinkedIn's searches. */
const PAGE_SIZE = 1_000;
const LEAST_CALLS = Math.ceil(CAMPAIGNS / PAGE_SIZE);

export const manyCampaigns: Row = {
	name: 'many-campaigns',
	what: `${CAMPAIGNS.toLocaleString('en-US')} campaigns, Return All`,
	budget: `${LEAST_CALLS} calls; no earlier page held`,
	isCount: true,
	async run(bench) {
		const simulator = await bench.simulator();
		for (let at = 0; at < CAMPAIGNS; at += 1) simulator.state.ads.addCampaign(AD_ACCOUNT);
		const setup = adsSuite(simulator, {
			resource: 'campaign',
			operation: 'getMany',
			account: { __rl: true, mode: 'id', value: AD_ACCOUNT },
			returnAll: true,
		});
		const engine = bench.engine(simulator);
		const readAll = async () =>
			finished(await engine.ask('run', { ...setup, watchPages: true }), CAMPAIGNS, 'This package');
		const reports = [await readAll()];
		const calls = simulator.requests.length;
		reports.push(await readAll());
		const held = heldEachTime(reports);

		const search = 'q=search&search=(status:(values:List(ACTIVE,ARCHIVED,CANCELED,COMPLETED,DRAFT,PAUSED)))';
		const list = `${simulator.url}/rest/adAccounts/${AD_ACCOUNT}/adCampaigns?${search}&pageSize=${PAGE_SIZE}`;
		const other = httpRequest(
			simulator,
			{ url: list, options: { pagination: { pagination: tokenByToken(list) } } },
			simulator.issueToken({ member: 'ada', ...ADS }),
		);
		const before = simulator.requests.length;
		const http = finished(
			await bench.engine(simulator).ask('run', { ...other, watchPages: true }),
			LEAST_CALLS,
			'HTTP Request',
		);
		return {
			figure: `${calls} calls, ${held} earlier pages held`,
			beside: `HTTP Request with pagination: ${simulator.requests.length - before} calls, ${heldIn(http)} held`,
			isMet: calls === LEAST_CALLS && held === 0,
		};
	},
};

/** Nothing before the first page. */
const TOKEN = '$response?.body?.metadata?.nextPageToken';

const tokenByToken = (list: string) => ({
	paginationMode: 'responseContainsNextURL',
	nextURL: `=${list}{{ ${TOKEN} ? '&pageToken=' + ${TOKEN} : '' }}`,
	paginationCompleteWhen: 'other',
	completeExpression: '={{ !$response.body.metadata.nextPageToken }}',
});
