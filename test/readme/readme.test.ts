import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { PAGE, pageWithTables } from './operations';

/** Limits its length, so that readers can finish it. */
const MOST_README_BYTES = 12_000;

test('the tables of operations are those npm run readme makes from the nodes', () => {
	expect(readFileSync(PAGE, 'utf8')).toBe(pageWithTables());
});

test('the README is short', () => {
	expect(statSync(join(__dirname, '../../README.md')).size).toBeLessThanOrEqual(MOST_README_BYTES);
});
