import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { assetsOf, copyAssets } from './host/assets';
import { filesUnder, root } from './packageFiles';

/** `npm run dev` copies the same files as the build. */

test('what stands in dist and is not compiled is what is copied', () => {
	// The compiler brings the reference data that sources import.
	const compiled = /\.js$|\/names\/\w+\.json$/;
	const copied = filesUnder('dist', '').filter((file) => !compiled.test(file));
	expect(copied).toEqual(assetsOf(root).map((file) => `dist/${file}`));
});

test('all is copied at first, and later what has changed alone', () => {
	const folder = mkdtempSync(join(tmpdir(), 'assets-'));
	try {
		const all = assetsOf(root);
		expect(copyAssets(root, folder)).toEqual(all);
		const [first, second] = all.map((file) => join(folder, file));
		writeFileSync(first, 'another');
		utimesSync(second, 1, 1);
		expect(copyAssets(root, folder)).toEqual([all[0]]);
		expect(statSync(second).mtimeMs).toBe(1_000);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
