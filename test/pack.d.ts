/** See pack.js, which is JavaScript because `npm run lint` runs it without a compiler. */
export function packAndUnpack(): { folder: string; tarball: string; files: string[] };
