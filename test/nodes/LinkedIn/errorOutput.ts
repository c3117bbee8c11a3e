import type { IDataObject } from 'n8n-workflow';

import { line } from '../../engine/host';

/** The part of a failed item that every error of this package fills. */
export interface Details extends IDataObject {
	field: string | null;
	code: string | null;
	status: number | null;
	advice: string;
}

/** What the error output keeps in this n8n version: 1.x has the details in `message`, 2.x in a separate member. */
export function detailsOf(json: IDataObject | undefined): Details {
	return (line === 1 ? json?.message : json?.details) as Details;
}
