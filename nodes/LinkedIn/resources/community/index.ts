import { api } from './api';
import { comment } from './comment';
import { organization } from './organization';
import { post } from './post';
import { profile } from './profile';

/** The first one is what a new node shows. */
export const communityResources = [post, comment, organization, profile, api];
