/** The options of `npm run soak`; without it a short form runs. */
export const isLong = process.env.SOAK === 'all';
export const seed = Number(process.env.SOAK_SEED ?? 20_261_129);
/** Ends a life that hangs. A long one may share its processor with others. */
export const LIFE_LIMIT_MS = isLong ? 3_600_000 : 600_000;
/** Only lives whose name contains this text. */
const only = process.env.SOAK_ONLY ?? '';

/** @param usual days of the form that runs */
export const daysOr = (usual: number) => Number(process.env.SOAK_DAYS ?? usual);

/** A life of a table: `short` ones run in every test run. */
export interface Listed {
	name: string;
	short?: true;
}

/** Those to run now; one with nothing to run, because jest requires a test in each file. */
export function toRun<T extends Listed>(lives: T[], kind: string): T[] {
	return lives.filter((life) => (isLong || life.short) && `${kind} ${life.name}`.includes(only));
}
