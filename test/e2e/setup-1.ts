import { prepare } from './prepare';

/** Jest runs a setup once for all projects that name its file, so each line of n8n has a file of its own. */
export default async () => await prepare(1);
