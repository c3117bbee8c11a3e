import { comments, unversionedComments } from './comments';
import { me, userinfo } from './profile';
import { organizationAcls } from './organizationAcls';
import { organizationalEntityNotifications } from './organizationalEntityNotifications';
import { organizations, organizationsLookup } from './organizations';
import { posts } from './posts';
import { simulatorThings } from './simulatorThings';
import { socialActions } from './socialActions';
import { socialMetadata } from './socialMetadata';
import type { Resource } from '../resource';

/** All resources of the simulated API. A new one is a file beside this and a line here. */
export const resources: Resource[] = [
	comments,
	me,
	organizationAcls,
	organizationalEntityNotifications,
	organizations,
	organizationsLookup,
	posts,
	simulatorThings,
	socialActions,
	socialMetadata,
	unversionedComments,
	userinfo,
];
