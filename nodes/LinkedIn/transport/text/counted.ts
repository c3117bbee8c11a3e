/** A number with its noun. @param one the singular, e.g. `character`; the plural adds an s */
export function counted(count: number, one: string): string {
	return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** @param days whole days @returns e.g. `today`, `in 1 day` */
export function inDays(days: number): string {
	return days === 0 ? 'today' : `in ${counted(days, 'day')}`;
}
