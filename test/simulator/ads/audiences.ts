import { randomBytes } from 'node:crypto';
import { Pace } from './pace';
import type { Clock } from '../clock';

export const SEGMENT_TYPES = ['USER', 'COMPANY', 'USER_LIST_UPLOAD', 'COMPANY_LIST_UPLOAD'] as const;

export interface Segment {
	id: number;
	name: string;
	/** Ad account URN. */
	account: string;
	type: (typeof SEGMENT_TYPES)[number];
	accessPolicy?: string;
	sourcePlatform: string;
	sourceSegmentId?: string;
	createdAt: number;
	lastModifiedAt: number;
	/** How many entries were sent, whether LinkedIn knows them or not. */
	inputs: number;
	/** One key per member: what identifies a person or company in the segment. */
	members: Set<string>;
}

/** A CSV file that somebody sent. */
export interface ListFile {
	urn: string;
	/** Ad account URN. */
	owner: string;
	rows: number;
}

const MINUTE_MS = 60 * 1000;

/** Matched audiences and their list uploads (docs.audiences). */
export class Audiences {
	readonly usersPerMinute: Pace;
	readonly companiesPerMinute: Pace;
	private readonly segments = new Map<number, Segment>();
	/** Owners by the last piece of their upload URL. */
	private readonly uploads = new Map<string, string>();
	private readonly files = new Map<string, ListFile>();
	private lastId = 10_604_000;

	constructor(private readonly clock: Clock) {
		this.usersPerMinute = new Pace(clock, 600, MINUTE_MS);
		this.companiesPerMinute = new Pace(clock, 300, MINUTE_MS);
	}

	add(segment: Partial<Segment> & { account: string }): Segment {
		const id = segment.id ?? (this.lastId += 23);
		const whole: Segment = {
			name: `Audience ${id}`,
			type: 'USER',
			sourcePlatform: 'LIST_UPLOAD',
			createdAt: this.clock.now(),
			lastModifiedAt: this.clock.now(),
			inputs: 0,
			members: new Set(),
			...segment,
			id,
		};
		this.segments.set(id, whole);
		return whole;
	}

	/** @param delayMs how long a new segment isn't found */
	find(id: number, delayMs = 0): Segment | undefined {
		const segment = this.segments.get(id);
		return segment && segment.createdAt + delayMs <= this.clock.now() ? segment : undefined;
	}

	of(account: string): Segment[] {
		return [...this.segments.values()].filter((segment) => segment.account === account);
	}

	delete(id: number): void {
		this.segments.delete(id);
	}

	/** @returns the path of a URL to which a list of this owner may be sent */
	openUpload(owner: string): string {
		const key = randomBytes(12).toString('hex');
		this.uploads.set(key, owner);
		return `/dms-uploads/list/${key}`;
	}

	uploadOwner(path: string): string | undefined {
		return this.uploads.get(/^\/dms-uploads\/list\/(\w+)$/.exec(path)?.[1] ?? '');
	}

	/** @returns the file, whose first line has the column names */
	receive(owner: string, csv: string): ListFile {
		const rows = csv.split(/\r?\n/).filter((line) => line.trim() !== '').length - 1;
		const urn = `urn:li:digitalmediaAsset:${randomBytes(8).toString('hex')}`;
		const file = { urn, owner, rows: Math.max(rows, 0) };
		this.files.set(urn, file);
		return file;
	}

	file(urn: string): ListFile | undefined {
		return this.files.get(urn);
	}
}
