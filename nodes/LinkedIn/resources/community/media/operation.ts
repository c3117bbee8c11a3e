/** What the three upload operations have alike. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Call } from '../../define';
import { entriesOf, locator } from '../../fields';
import { InputError } from '../../../transport/inputError';
import { inParallel } from '../../../transport/media/parts';
import type { MediaKind } from '../../../transport/media/limits';
import { actorOf } from '../actor';
import { presentMedia } from './entity';
import { readyFields, readyWithinMs, waitUntilReady, type ReadyOptions } from './ready';
import { checkedFile, type CheckedFile } from './source';
import { uploadedUrn } from './upload';
import { videoExtrasOf } from './videoExtras';

export const UPLOAD_SCOPES = { member: ['w_member_social'], page: ['w_organization_social'] };
export const UPLOAD_ROLE = 'ADMINISTRATOR, CONTENT_ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER';

const BINARY_FIELD = 'Input Binary Field';

const ownerField = locator({
	displayName: 'Owner',
	name: 'owner',
	description: 'Who will post it: LinkedIn lets nobody else use it',
	searchListMethod: 'searchAuthors',
	defaultsToMe: true,
});

const binaryField: INodeProperties = {
	displayName: BINARY_FIELD,
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	description: 'Name of the binary field that holds the file; several separated by commas',
};

/** @param extra further entries of the options of the upload */
export function uploadFields(extra: INodeProperties[] = []): INodeProperties[] {
	return [
		ownerField,
		binaryField,
		{
			displayName: 'Upload Options',
			name: 'uploadOptions',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [...extra, ...readyFields],
		},
	];
}

/** Uploads the files that the item names, each of them an item out, in their order. */
export async function upload(call: Call, kind: MediaKind): Promise<IDataObject[]> {
	const options = call.parameter<IDataObject & ReadyOptions>('uploadOptions', {});
	const withinMs = readyWithinMs(options);
	const files: CheckedFile[] = [];
	for (const property of entriesOf(call.parameter<unknown>('binaryPropertyName', ''), BINARY_FIELD)) {
		files.push(await checkedFile(call, property, BINARY_FIELD, kind));
	}
	if (files.length === 0) {
		throw new InputError(
			BINARY_FIELD,
			`${BINARY_FIELD} is empty`,
			'Give the name of the binary field that holds the file, e.g. data.',
		);
	}
	const extras = kind === 'video' ? await videoExtrasOf(call, options) : {};
	const owner = await actorOf(call, 'owner');
	const urns = new Array<string>(files.length);
	await inParallel(files.entries(), files.length, async ([index, file]) => {
		urns[index] = await uploadedUrn(call.linkedin, file, owner.urn, extras);
	});
	const ready = withinMs === undefined ? undefined : await waitUntilReady(call.linkedin, urns, withinMs);
	return urns.map((urn, index) => {
		const entity = ready?.entities.get(urn) ?? { id: urn, owner: owner.urn };
		const notice = index === 0 && ready?.notice ? { notice: ready.notice } : {};
		return { ...presentMedia(entity, urn, true), ...notice };
	});
}
