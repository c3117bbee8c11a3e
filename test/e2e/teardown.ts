import { rmSync } from 'fs';

export default function teardown(): void {
	rmSync(process.env.SUITE_TARBALL_FOLDER!, { recursive: true, force: true });
}
