import type { Simulator } from '../../../../../simulator';
import { ACCOUNT_PATH, manager } from '../connection';

export const GROUPS = `${ACCOUNT_PATH}/adCampaignGroups`;

export const identity = (id: string | number) => ({
	urn: `urn:li:sponsoredCampaignGroup:${id}`,
	url: `${manager}/507404993/campaign-groups/${id}`,
	id: String(id),
});

/** Two groups of Acme's account, active and draft. */
export function twoGroups({ state }: Simulator): { active: number; draft: number } {
	const start = Date.UTC(2027, 0, 1);
	state.ads.addGroup('507404993', {
		id: 1001,
		name: 'Spring',
		runSchedule: { start, end: Date.UTC(2027, 1, 1) },
		totalBudget: { amount: '5000', currencyCode: 'USD' },
	});
	state.ads.addGroup('507404993', { id: 1002, name: 'Autumn', status: 'DRAFT', runSchedule: { start } });
	return { active: 1001, draft: 1002 };
}

export const spring = {
	...identity(1001),
	account: 'urn:li:sponsoredAccount:507404993',
	name: 'Spring',
	status: 'ACTIVE',
	isDefault: false,
	objective: null,
	start: '2027-01-01T00:00:00.000Z',
	end: '2027-02-01T00:00:00.000Z',
	totalBudget: { amount: 5000, currency: 'USD' },
	dailyBudget: null,
	servingStatuses: ['RUNNABLE'],
	allowedCampaignTypes: ['SPONSORED_UPDATES', 'TEXT_AD', 'SPONSORED_INMAILS', 'DYNAMIC'],
	test: false,
};

export const autumn = {
	...spring,
	...identity(1002),
	name: 'Autumn',
	status: 'DRAFT',
	end: null,
	totalBudget: null,
};
