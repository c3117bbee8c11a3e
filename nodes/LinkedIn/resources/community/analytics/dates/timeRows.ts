import type { IDataObject } from 'n8n-workflow';

import type { Entity } from '../../../../transport/answers/readEntity';
import type { RestliValue } from '../../../../transport/restli/value';
import type { Call } from '../../../operation';
import type { Window } from '../../../values/days';
import { byStart, spanOfElement, splitRangeOf, timeIntervals } from './dateSplit';
import { pageKeys, statisticsPageOf } from '../page';

export interface TimeRows {
	/** `DAY`, `WEEK` or `MONTH`. */
	granularity: string;
	/** The days that LinkedIn has. @param nowMs epoch milliseconds */
	window(nowMs: number): Window;
	/** Asks for the elements of the page's URN. @throws LinkedInError */
	ask(page: string, more: Record<string, RestliValue>): Promise<Entity[]>;
	/** An element without its page and span, for the simplified output. */
	present(element: Entity): IDataObject;
}

/**
 * The statistics of the operation's page by time, oldest first. The dates are checked before any call.
 * @throws InputError, LinkedInError
 */
export async function timeRows(
	call: Call,
	{ granularity, window, ask, present }: TimeRows,
): Promise<IDataObject[]> {
	const now = Date.now();
	const intervals = timeIntervals(splitRangeOf(call, window(now), now), granularity);
	const page = await statisticsPageOf(call);
	const elements = await ask(page, { timeIntervals: intervals });
	return elements
		.map((element) => ({ element, span: spanOfElement(element) }))
		.sort((a, b) => byStart(a.span, b.span))
		.map(({ element, span }) =>
			call.simplify
				? { ...pageKeys(page), ...span, ...present(element) }
				: { ...(element as IDataObject), ...pageKeys(page) },
		);
}
