/**
 * What a campaign is for. LinkedIn's page lists some objectives in the plural, its API takes the singular.
 * @see docs.campaigns
 */
import type { INodeProperties } from 'n8n-workflow';

import { plainText } from '../../values/plainText';
import { choiceOf } from '../values/readParameters';

export const OBJECTIVES = [
	'BRAND_AWARENESS',
	'ENGAGEMENT',
	'JOB_APPLICANT',
	'LEAD_GENERATION',
	'TALENT_LEAD',
	'VIDEO_VIEW',
	'WEBSITE_CONVERSION',
	'WEBSITE_VISIT',
] as const;
export type Objective = (typeof OBJECTIVES)[number];

export const objectiveField: INodeProperties = {
	displayName: 'Objective',
	name: 'objectiveType',
	type: 'options',
	default: 'WEBSITE_VISIT',
	description: "Goal of the ads. Can't be changed later.",
	options: [
		{ name: 'Brand Awareness', value: 'BRAND_AWARENESS' },
		{ name: 'Engagement', value: 'ENGAGEMENT' },
		{ name: 'Job Applicants', value: 'JOB_APPLICANT' },
		{ name: 'Lead Generation', value: 'LEAD_GENERATION' },
		{ name: 'Talent Leads', value: 'TALENT_LEAD' },
		{ name: 'Video Views', value: 'VIDEO_VIEW' },
		{ name: 'Website Conversions', value: 'WEBSITE_CONVERSION' },
		{ name: 'Website Visits', value: 'WEBSITE_VISIT' },
	],
};

/**
 * The objective in LinkedIn's spelling, from either one.
 * @returns undefined if empty
 * @throws InputError that lists the objectives
 */
export function objectiveOf(value: unknown): Objective | undefined {
	const text = plainText(value, objectiveField.displayName).trim();
	const singular = text.replace(/(visit|conversion|view|applicant|lead)s$/i, '$1');
	return choiceOf(singular, objectiveField.displayName, OBJECTIVES);
}
