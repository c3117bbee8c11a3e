import { api } from '../api';

/** The first one is what a new node shows. */
export const adsResources = [api];
