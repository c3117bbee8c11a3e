import { createHash, randomBytes } from 'node:crypto';
import { apiError } from './errors';
import { inspect } from './mediaBytes';
import type { Clock } from './clock';
import type { Settings } from './settings';
import type { Inspection } from './mediaBytes';

/** Parts of a video, in bytes (docs.videos). */
export const PART_BYTES = 4_194_304;
/** Kept of each upload where the bytes are not. */
const HEAD_BYTES = 1024 * 1024;
const DOWNLOAD_URL_MS = 24 * 60 * 60 * 1000;

export type MediaKind = 'image' | 'video' | 'document';
export type MediaStatus = 'WAITING_UPLOAD' | 'PROCESSING' | 'AVAILABLE' | 'PROCESSING_FAILED';

/** Bytes that came through one upload URL. */
export interface Received {
	size: number;
	sha256: string;
	/** Whole, or only the first MiB where `state.keepUploadedBytes` is off. */
	bytes: Buffer;
	/** Of a video part: its id for finalizeUpload, without quotes. */
	etag?: string;
	/** Of captions: the form's `metadata`. */
	metadata?: unknown;
}

/** One upload URL. */
export interface Slot {
	media: Media;
	what: 'image' | 'document' | 'part' | 'captions' | 'thumbnail';
	/** Path and query on the upload host. */
	url: string;
	/** Of a part: both inclusive; `lastByte` of the last may lie behind the end of the file. */
	firstByte: number;
	lastByte: number;
	/** Bytes it takes; undefined = any number. */
	size?: number;
	received?: Received;
}

export interface Media {
	kind: MediaKind;
	/** `urn:li:image:…`, `urn:li:video:…`, `urn:li:document:…` */
	urn: string;
	owner: string;
	/** App and member that began the upload; absent on media added by a test. */
	app?: string;
	member?: string;
	/** Epoch ms. */
	uploadUrlExpiresAt: number;
	fileSizeBytes?: number;
	uploadToken: string;
	slots: Slot[];
	/** Whole file, or its head; absent while it waits for the upload. */
	file?: { bytes: Buffer; size: number };
	found: Inspection;
	/** Epoch ms at which processing ends. */
	readyAt?: number;
}

/** Images, videos and documents from initializeUpload to AVAILABLE (docs.images, docs.videos, docs.documents). */
export class MediaLibrary {
	private readonly byUrn = new Map<string, Media>();
	private readonly slotByUrl = new Map<string, Slot>();
	private readonly downloads = new Map<string, { media: Media; expiresAt: number }>();

	constructor(
		private readonly clock: Clock,
		private readonly settings: Settings,
	) {}

	/** Everything that was begun or added, oldest first. */
	all(): Media[] {
		return [...this.byUrn.values()];
	}

	find(urn: string): Media | undefined {
		return this.byUrn.get(urn);
	}

	/**
	 * Media as if uploaded long ago, AVAILABLE unless another status is asked for.
	 * @param media.owner person or organization URN
	 * @param media.id the last piece of the URN; made up when left out
	 */
	add(media: { kind: MediaKind; owner: string; id?: string; status?: MediaStatus; bytes?: Buffer }): Media {
		const made = this.make(media.kind, media.owner, media.id);
		if (media.status === 'WAITING_UPLOAD') return made;
		const bytes = media.bytes ?? Buffer.alloc(0);
		made.file = { bytes, size: bytes.length };
		if (media.bytes) made.found = inspect(media.kind, bytes, bytes.length);
		if (media.status === 'PROCESSING_FAILED') made.found = { ...made.found, failure: 'Processing failed' };
		made.readyAt = media.status === 'PROCESSING' ? Infinity : 0;
		return made;
	}

	/** Of an image or a document: one URL for all bytes. */
	begin(kind: 'image' | 'document', by: { owner: string; app: string; member?: string }): Media {
		const media = Object.assign(this.make(kind, by.owner), by);
		const folder = kind === 'image' ? 'uploaded-image' : 'uploaded-document';
		this.slot(media, kind, `${folder}/0?ca=vector_cmt&cn=uploads&sync=0&v=beta`);
		return media;
	}

	/** Of a video: a URL for each 4 MiB, and those for captions and thumbnail where asked. */
	beginVideo(
		by: { owner: string; app: string; member?: string },
		file: { fileSizeBytes: number; uploadCaptions: boolean; uploadThumbnail: boolean },
	): Media {
		const media = Object.assign(this.make('video', by.owner), by, { fileSizeBytes: file.fileSizeBytes });
		media.uploadToken = this.settings.videoUploadToken;
		for (let firstByte = 0; firstByte < file.fileSizeBytes; firstByte += PART_BYTES) {
			const end = Math.min(firstByte + PART_BYTES, file.fileSizeBytes);
			const part = this.slot(media, 'part', `uploadedVideo/${firstByte / PART_BYTES}?sau=aHR0cHM6&m=AQ`);
			part.firstByte = firstByte;
			part.lastByte = (this.settings.exactLastByte ? end : firstByte + PART_BYTES) - 1;
			part.size = end - firstByte;
		}
		if (file.uploadCaptions) this.slot(media, 'captions', 'uploadedCaptions/0?m=AQ');
		if (file.uploadThumbnail) this.slot(media, 'thumbnail', 'uploadedThumbnail/0?m=AQ');
		return media;
	}

	/** The slot of a path and query of the upload host, compared whole: the URL is signed. */
	slotAt(url: string): Slot | undefined {
		return this.slotByUrl.get(url);
	}

