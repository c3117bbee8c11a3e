import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { pageReply } from '../../../transport/answers/pageReply';
import { readEntity } from '../../../transport/answers/readEntity';
import { DOCS } from '../../docs';
import { rawItem } from '../../listItems';
import { operation } from '../../operation';
import { accountField, creativesField, oneOf, sponsoredIdentity } from '../fields/fields';
import { ADS_READ, ANY_ROLE } from '../scopes';

const preview = z
	.object({
		preview: z.string(),
		placement: z.object({ linkedin: z.object({ contentPresentationType: z.string() }).partial() }).partial(),
	})
	.partial();

export const getPreview = operation({
	value: 'getPreview',
	name: 'Get Preview',
	action: 'Get the previews of a creative',
	description:
		'Get previews of an ad, one item per placement: an HTML iframe and its URL, which expires after about three hours. Some ad types have no preview.',
	docs: DOCS.adPreviews,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'FINDER', path: '/rest/adPreviews' },
	fields: [accountField, creativesField],
	async execute(call) {
		const account = oneOf(call, 'account');
		const creative = oneOf(call, 'creative');
		const { body } = await call.linkedin.request<unknown>({
			...call.routing,
			query: { q: 'creative', creative: creative.urn, account: account.urn },
		});
		const { elements } = pageReply<unknown>(body, 'FINDER /rest/adPreviews');
		const { urn, url } = sponsoredIdentity('creative', creative.id, account.id);
		return call.linkedin.elements.read<IDataObject>(elements, (element) => {
			const found = readEntity(preview, element) ?? {};
			if (!call.simplify) return rawItem(element, { urn, url });
			return {
				urn,
				url,
				placement: found.placement?.linkedin?.contentPresentationType ?? null,
				html: found.preview ?? null,
				previewUrl: sourceOf(found.preview),
			};
		});
	},
});

/** The URL in an iframe, as a browser reads it. */
function sourceOf(html: string | undefined): string | null {
	const source = /\ssrc\s*=\s*["']([^"']+)["']/i.exec(html ?? '')?.[1];
	return source ? source.replace(/&amp;/g, '&') : null;
}
