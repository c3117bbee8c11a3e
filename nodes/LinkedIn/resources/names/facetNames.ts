/**
 * Names of what LinkedIn's statistics are broken down by, from LinkedIn's numbered lists. Places have no such list, and
 * a number that isn't here has no name.
 */
import { lookUp } from '../../transport/answers/lookUp';
import industries from './industries.json';

const SENIORITIES: Record<string, string> = {
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
};

const FUNCTIONS: Record<string, string> = {
	1: 'Accounting',
	2: 'Administrative',
	3: 'Arts and Design',
	4: 'Business Development',
	5: 'Community and Social Services',
	6: 'Consulting',
	7: 'Education',
	8: 'Engineering',
	9: 'Entrepreneurship',
	10: 'Finance',
	11: 'Healthcare Services',
	12: 'Human Resources',
	13: 'Information Technology',
	14: 'Legal',
	15: 'Marketing',
	16: 'Media and Communication',
	17: 'Military and Protective Services',
	18: 'Operations',
	19: 'Product Management',
	20: 'Program and Project Management',
	21: 'Purchasing',
	22: 'Quality Assurance',
	23: 'Real Estate',
	24: 'Research',
	25: 'Sales',
	26: 'Support',
};

const LISTS: Record<string, Record<string, string>> = {
	function: FUNCTIONS,
	/** As LinkedIn's page of version 2 names them; those of the first list keep their numbers (docs.industryCodes). */
	industry: industries,
	seniority: SENIORITIES,
};

/**
 * @param value a URN as `urn:li:seniority:8`, or LinkedIn's own word as `SIZE_2_TO_10`
 * @returns undefined where no list has it
 */
export function facetNameOf(value: string): string | undefined {
	const [, type, id] = /^urn:li:(\w+):(\d+)$/.exec(value) ?? [];
	if (type) return lookUp(lookUp(LISTS, type) ?? {}, id);
	const size = /^SIZE_(\d+)(?:_TO_(\d+)|_OR_MORE)?$/.exec(value);
	if (size) return sizeName(Number(size[1]), size[2] ? Number(size[2]) : undefined, value);
	return /^[A-Z][A-Z_]*$/.test(value) ? inWords(value) : undefined;
}

function sizeName(from: number, to: number | undefined, value: string): string {
	const number = (count: number) => count.toLocaleString('en-US');
	if (to !== undefined) return `${number(from)} to ${number(to)} employees`;
	if (value.endsWith('_OR_MORE')) return `${number(from)} or more employees`;
	return from === 1 ? '1 employee' : `${number(from)} employees`;
}

/** `EMPLOYEE` → `Employee` */
function inWords(value: string): string {
	const words = value.toLowerCase().replace(/_/g, ' ');
	return words[0].toUpperCase() + words.slice(1);
}
