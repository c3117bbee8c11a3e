/**
 * Waits until LinkedIn has processed media, because a post with unprocessed media may never be shown.
 * @see docs.images, docs.videos
 */
import type { INodeProperties } from 'n8n-workflow';

import { foundIn, readMany, type BatchResult } from '../../../transport/answers/batch';
import { LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import { monotonic } from '../../../transport/limits/clock';
import { counted } from '../../../transport/text/counted';
import type { LinkedInClient } from '../../../transport/types';
import { kindOfUrn, MEDIA_PATH, readMedia, type MediaEntity } from './entity';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const DEFAULT_WITHIN_SECONDS = 300;
const MOST_WITHIN_SECONDS = 3600;
/** When to try again if processing takes longer than the wait. */
const COME_BACK_AFTER_MS = 60_000;

/** Entries of a collection. */
export const readyFields: INodeProperties[] = [
	{
		displayName: 'Max Processing Wait (Seconds)',
		name: 'readyWithin',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_WITHIN_SECONDS },
		default: DEFAULT_WITHIN_SECONDS,
		description: 'How long to wait for LinkedIn to process media before failing with the time to try again',
	},
	{
		displayName: 'Wait Until Ready',
		name: 'waitUntilReady',
		type: 'boolean',
		default: true,
		description:
			'Whether to wait until LinkedIn has processed the media. For long videos: wait, turn this off and check Media: Get later, or use the error output, whose retryAt says when to try again.',
	},
];

export interface ReadyOptions {
	readyWithin?: unknown;
	waitUntilReady?: boolean;
}

/** How long to wait, in milliseconds; undefined for no wait. @throws InputError for an invalid number */
export function readyWithinMs(options: ReadyOptions): number | undefined {
	if (options.waitUntilReady === false) return undefined;
	const given = options.readyWithin ?? DEFAULT_WITHIN_SECONDS;
	const seconds = typeof given === 'object' || given === '' ? Number.NaN : Number(given);
	if (seconds >= 0 && seconds <= MOST_WITHIN_SECONDS) return seconds * 1000;
	throw new InputError(
		'Max Processing Wait',
		`Max Processing Wait must be 0 to ${MOST_WITHIN_SECONDS} seconds`,
		'Enter a number, e.g. 300.',
	);
}

export interface Readiness {
	entities: Map<string, MediaEntity>;
	/** Why the status is unknown, if LinkedIn does not show the media to this connection. */
	notice?: string;
}

/**
 * Asks for the status of media until all of it is AVAILABLE, less and less often.
 * @param urns of images, videos or documents
 * @param withinMs how long, in milliseconds
 * @throws LinkedInError if processing failed, or isn't over in that time (`retryAt` says when to ask again)
 */
export async function waitUntilReady(
	linkedin: LinkedInClient,
	urns: string[],
	withinMs: number,
): Promise<Readiness> {
	const until = monotonic.now() + withinMs;
	const entities = new Map<string, MediaEntity>();
	let waiting = [...new Set(urns)];
	if (waiting.length > 0 && linkedin.memory.grant.learnt.hidesMedia)
		return { entities, notice: unreadable(waiting) };
	for (let waitMs = FIRST_WAIT_MS; waiting.length > 0; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
		for (const [urn, found] of await read(linkedin, waiting)) {
			if (!found.ok) {
				if (found.status === 403) linkedin.memory.grant.learnt.hidesMedia = true;
				return { entities, notice: unreadable(waiting) };
			}
			const entity = readMedia(found.value);
			if (entity.status === 'PROCESSING_FAILED') throw processingFailed(urn, entity);
			entities.set(urn, entity);
		}
		waiting = waiting.filter((urn) => entities.get(urn)?.status !== 'AVAILABLE');
		if (waiting.length === 0) break;
		if (monotonic.now() + waitMs > until) throw notReady(waiting, entities, withinMs);
		await linkedin.sleep(waitMs);
	}
	return { entities };
}

/** The first one alone, because a refusal applies to all; the rest in one call per kind. */
async function read(linkedin: LinkedInClient, urns: string[]): Promise<Array<[string, BatchResult]>> {
	const found = await readKind(linkedin, urns.slice(0, 1));
	if (!found[0][1].ok) return found;
	for (const kind of ['image', 'video', 'document'] as const) {
		found.push(
			...(await readKind(
				linkedin,
				urns.slice(1).filter((urn) => kindOfUrn(urn) === kind),
			)),
		);
	}
	return found;
}

async function readKind(linkedin: LinkedInClient, urns: string[]): Promise<Array<[string, BatchResult]>> {
	if (urns.length === 0) return [];
	const path = MEDIA_PATH[kindOfUrn(urns[0]) ?? 'image'];
	const single = (urn: unknown) => ({
		restliMethod: 'GET' as const,
		path: `${path}/{media}`,
		keys: { media: String(urn) },
	});
	if (urns.length > 1) {
		const found = await readMany(linkedin, { batch: { path }, ids: urns, single });
		return urns.map((urn, index) => [urn, found[index]]);
	}
	const result = await linkedin.attempt<unknown>(single(urns[0]));
	if (result.ok) return [[urns[0], foundIn(result.reply.body, result.reply.status)]];
	const { status } = result.error.details;
	if (status !== 403 && status !== 404) throw result.error;
	return [[urns[0], { ok: false, status, reason: result.error.message }]];
}

function unreadable(urns: string[]): string {
	return `Couldn't check whether LinkedIn has processed ${urns.join(', ')}, because this connection can't read media (that needs r_organization_social or w_organization_social). Continued without waiting: if the post doesn't appear, wait a minute and post the same media again.`;
}

function processingFailed(urn: string, { processingFailureReason }: MediaEntity): LinkedInError {
	return new LinkedInError(
		`LinkedIn couldn't process ${urn}${processingFailureReason ? `: ${processingFailureReason}` : ''}`,
		{
			code: 'MEDIA_ASSET_PROCESSING_FAILED',
			advice: `Nothing was posted. Check that the file opens and plays, convert it again (${FORMATS}), and upload it again.`,
		},
	);
}

const FORMATS = 'JPG, PNG or GIF; MP4 with H.264 and AAC; PDF';

function notReady(waiting: string[], entities: Map<string, MediaEntity>, withinMs: number): LinkedInError {
	const states = waiting.map((urn) => `${urn} (${entities.get(urn)?.status ?? 'unknown'})`);
	return new LinkedInError(
		`LinkedIn is still processing ${states.join(', ')} after ${counted(Math.round(withinMs / 1000), 'second')}`,
		{
			code: 'MEDIA_NOT_READY',
			retryAt: new Date(Date.now() + COME_BACK_AFTER_MS).toISOString(),
			field: 'Max Processing Wait',
			advice:
				'The upload succeeded, but nothing was posted. Try again at retryAt: Media: Get shows the status, and Content Type "Uploaded Media (URN)" posts it. Or increase Max Processing Wait.',
		},
	);
}
