/** What is asked of a web address. */
export interface Wanted {
	address: URL;
	/** Label of the field it was entered in. */
	field: string;
	/** Reading stops here; a streamed file is compared with its limits by its length alone. */
	mostBytes: number;
	/**
	 * Whether a large file is fetched again while it's uploaded, which needs its length: `always`, or `ifTold`, else
	 * it's read whole.
	 */
	streams?: 'always' | 'ifTold';
}
