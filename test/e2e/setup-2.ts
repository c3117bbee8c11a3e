import { prepare } from './prepare';

/** Jest runs a setup once for all projects that name its file, so each version of n8n has its own file. */
export default async () => await prepare(2);
