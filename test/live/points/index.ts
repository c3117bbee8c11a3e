import { ADS_POINTS } from './ads';
import { LEAD_POINTS } from './leads';
import { LIBRARY_POINTS } from './library';
import { MEMBER_POINTS } from './members';
import { PAGE_POINTS } from './pages';
import { PEOPLE_POINTS } from './people';
import { WRITING_POINTS } from './writing';
import type { Point } from '../point';

/** In the order of the calls: the first ones are settled even if the calls run out. */
export const POINTS: Point[] = [
	...WRITING_POINTS,
	...PAGE_POINTS,
	...MEMBER_POINTS,
	...PEOPLE_POINTS,
	...LEAD_POINTS,
	...ADS_POINTS,
	...LIBRARY_POINTS,
];
