import { api } from '../api';
import { usage } from '../usage';
import { analytics } from './analytics';
import { comment } from './comment';
import { engagement } from './engagement';
import { legacyPost } from './legacyPost';
import { media } from './media';
import { message } from './message';
import { organization } from './organization';
import { person } from './person';
import { post } from './post';
import { communityProfile } from './profile';
import { reaction } from './reaction';

/** In the order of use, as the lists show them; the first one is what a new node shows. */
export const communityResources = [
	post,
	comment,
	reaction,
	engagement,
	analytics,
	organization,
	media,
	person,
	communityProfile,
	usage,
	message,
	legacyPost,
	api,
];
