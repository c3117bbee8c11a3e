import { defineCase } from '../../../../../../cases';
import { samplePdf } from '../../../../../../simulator/sampleMedia';
import { anyUrn, begin, itemWith, sent, status } from '../../media/sent';
import { ACME, create, made } from './sent';

const PDF = samplePdf(2);

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'a document with the title that LinkedIn requires',
			page: ['posts', 'documents'],
			items: [itemWith({ data: { bytes: PDF, fileName: 'report.pdf' } })],
			parameters: { author: ACME, contentType: 'document', text: 'Read', mediaTitle: 'Report 2026' },
			wire: [
				begin('document'),
				status('document'),
				create('Read', { content: { media: { id: anyUrn('document'), title: 'Report 2026' } } }),
			],
			uploads: [sent('document', PDF.length)],
			out: [
				made({
					urn: expect.stringMatching(/^urn:li:ugcPost:/),
					url: expect.stringMatching(/urn:li:ugcPost:/),
					text: 'Read',
					contentType: 'document',
					media: [anyUrn('document')],
				}),
			],
		},
	],
});
