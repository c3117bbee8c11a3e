/** What the three upload operations share. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { MediaKind } from '../../../transport/media/limits';
import { inParallel } from '../../../transport/media/parts';
import { actorOf } from '../../fields/actor';
import { locator } from '../../fields/locator';
import type { Call, Plan } from '../../operation';
import { presentMedia } from './entity';
import { readyFields, readyWithinMs, waitUntilReady, type ReadyOptions } from './ready';
import { filesOf } from './source';
import { uploadCalls, uploadedUrn, uploadSteps, type UploadCalls } from './upload';
import { usedBy, videoExtrasOf } from './videoExtras';

export const UPLOAD_SCOPES = { member: ['w_member_social'], page: ['w_organization_social'] };
export const UPLOAD_ROLE = 'ADMINISTRATOR, CONTENT_ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER';

const FILE_FIELD = 'Binary Field or Web Address';

const ownerField = locator({
	displayName: 'Owner',
	name: 'owner',
	description: 'The member or page that will post it; nobody else can use the upload',
	searchListMethod: 'searchAuthors',
	defaultsToMe: true,
});

const fileField: INodeProperties = {
	displayName: FILE_FIELD,
	name: 'binaryPropertyName',
	type: 'string',
	default: '',
	placeholder: 'e.g. data, https://example.com/photo.png',
	hint: 'Leave empty to use all files of the item that fit',
	description:
		"Name of the binary field with the file, or its https address, which anyone can open. Separate several with a comma and a space. The name of a form's file field uses all its files.",
};

/** @param extra further entries of the options of the upload */
export function uploadFields(extra: INodeProperties[] = []): INodeProperties[] {
	return [
		ownerField,
		fileField,
		{
			displayName: 'Upload Options',
			name: 'uploadOptions',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [...extra, ...readyFields].sort((a, b) => a.displayName.localeCompare(b.displayName)),
		},
	];
}

/** Uploads the files that the item names. @returns one item per file, in order */
export async function uploadOperation(call: Call, kind: MediaKind): Promise<IDataObject[]> {
	const options = call.parameter<IDataObject & ReadyOptions>('uploadOptions', {});
	const withinMs = readyWithinMs(options);
	const extras = kind === 'video' ? await videoExtrasOf(call, options) : {};
	const { sources: files, notice: leftOut } = await filesOf(
		call,
		call.parameter<unknown>('binaryPropertyName', ''),
		FILE_FIELD,
		kind,
		usedBy(options),
	);
	call.plan(() => planOf(kind, uploadCalls(files, extras, withinMs !== undefined)));
	const owner = await actorOf(call, 'owner');
	const urns = new Array<string>(files.length);
	await inParallel(files.entries(), files.length, async ([index, file]) => {
		urns[index] = await uploadedUrn(call.linkedin, file, owner.urn, extras);
	});
	const ready = withinMs === undefined ? undefined : await waitUntilReady(call.linkedin, urns, withinMs);
	const notices = [leftOut, ready?.notice].filter((text) => text !== undefined);
	return urns.map((urn, index) => {
		const entity = ready?.entities.get(urn) ?? { id: urn, owner: owner.urn };
		const notice = index === 0 && notices.length > 0 ? { notice: notices.join(' ') } : {};
		return { ...presentMedia(entity, urn, true), ...notice };
	});
}

function planOf(kind: MediaKind, made: UploadCalls): Plan {
	const { uploads, files, readiness } = made;
	return {
		steps: uploadSteps(kind, made),
		calls: uploads + files + readiness,
		toUploadHost: files,
	};
}
