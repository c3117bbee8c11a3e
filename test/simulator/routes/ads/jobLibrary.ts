import { companyUrl, type LibraryJob } from '../../ads/library';
import { isFound, readSearch } from '../../ads/libraryParams';
import { pageLink } from '../../ads/links';
import { ApiError } from '../../errors';
import { listAnswer } from '../../paging';
import type { Answer, Call, Resource } from '../../resource';

const PATH = '/rest/jobLibrary';
const LARGEST_PAGE = 24;

const UNRESTRICTED = 'This information is only available for restricted jobs.';
const WITHHELD = 'This information is not available for restricted jobs';

/**
 * /rest/jobLibrary: promoted jobs, part of the same product as /rest/adLibrary (docs.jobLibrary,
 * docs/behaviour.md#ad-library-and-job-library).
 */
export const jobLibrary: Resource = {
	path: PATH,
	permission: 'partnerApiJobLibrary',
	finders: { criteria: { scopes: [], checksParams: true, handle: search } },
};

function search(call: Call): Answer {
	const asked = readSearch(call, 'jobs');
	if (asked.keyword === undefined && asked.name === undefined) {
		// Here LinkedIn answers with a server error to what the ad library refuses with a 400.
		throw new ApiError(500, { message: 'Internal Server Error', status: 500 });
	}
	const found = call.state.ads.library.jobs
		.filter(({ title, description, organization, countries, listedAt }) =>
			isFound(asked, {
				text: `${title} ${description}`,
				company: organization.name,
				payer: organization.payer,
				shares: countries,
				first: listedAt,
				last: listedAt,
			}),
		)
		.sort((a, b) => b.listedAt - a.listedAt || b.id - a.id);
	const page = listAnswer(found, call.params, {
		total: true,
		link: pageLink(call, PATH),
		read: element,
		most: LARGEST_PAGE,
		usual: LARGEST_PAGE,
	});
	return call.state.jobLibraryDropsOne ? withoutOne(page) : page;
}

/** A full page without one of its jobs; the next `start` counts it anyway. */
function withoutOne(page: Answer): Answer {
	const body = page.body as { elements: unknown[]; paging: { links: unknown[] } };
	if (body.paging.links.length === 0) return page;
	const middle = Math.floor(body.elements.length / 2);
	return { ...page, body: { ...body, elements: body.elements.filter((_job, at) => at !== middle) } };
}

function element(job: LibraryJob): unknown {
	const isRestricted = job.restriction !== undefined;
	const shown = (text: string) => (isRestricted ? WITHHELD : text);
	return {
		jobPostingUrl: `https://www.linkedin.com/ad-library/job/detail/${job.id}`,
		isRestricted,
		restrictionReason: job.restriction ?? UNRESTRICTED,
		jobDetails: {
			jobTitle: shown(job.title),
			jobLocation: shown(job.location),
			organizationName: shown(job.organization.name),
			organizationUrl: shown(companyUrl(job.organization.id)),
			jobDescription: shown(job.description),
			payerName: shown(job.organization.payer),
			jobApplyMethod: shown(job.applyMethod),
			jobBenefits: isRestricted ? [] : job.benefits,
			jobSalaryRange: isRestricted ? null : job.salary,
			jobListTimeInMilliseconds: job.listedAt,
			jobClosedTimeInMilliseconds: job.closedAt,
			jobStatistics: {
				totalImpressions: job.impressions,
				impressionsPerCountry: Object.entries(job.countries).map(([country, share]) => ({
					country: `urn:li:country:${country}`,
					impressionPercentage: share,
				})),
			},
			jobTargeting: job.targeting,
		},
	};
}
