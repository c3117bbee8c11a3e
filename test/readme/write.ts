import { writeFileSync } from 'node:fs';

import { README, readmeWithTable } from './operations';

writeFileSync(README, readmeWithTable());
