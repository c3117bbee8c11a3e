import { resource } from '../../operation';
import { get } from './get';
import { uploadDocument } from './uploadDocument';
import { uploadImage } from './uploadImage';
import { uploadVideo } from './uploadVideo';

export const media = resource({
	value: 'media',
	name: 'Media',
	description: 'Images, videos and documents for posts, and their processing status',
	builderHint: 'Only for media used in several posts or in API calls; Post: Create uploads its own files.',
	operations: [uploadImage, uploadVideo, uploadDocument, get],
});
