/** A request's body that is made while it's being sent. */
import { settled } from '../flow/settled';

export class StreamedBody {
	/** n8n's HTTP client, axios, sends a Blob as a stream, and recognizes it by this name. */
	readonly [Symbol.toStringTag] = 'Blob';
	readonly type = 'application/octet-stream';
	/** What ended its chunks early; n8n's client only knows that the connection broke. */
	failure: unknown;
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
		this.reading = this.watched();
		return this.reading;
	}

	private async *watched(): AsyncGenerator<Uint8Array> {
		const chunks = this.chunks();
		try {
			for (;;) {
				const next = await settled(async () => await chunks.next());
				if (!next.ok) {
					this.failure = next.failure;
					throw next.failure;
				}
				if (next.value.done) return;
				yield next.value.value;
			}
		} finally {
			await chunks.return(undefined);
		}
	}

	/** Closes what is still open. */
	destroy(): void {
		void settled(async () => await this.reading?.return(undefined));
	}
}
