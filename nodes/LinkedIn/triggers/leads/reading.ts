/**
 * Reading all leads of a stream that were submitted in a span of time, over as many polls as it takes.
 *
 * The order of LinkedIn's list is documented nowhere, so the cursor moves only when the span was read whole.
 */
import type { Answer, Fault } from '../sources';
import type { LeadPage, NewLead } from './sources';
import { noteWhole, readFrom, type Stream } from './state';

/** Leads that LinkedIn counts and never shows would hold up the stream for ever. */
const MOST_READINGS = 3;

/** A stream in the middle of being read. */
export interface LeadReading {
	startMs: number;
	endMs: number;
	/** Where the next page starts; undefined at the end. */
	next: number | undefined;
	/** Leads met so far. */
	met: Set<string>;
	/** Elements that are no leads. */
	others: number;
	total: number | undefined;
	/** Of the first page. */
	firstTotal: number | undefined;
	/** Readings of this span, this one included. */
	tries: number;
}

export interface Reading {
	stream: Stream;
	/** Half-read streams by key, in the memory of the process. */
	halfRead: Map<string, LeadReading>;
	key: string;
	now: () => number;
	mayAsk: () => boolean;
	page: (startMs: number, endMs: number, start: number) => Promise<Answer<LeadPage>>;
	/** Called once for each lead that was not met before. */
	take: (lead: NewLead) => void;
}

/**
 * Goes on until the span is read whole or something stops it; leads taken until then stay taken.
 * @returns the fault that stopped it
 */
export async function readStream(work: Reading): Promise<Fault | undefined> {
	const { stream, halfRead, key, now } = work;
	const reading = halfRead.get(key) ?? newReading(readFrom(stream, now()), now());
	halfRead.set(key, reading);
	while (reading.next !== undefined) {
		if (!work.mayAsk())
			return { kind: 'wait', message: 'The calls of the day that are released are used up' };
		const answer: Answer<LeadPage> = await work.page(reading.startMs, reading.endMs, reading.next);
		if (!answer.ok) return answer.fault;
		takeNew(work, reading, answer.value);
	}
	halfRead.delete(key);
	if (isShort(reading) && reading.tries < MOST_READINGS) {
		// A lead that came or went between two pages may have pushed another one past the reader. Of the same span,
		// which no lead joins any more, the next reading is whole.
		halfRead.set(key, newReading(reading.startMs, reading.endMs, reading.tries + 1));
		return { kind: 'later', message: 'The list of leads changed while it was read' };
	}
	noteWhole(stream, reading.endMs);
	return undefined;
}

function takeNew({ stream, take }: Reading, reading: LeadReading, page: LeadPage): void {
	for (const lead of page.leads) {
		reading.met.add(lead.id);
		if (lead.submittedAtMs < stream.from || stream.seen[lead.id] !== undefined) continue;
		stream.seen[lead.id] = lead.submittedAtMs;
		take(lead);
	}
	reading.others += page.size - page.leads.length;
	reading.total = page.total ?? reading.total;
	reading.firstTotal ??= page.total;
	reading.next = page.next;
}

/** Fewer were met than LinkedIn counts, or one that went while it was read moved the rest over the edge of a page. */
function isShort({ met, others, total, firstTotal = 0 }: LeadReading): boolean {
	return total !== undefined && (met.size + others < total || total < firstTotal);
}

function newReading(startMs: number, endMs: number, tries = 1): LeadReading {
	return {
		startMs,
		endMs,
		next: 0,
		met: new Set(),
		others: 0,
		total: undefined,
		firstTotal: undefined,
		tries,
	};
}
