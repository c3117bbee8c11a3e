/** What is asked of a web address. */
export interface Wanted {
	address: URL;
	/** Label of the field it was entered in. */
	field: string;
	/** Reading stops here; a streamed file is compared with its limits by its length alone. */
	mostBytes: number;
	/** Large files are fetched while they're uploaded, so their length must be known. */
	isStreamed?: boolean;
}
