import type { IDataObject } from 'n8n-workflow';

import { readMany } from '../../../transport/answers/batch';
import type { Entity } from '../../../transport/answers/readEntity';
import type { MediaKind } from '../../../transport/media/limits';
import type { RestliValue } from '../../../transport/restli/value';
import type { RestliRequest } from '../../../transport/types';
import { batchItemOf, fetchEntity, requiredEntries } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { kindOfUrn, MEDIA_PATH, parseMediaUrn, presentMedia } from './entity';
import { UPLOAD_ROLE } from './operation';

const KINDS: MediaKind[] = ['image', 'video', 'document'];

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get one or many media',
	description:
		"Get the status (WAITING_UPLOAD, PROCESSING, AVAILABLE or PROCESSING_FAILED), owner and download URL of images, videos and documents. Needs a page scope; w_member_social alone isn't enough.",
	docs: DOCS.images,
	access: 'read',
	scopes: { any: ['r_organization_social', 'w_organization_social', 'w_member_social'] },
	role: UPLOAD_ROLE,
	routing: { restliMethod: 'GET', path: `${MEDIA_PATH.image}/{media}` },
	fields: [
		{
			displayName: 'Media',
			name: 'media',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. urn:li:image:C4E10AQFoyyAjHPMQuQ',
			hint: 'The URN an upload returned',
			description: 'URN of an image, video or document. Separate several with commas.',
		},
	],
	async execute(call) {
		const example = 'urn:li:image:C4E10AQFoyyAjHPMQuQ';
		const urns = requiredEntries(call.parameter<unknown>('media', ''), 'Media', example).map((entry) =>
			parseMediaUrn(entry, 'Media', KINDS),
		);
		const single = (media: RestliValue): RestliRequest => ({
			restliMethod: 'GET',
			path: `${MEDIA_PATH[kindOfUrn(String(media)) ?? 'image']}/{media}`,
			keys: { media },
		});
		if (urns.length === 1) {
			return [presentMedia(await fetchEntity(call.linkedin, single(urns[0])), urns[0], call.simplify)];
		}
		const items = new Map<string, IDataObject>();
		for (const kind of KINDS) {
			const ids = urns.filter((urn) => kindOfUrn(urn) === kind);
			const found = await readMany(call.linkedin, { batch: { path: MEDIA_PATH[kind] }, ids, single });
			ids.forEach((urn, index) => {
				const present = (entity: Entity) => presentMedia(entity, urn, call.simplify);
				items.set(urn, batchItemOf({ urn, url: null }, found[index], present));
			});
		}
		return urns.map((urn) => items.get(urn) as IDataObject);
	},
});
