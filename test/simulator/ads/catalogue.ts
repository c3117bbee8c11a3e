import { facetUrn, FACETS, type TargetingFacet } from './facets';

export interface TargetingEntity {
	urn: string;
	name: string;
}

const named = (type: string, names: Record<string, string>): TargetingEntity[] =>
	Object.entries(names).map(([id, name]) => ({ urn: `urn:li:${type}:${id}`, name }));

export const COUNTRIES = named('geo', {
	101165590: 'United Kingdom',
	101174742: 'Canada',
	101282230: 'Germany',
	101452733: 'Australia',
	102713980: 'India',
	103644278: 'United States',
	105015875: 'France',
	106057199: 'Brazil',
});

export const REGIONS = named('geo', {
	100506914: 'Europe',
	102095887: 'California, United States',
	102221843: 'North America',
	105080838: 'New York, United States',
	90000070: 'New York City Metropolitan Area',
	90000084: 'San Francisco Bay Area',
});

/** Entities by their type; facets of the same type share them. A few of each, with LinkedIn's numbers if known. */
export const ENTITIES: Record<string, TargetingEntity[]> = {
	AGE: named('ageRange', {
		'(18,24)': '18 to 24',
		'(25,34)': '25 to 34',
		'(35,54)': '35 to 54',
		'(55,2147483647)': '55+',
	}),
	BUYER_GROUP: named('buyerGroup', { 1: 'Finance Decision Makers', 2: 'IT Committee' }),
	COMPANY: named('organization', {
		1003: 'McKinsey & Company',
		1035: 'Microsoft',
		1337: 'LinkedIn',
		1441: 'Google',
		1586: 'Amazon',
		2414183: 'Acme Corp',
		5583111: 'Globex & Söhne (Labs)',
	}),
	COMPANY_CATEGORY: named('companyCategory', { 1: 'Fortune 500', 2: 'Unicorns' }),
	COMPANY_SIZE: named('staffCountRange', {
		'(1,1)': 'Myself Only',
		'(2,10)': '2-10 employees',
		'(11,50)': '11-50 employees',
		'(51,200)': '51-200 employees',
		'(201,500)': '201-500 employees',
		'(501,1000)': '501-1000 employees',
		'(1001,5000)': '1001-5000 employees',
		'(5001,10000)': '5001-10,000 employees',
		'(10001,2147483647)': '10,001+ employees',
	}),
	DEGREE: named('degree', { 100: "Associate's Degree", 200: "Bachelor's Degree", 300: "Master's Degree" }),
	FIELD_OF_STUDY: named('fieldOfStudy', { 100990: 'Computer Science', 101002: 'Economics', 100257: 'Law' }),
	FUNCTION: named('function', {
		1: 'Accounting',
		2: 'Administrative',
		3: 'Arts and Design',
		4: 'Business Development',
		8: 'Engineering',
		10: 'Finance',
		12: 'Human Resources',
		13: 'Information Technology',
		15: 'Marketing',
		25: 'Sales',
	}),
	GENDER: named('gender', { FEMALE: 'Female', MALE: 'Male' }),
	GEO: [...COUNTRIES, ...REGIONS],
	GROUP: named('group', { 51766: 'Marketing Minds', 60878: 'Data People' }),
	GROWTH_RATE: named('companyGrowthRate', { '(0,3)': '0-3%', '(3,10)': '3-10%', '(10,20)': '10-20%' }),
	INDUSTRY: named('industry', {
		4: 'Software Development',
		6: 'Technology, Information and Internet',
		11: 'Business Consulting and Services',
		14: 'Hospitals and Health Care',
		25: 'Manufacturing',
		27: 'Retail',
		43: 'Financial Services',
		80: 'Advertising Services',
		96: 'IT Services and IT Consulting',
		1999: 'Education',
		3131: 'Mobile Gaming Apps',
	}),
	INTEREST: named('interest', { 1: 'Artificial Intelligence', 2: 'Renewable Energy' }),
	LOCALE: named('locale', { de_DE: 'German', en_US: 'English', es_ES: 'Spanish', fr_FR: 'French' }),
	MEMBER_BEHAVIOR: named('memberBehavior', { 1: 'Frequent Travelers', 7: 'Job Seekers' }),
	REVENUE: named('companyRevenue', { '(0,1)': 'Less than $1M', '(1,10)': '$1M-$10M' }),
	SCHOOL: named('organization', { 15092: 'Stanford University', 18080: 'University of Oxford' }),
	SENIORITY: named('seniority', {
		1: 'Unpaid',
		2: 'Training',
		3: 'Entry',
		4: 'Senior',
		5: 'Manager',
		6: 'Director',
		7: 'VP',
		8: 'CXO',
		9: 'Partner',
		10: 'Owner',
	}),
	SKILL: named('skill', {
		17: 'Accounting',
		198: 'Marketing Strategy',
		261: 'Data Analysis',
		3289: 'Machine Learning',
		...Object.fromEntries(
			Array.from({ length: 24 }, (_none, at) => [5000 + at, `Analysis Method ${at + 1}`]),
		),
	}),
	TITLE: named('title', {
		1: 'Owner',
		5: 'Teacher',
		9: 'Software Engineer',
		25: 'Product Manager',
		39: 'Senior Software Engineer',
		100: 'Marketing Manager',
		266: 'Chief Marketing Officer',
	}),
	YEARS_OF_EXPERIENCE: named('yearsOfExperience', {
		1: '1 year',
		2: '2 years',
		5: '5 years',
		12: 'More than 12 years',
	}),
};

export const entitiesOf = ({ entityType }: TargetingFacet): TargetingEntity[] => ENTITIES[entityType] ?? [];

/** An entity by URN, under one of the facets that share it. */
export function entityAt(urn: string): (TargetingEntity & { facetUrn: string }) | undefined {
	for (const facet of [...FACETS].reverse()) {
		const found = entitiesOf(facet).find((one) => one.urn === urn);
		if (found) return { ...found, facetUrn: facetUrn(facet) };
	}
	return undefined;
}
