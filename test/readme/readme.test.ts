import { readFileSync } from 'node:fs';

import { README, readmeWithTable } from './operations';

const readme = readFileSync(README, 'utf8');

test('the operations table is the one npm run readme makes from the nodes', () => {
	expect(readme).toBe(readmeWithTable());
});
