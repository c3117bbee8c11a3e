/** A request's body that is made while it's being sent. */
import { settled } from '../flow/settled';

export class StreamedBody {
	/** n8n's HTTP client, axios, sends a Blob as a stream, and recognizes it by this name. */
	readonly [Symbol.toStringTag] = 'Blob';
	readonly type = 'application/octet-stream';
	private reading: AsyncGenerator<Uint8Array> | undefined;

	/**
	 * @param size in bytes
	 * @param chunks that stay valid, of that size in total
	 */
	constructor(
		readonly size: number,
		private readonly chunks: () => AsyncGenerator<Uint8Array>,
	) {}

	[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
		return this.stream();
	}

	stream(): AsyncGenerator<Uint8Array> {
		this.reading = this.chunks();
		return this.reading;
	}

	/** Closes what is still open. */
	destroy(): void {
		void settled(async () => await this.reading?.return(undefined));
	}
}
