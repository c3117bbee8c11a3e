import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { MEDIA_PATH } from './entity';
import { UPLOAD_ROLE, UPLOAD_SCOPES, uploadFields, uploadOperation } from './operation';

export const uploadImage = operation({
	value: 'uploadImage',
	name: 'Upload Image',
	action: 'Upload an image',
	description: 'Upload one or more images (JPG, PNG, GIF) for posts and return their URNs',
	docs: DOCS.images,
	access: 'write',
	scopes: UPLOAD_SCOPES,
	role: UPLOAD_ROLE,
	routing: { restliMethod: 'ACTION', path: MEDIA_PATH.image },
	fields: uploadFields(),
	async execute(call) {
		return await uploadOperation(call, 'image');
	},
});
