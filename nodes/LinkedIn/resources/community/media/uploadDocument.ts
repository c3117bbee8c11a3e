import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { MEDIA_PATH } from './entity';
import { UPLOAD_ROLE, UPLOAD_SCOPES, uploadFields, uploadOperation } from './operation';

export const uploadDocument = operation({
	value: 'uploadDocument',
	name: 'Upload Document',
	action: 'Upload a document',
	description:
		'Upload a document (PDF, PPT, PPTX, DOC, DOCX, up to 300 pages), which a post shows as a carousel',
	docs: DOCS.documents,
	access: 'write',
	scopes: UPLOAD_SCOPES,
	role: UPLOAD_ROLE,
	routing: { restliMethod: 'ACTION', path: MEDIA_PATH.document },
	fields: uploadFields(),
	async execute(call) {
		return await uploadOperation(call, 'document');
	},
});
