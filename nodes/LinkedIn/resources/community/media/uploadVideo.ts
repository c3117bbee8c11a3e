import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { MEDIA_PATH } from './entity';
import { UPLOAD_ROLE, UPLOAD_SCOPES, uploadFields, uploadOperation } from './operation';
import { videoExtraFields } from './videoExtras';

export const uploadVideo = operation({
	value: 'uploadVideo',
	name: 'Upload Video',
	action: 'Upload a video',
	description:
		'Upload a video (MP4, 3 seconds to 30 minutes) with captions and thumbnail. Processing can take minutes: wait, turn off Wait Until Ready and check Media: Get later, or use the error output, whose retryAt says when to try again.',
	docs: DOCS.videos,
	access: 'write',
	scopes: UPLOAD_SCOPES,
	role: UPLOAD_ROLE,
	routing: { restliMethod: 'ACTION', path: MEDIA_PATH.video },
	fields: uploadFields(videoExtraFields),
	async execute(call) {
		return await uploadOperation(call, 'video');
	},
});
