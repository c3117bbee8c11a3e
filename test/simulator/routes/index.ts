import { adsRoutes } from './ads';
import { comments, unversionedComments } from './comments';
import { likes, unversionedLikes } from './likes';
import { documents, images, videos } from './media';
import { me, userinfo } from './profile';
import { organizationAcls } from './organizationAcls';
import { organizationalEntityNotifications } from './organizationalEntityNotifications';
import { networkSizes, peopleTypeahead } from './followers';
import { eventSubscriptions } from './eventSubscriptions';
import { geoTypeahead } from './geoTypeahead';
import {
	organizationBrands,
	organizationBrandsLookup,
	organizations,
	organizationsLookup,
} from './organizations';
import {
	brandPageStatistics,
	organizationalEntityFollowerStatistics,
	organizationalEntityShareStatistics,
	organizationPageStatistics,
} from './pageStatistics';
import { memberCreatorPostAnalytics, memberFollowersCount, videoAnalytics } from './postAnalytics';
import { memberCreatorVideoAnalytics } from './memberVideoAnalytics';
import { messages } from './messages';
import { people, vanityUrl } from './people';
import { posts } from './posts';
import { reactions } from './reactions';
import { simulatorThings } from './simulatorThings';
import { socialActions } from './socialActions';
import { socialMetadata } from './socialMetadata';
import { ugcPosts } from './ugcPosts';
import type { Resource } from '../resource';

/** All resources of the simulated API. A new one needs a file beside this one and a line here. */
export const resources: Resource[] = [
	...adsRoutes,
	brandPageStatistics,
	comments,
	documents,
	eventSubscriptions,
	images,
	likes,
	me,
	memberCreatorPostAnalytics,
	memberCreatorVideoAnalytics,
	memberFollowersCount,
	messages,
	networkSizes,
	organizationAcls,
	organizationalEntityFollowerStatistics,
	organizationalEntityNotifications,
	organizationalEntityShareStatistics,
	organizationPageStatistics,
	organizationBrands,
	organizationBrandsLookup,
	organizations,
	organizationsLookup,
	people,
	peopleTypeahead,
	geoTypeahead,
	posts,
	reactions,
	simulatorThings,
	socialActions,
	socialMetadata,
	ugcPosts,
	unversionedComments,
	unversionedLikes,
	userinfo,
	vanityUrl,
	videoAnalytics,
	videos,
];
