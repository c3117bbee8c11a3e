import type { Row } from '../row';
import { builderNames, panelNames } from './builderSearch';
import { builderSize } from './builderSize';
import { carouselMemory, carouselStall } from './carousel';
import { eventCalls, eventTime, eventTimeOfItems } from './conversionEvents';
import { engineCost } from './engineCost';
import { heap } from './heap';
import { hostileStall } from './hostileInputs';
import { idlePoll } from './idlePoll';
import { imageMemory } from './imageMemory';
import { imageOnce } from './imageOnce';
import { imageStall } from './imageStall';
import { manyCampaigns } from './manyCampaigns';
import { manyComments } from './manyComments';
import { quota } from './quota';
import { readings } from './readings';
import { reads } from './reads';
import { reportCalls, reportMerge } from './report';
import { video } from './video';

/** In the order of the budget table. */
export const rows: Row[] = [
	idlePoll,
	imageOnce,
	imageStall,
	imageMemory,
	carouselStall,
	carouselMemory,
	video,
	manyComments,
	reads,
	readings,
	quota,
	engineCost,
	heap,
	hostileStall,
	reportCalls,
	reportMerge,
	manyCampaigns,
	eventCalls,
	eventTime,
	eventTimeOfItems,
	builderNames,
	panelNames,
	builderSize,
];
