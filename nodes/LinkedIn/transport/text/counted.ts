/** A number with its noun. @param several the plural, if it isn't the singular with an s */
export function counted(count: number, one: string, several = `${one}s`): string {
	return `${count} ${count === 1 ? one : several}`;
}

/** @param days whole days @returns e.g. `today`, `in 1 day` */
export function inDays(days: number): string {
	return days === 0 ? 'today' : `in ${counted(days, 'day')}`;
}
