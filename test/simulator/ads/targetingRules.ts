import { z } from 'zod';
import type { InputFault } from './errors';

/** docs.targetingCriteria */
const FACET = /^urn:li:adTargetingFacet:\w+$/;
const URN = /^urn:li:\w+:.+$/;

const orGroup = z
	.object({ or: z.record(z.string().regex(FACET), z.array(z.string().regex(URN)).min(1)) })
	.strict();

export const targetingCriteria = z
	.object({ include: z.object({ and: z.array(orGroup).min(1) }).strict(), exclude: orGroup.optional() })
	.strict();

export type TargetingCriteria = z.infer<typeof targetingCriteria>;

/** Whether a facet is among the included ones. @param criteria of any form */
export function hasFacet(criteria: TargetingCriteria | undefined, facet: string): boolean {
	const and = criteria?.include?.and;
	return Array.isArray(and) && and.some((group) => `urn:li:adTargetingFacet:${facet}` in (group?.or ?? {}));
}

/** Facets that can't be combined. */
const CONFLICTS: Array<[string[], string[]]> = [
	[['titles'], ['seniorities', 'jobFunctions']],
	[['industries', 'staffCountRanges'], ['employers']],
];
const INCLUDE_ONLY = ['genders', 'ageRanges', 'groups', 'interfaceLocales'];

export function targetingFaults({ include, exclude }: TargetingCriteria): InputFault[] {
	const facetsOf = (group: Record<string, unknown>) => Object.keys(group).map((urn) => urn.split(':')[3]);
	const included = include.and.flatMap(({ or }) => facetsOf(or));
	const excluded = facetsOf(exclude?.or ?? {});
	const all = [...included, ...excluded];
	const faults: InputFault[] = [];
	const refuse = (code: string, description: string) =>
		faults.push({ code, description, fieldPath: '/targetingCriteria' });
	for (const [some, others] of CONFLICTS) {
		if (some.some((facet) => all.includes(facet)) && others.some((facet) => all.includes(facet))) {
			refuse('INCOMPATIBLE_TARGETING_COMBINATION', `${some.join(', ')} do not go with ${others.join(', ')}`);
		}
	}
	for (const facet of excluded.filter((one) => INCLUDE_ONLY.includes(one))) {
		refuse('INCOMPATIBLE_TARGETING_COMBINATION', `${facet} can only be included`);
	}
	const values = include.and.flatMap(({ or }) =>
		Object.entries(or).flatMap(([facet, urns]) => urns.map((urn) => `${facet} ${urn}`)),
	);
	const both = Object.entries(exclude?.or ?? {}).flatMap(([facet, urns]) =>
		urns.filter((urn) => values.includes(`${facet} ${urn}`)),
	);
	if (both.length > 0) {
		refuse(
			'FIELD_CANNOT_BE_BOTH_IN_INCLUDED_AND_EXCLUDED_TARGETING',
			`${both.join(', ')} is both included and excluded`,
		);
	}
	return faults;
}
