import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { operation } from '../../define';
import { DOCS } from '../../docs';
import { listFields } from '../../fields';
import { momentOfElement, numberOf, presentCountries, presentTargeting, record, text } from './element';
import { AD_LIBRARY, companyField, filtersOfLibrary, keywordField, searchLibrary } from './search';

const LARGEST_PAGE = 24;

/** LinkedIn writes a sentence of this kind where it keeps a text of a restricted job back. */
const KEPT_BACK = /^This information is (not|only) available/;
const shownText = text.transform((value) => (value && KEPT_BACK.test(value) ? undefined : value));

const job = z
	.object({
		jobPostingUrl: text,
		isRestricted: z.boolean().catch(false),
		restrictionReason: shownText,
		jobDetails: z
			.object({
				jobTitle: shownText,
				jobLocation: shownText,
				jobDescription: shownText,
				organizationName: shownText,
				organizationUrl: shownText,
				payerName: shownText,
				jobApplyMethod: shownText,
				jobBenefits: z.array(z.string()).optional().catch(undefined),
				jobSalaryRange: record,
				jobListTimeInMilliseconds: z.unknown(),
				jobClosedTimeInMilliseconds: z.unknown(),
				jobStatistics: record,
				jobTargeting: z.unknown(),
			})
			.optional()
			.catch(undefined),
	})
	.partial()
	.catch({});

export const searchJobs = operation({
	value: 'searchJobs',
	name: 'Search Job Ads',
	action: 'Search the jobs that companies pay to show',
	description:
		'Find jobs that companies paid LinkedIn to show, by words and company, with salary, place, description and impressions as far as LinkedIn tells. Jobs that nobody paid for are not in it, and closed ones stay for a year.',
	docs: DOCS.jobLibrary,
	access: 'read',
	scopes: { any: [] },
	product: AD_LIBRARY,
	accountRole: 'none',
	routing: { restliMethod: 'FINDER', path: '/rest/jobLibrary' },
	fields: [keywordField, companyField, ...listFields, filtersOfLibrary],
	async execute(call) {
		return await searchLibrary(call, 'organization', LARGEST_PAGE, presentJob);
	},
});

function presentJob(element: unknown): IDataObject {
	const { jobPostingUrl, isRestricted, restrictionReason, jobDetails = {} } = job.parse(element);
	const shown = jobDetails.jobStatistics ?? {};
	const impressions = record.parse(shown.totalImpressions) ?? {};
	return {
		url: jobPostingUrl ?? null,
		id: /\/(\d+)\/?$/.exec(jobPostingUrl ?? '')?.[1] ?? null,
		title: jobDetails.jobTitle ?? null,
		company: jobDetails.organizationName ?? null,
		companyUrl: jobDetails.organizationUrl ?? null,
		location: jobDetails.jobLocation ?? null,
		description: jobDetails.jobDescription ?? null,
		payer: jobDetails.payerName ?? null,
		applyMethod: jobDetails.jobApplyMethod ?? null,
		benefits: jobDetails.jobBenefits ?? [],
		salary: presentSalary(jobDetails.jobSalaryRange),
		listedAt: momentOfElement(jobDetails.jobListTimeInMilliseconds),
		closedAt: momentOfElement(jobDetails.jobClosedTimeInMilliseconds),
		isRestricted: isRestricted ?? false,
		restriction: restrictionReason ?? null,
		impressionsFrom: numberOf(impressions.start ?? impressions.from),
		impressionsTo: numberOf(impressions.end ?? impressions.to),
		countries: presentCountries(shown.impressionsPerCountry ?? shown.impressionsDistributionByCountry),
		targeting: presentTargeting(jobDetails.jobTargeting),
	};
}

/** LinkedIn writes amounts as texts, and puts a word before some periods. */
function presentSalary(salary: Record<string, unknown> | undefined): IDataObject | null {
	if (!salary) return null;
	const period = text.parse(salary.payPeriod)?.replace(/^CompensationPeriod_/, '');
	return {
		from: numberOf(salary.minBaseSalary),
		to: numberOf(salary.maxBaseSalary),
		currency: text.parse(salary.currencyCode) ?? null,
		period: period || null,
	};
}
