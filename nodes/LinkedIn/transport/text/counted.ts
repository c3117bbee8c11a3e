/** A number with what it counts. @param one of them, e.g. `character`; more of them end in an s */
export function counted(count: number, one: string): string {
	return `${count} ${one}${count === 1 ? '' : 's'}`;
}