	slots(media: Media, what: Slot['what']): Slot[] {
		return media.slots.filter((slot) => slot.what === what);
	}

	isExpired(media: Media): boolean {
		return this.clock.now() >= media.uploadUrlExpiresAt;
	}

	/** Stores what came through a slot; an image or document goes into processing, a video waits for finalize. */
	receive(slot: Slot, received: Received): void {
		slot.received = received;
		if (slot.what === 'part') {
			received.etag = `/ambry-videotk/signedId/${randomBytes(24).toString('base64url')}`;
		}
		if (slot.what === 'image' || slot.what === 'document') {
			this.process(slot.media, received.bytes, received.size);
		}
	}

	/**
	 * Of a video: the token as it was given, all parts there, their ids in the order of the instructions.
	 * The same call again is answered as the first.
	 * @throws ApiError 400
	 */
	finalize(media: Media, uploadToken: string, uploadedPartIds: string[]): void {
		if (this.isExpired(media)) {
			throw apiError(400, 'EXPIRED_UPLOAD_URL', 'The Video upload URL is expired');
		}
		const refuse = (field: string, value: string) =>
			apiError(400, 'INVALID_VALUE_FOR_FIELD', `finalizeUploadRequest/${field} can't be set to ${value}`);
		if (uploadToken !== media.uploadToken) throw refuse('uploadToken', uploadToken);
		const parts = this.slots(media, 'part');
		const ids = parts.map((part) => part.received?.etag);
		if (ids.includes(undefined)) {
			throw apiError(400, 'MEDIA_ASSET_WAITING_UPLOAD', 'Media asset is waiting upload');
		}
		const isRight =
			ids.length === uploadedPartIds.length && ids.every((id, at) => id === uploadedPartIds[at]);
		if (!isRight) throw refuse('uploadedPartIds', JSON.stringify(uploadedPartIds));
		const isMissing = [...this.slots(media, 'captions'), ...this.slots(media, 'thumbnail')].some(
			(slot) => !slot.received,
		);
		if (isMissing) throw apiError(400, 'MEDIA_ASSET_WAITING_UPLOAD', 'Media asset is waiting upload');
		if (media.file) return;
		// Where bytes are not kept, the head of the first part is that of the file.
		const kept = this.settings.keepUploadedBytes ? parts : parts.slice(0, 1);
		const bytes = Buffer.concat(kept.map((part) => part.received?.bytes ?? Buffer.alloc(0)));
		this.process(media, bytes, media.fileSizeBytes ?? bytes.length);
	}

	status(media: Media): MediaStatus {
		if (!media.file) return 'WAITING_UPLOAD';
		if ((media.readyAt ?? 0) > this.clock.now()) return 'PROCESSING';
		return media.found.failure === undefined ? 'AVAILABLE' : 'PROCESSING_FAILED';
	}

	/** An address that gives the file for a day. */
	downloadUrl(media: Media): { downloadUrl: string; downloadUrlExpiresAt: number } {
		const expiresAt = this.clock.now() + DOWNLOAD_URL_MS;
		const url = `/dms/${media.kind}/${idOf(media)}?e=${expiresAt}&t=${randomBytes(9).toString('base64url')}`;
		this.downloads.set(url, { media, expiresAt });
		return { downloadUrl: this.settings.uploadUrl + url, downloadUrlExpiresAt: expiresAt };
	}

	/** The media a download address gives; undefined when it is unknown or expired. */
	downloadAt(url: string): Media | undefined {
		const found = this.downloads.get(url);
		return found && found.expiresAt > this.clock.now() ? found.media : undefined;
	}

	/** Keeps bytes while they come, or only their head and sum. */
	collector(): { add(chunk: Buffer): void; end(): Received } {
		const { keepUploadedBytes } = this.settings;
		const hash = createHash('sha256');
		const kept: Buffer[] = [];
		let size = 0;
		return {
			add: (chunk) => {
				hash.update(chunk);
				if (keepUploadedBytes || size < HEAD_BYTES) kept.push(chunk);
				size += chunk.length;
			},
			end: () => ({ size, sha256: hash.digest('hex'), bytes: Buffer.concat(kept) }),
		};
	}

	private process(media: Media, bytes: Buffer, size: number): void {
		media.file = { bytes, size };
		media.readyAt = this.clock.now() + this.settings.mediaProcessingMs;
		media.found = inspect(media.kind, bytes, size);
		const failure = this.settings.mediaProcessingFailure;
		if (failure !== undefined) media.found = { ...media.found, failure };
	}

	private make(kind: MediaKind, owner: string, id?: string): Media {
		const prefix = { image: 'C4E10AQ', video: 'C5F10AQ', document: 'D4D10AQ' }[kind];
		const media: Media = {
			kind,
			urn: `urn:li:${kind}:${id ?? prefix + randomBytes(9).toString('base64url')}`,
			owner,
			uploadUrlExpiresAt: this.clock.now() + this.settings.uploadUrlMs,
			uploadToken: '',
			slots: [],
			found: {},
		};
		this.byUrn.set(media.urn, media);
		return media;
	}

	private slot(media: Media, what: Slot['what'], place: string): Slot {
		const url = `/dms-uploads/${idOf(media)}/${place}&ut=${randomBytes(12).toString('base64url')}`;
		const slot: Slot = { media, what, url, firstByte: 0, lastByte: 0 };
		media.slots.push(slot);
		this.slotByUrl.set(url, slot);
		return slot;
	}
}

const idOf = (media: Media) => media.urn.slice(media.urn.lastIndexOf(':') + 1);
