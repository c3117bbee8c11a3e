import { rotationOf } from '../../../../../../nodes/LinkedIn/resources/ads/campaign/rules';

/** How creatives rotate (docs.campaigns); undefined is LinkedIn's own default. */
test.each([
	['202606', 'SPONSORED_INMAILS', 'LEAD_GENERATION', 'ROUND_ROBIN'],
	['202607', 'SPONSORED_INMAILS', 'LEAD_GENERATION', 'OPTIMIZED'],
	['202609', 'SPONSORED_INMAILS', 'LEAD_GENERATION', 'OPTIMIZED'],
	['202609', 'SPONSORED_INMAILS', 'WEBSITE_VISIT', 'ROUND_ROBIN'],
	['202609', 'SPONSORED_INMAILS', undefined, 'ROUND_ROBIN'],
	['202606', 'SPONSORED_UPDATES', 'LEAD_GENERATION', undefined],
	['202609', 'TEXT_AD', 'WEBSITE_VISIT', undefined],
] as const)('in version %s creatives of %s for %s rotate by %s', (version, type, objectiveType, expected) => {
	expect(rotationOf({ type, objectiveType }, version)).toBe(expected);
});
