import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

/** A file from a previous node. */
export interface TestFile {
	bytes: Buffer;
	fileName?: string;
	mimeType?: string;
}

/** What n8n stores with the bytes. */
export function metadataOf({ fileName, mimeType }: TestFile): IBinaryData {
	return { data: '', fileName, mimeType: mimeType ?? 'application/octet-stream' };
}

/** As n8n 1.x keeps files by default: in the item itself. */
export function inMemory(files: Record<string, TestFile>): INodeExecutionData['binary'] {
	return Object.fromEntries(
		Object.entries(files).map(([name, file]) => [
			name,
			{ ...metadataOf(file), data: file.bytes.toString('base64') },
		]),
	);
}
