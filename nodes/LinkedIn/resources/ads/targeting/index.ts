import { resource } from '../../operation';
import { getAudienceSize } from './getAudienceSize';
import { getBidPricing } from './getBidPricing';
import { getFacets } from './getFacets';
import { searchEntities } from './searchEntities';

export const targeting = resource({
	value: 'targeting',
	name: 'Targeting',
	description: 'Targeting facets, their values, and how many members a targeting reaches',
	operations: [searchEntities, getFacets, getAudienceSize, getBidPricing],
});
