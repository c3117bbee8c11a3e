import { writeFileSync } from 'node:fs';

import { PAGE, pageWithTables } from './operations';

writeFileSync(PAGE, pageWithTables());
