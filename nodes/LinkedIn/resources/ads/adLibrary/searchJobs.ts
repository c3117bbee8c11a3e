import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { DOCS } from '../../docs';
import { listFields } from '../../fields/listFields';
import { operation } from '../../operation';
import { filtersField } from '../fields/filters';
import {
	facets,
	momentOfElement,
	numberOf,
	presentCountries,
	presentTargeting,
	record,
	shares,
} from './element';
import {
	AD_LIBRARY,
	companyField,
	countriesFilter,
	endFilter,
	keywordField,
	searchLibrary,
	startFilter,
	type Library,
} from './search';

/** LinkedIn sends a sentence like this instead of the text of a restricted job. */
const KEPT_BACK = /^This information is (not|only) available/;
const shownText = optionalText.transform((value) => (value && KEPT_BACK.test(value) ? undefined : value));

const salary = z.object({ payPeriod: optionalText, currencyCode: optionalText }).passthrough().optional();
const statistics = z
	.object({
		totalImpressions: record,
		impressionsPerCountry: shares,
		impressionsDistributionByCountry: shares,
	})
	.optional();

const job = z
	.object({
		jobPostingUrl: optionalText,
		isRestricted: z.boolean(),
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
				jobBenefits: z.array(z.string()).optional(),
				jobSalaryRange: salary,
				jobListTimeInMilliseconds: z.unknown(),
				jobClosedTimeInMilliseconds: z.unknown(),
				jobStatistics: statistics,
				jobTargeting: facets,
			})
			.optional(),
	})
	.partial();

export const searchJobs = operation({
	value: 'searchJobs',
	name: 'Search Job Ads',
	action: 'Search the promoted jobs of any company',
	description:
		'Find jobs that companies paid LinkedIn to promote, by words and company, with salary, location, description and impressions where available. Closed jobs are kept for a year.',
	docs: DOCS.jobLibrary,
	access: 'read',
	scopes: { any: [] },
	product: AD_LIBRARY,
	accountRole: 'none',
	whenEmpty: "No job ad matches. Try fewer words, or the company's name as LinkedIn spells it.",
	routing: { restliMethod: 'FINDER', path: '/rest/jobLibrary' },
	fields: [
		keywordField,
		companyField,
		...listFields,
		filtersField([countriesFilter, endFilter, startFilter]),
	],
	async execute(call) {
		return await searchLibrary(call, JOBS);
	},
});

/**
 * Here the list of countries isn't in a record, and its codes are in lower case
 * (docs/behaviour.md#ad-library-and-job-library).
 */
const JOBS: Library = {
	company: 'organization',
	countries: (codes) => codes.map((code) => `urn:li:country:${code.toLowerCase()}`),
	present: presentJob,
};

function presentJob(element: Entity): IDataObject {
	const { jobPostingUrl, isRestricted, restrictionReason, jobDetails = {} } = readEntity(job, element) ?? {};
	const shown: z.output<typeof statistics> = jobDetails.jobStatistics ?? {};
	const impressions = shown.totalImpressions ?? {};
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

/** LinkedIn sends amounts as text, with a word before some periods. */
function presentSalary(given: z.output<typeof salary>): IDataObject | null {
	if (!given) return null;
	const period = given.payPeriod?.replace(/^CompensationPeriod_/, '');
	return {
		from: numberOf(given.minBaseSalary),
		to: numberOf(given.maxBaseSalary),
		currency: given.currencyCode ?? null,
		period: period || null,
	};
}
