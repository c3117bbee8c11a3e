import { resource } from '../../operation';
import { create } from './create';
import { deleteCreative } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getPreview } from './getPreview';
import { update } from './update';

export const creative = resource({
	value: 'creative',
	name: 'Creative',
	description: 'The ads of a campaign',
	operations: [getMany, get, create, update, getPreview, deleteCreative],
});
