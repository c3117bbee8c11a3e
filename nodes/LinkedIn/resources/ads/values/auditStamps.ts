/** When LinkedIn says that an ads entity was made and last changed, in epoch milliseconds. */
import { z } from 'zod';

const stamp = z.object({ time: z.number() }).partial();

export const auditStamps = z.object({ created: stamp, lastModified: stamp }).partial().optional();
