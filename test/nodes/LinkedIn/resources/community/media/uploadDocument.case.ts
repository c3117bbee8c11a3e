import { defineCase } from '../../../../../cases';
import { samplePdf } from '../../../../../simulator/sampleMedia';
import { ACME, available, begin, itemWith, sent, status } from './sent';

const PDF = samplePdf(3);

export default defineCase({
	operation: 'media:uploadDocument',
	cases: [
		{
			name: 'a PDF in one piece, with the token',
			contract: '§8.8',
			items: [itemWith({ report: { bytes: PDF, fileName: 'report.pdf' } })],
			parameters: { owner: ACME, binaryPropertyName: 'report' },
			wire: [begin('document'), status('document')],
			uploads: [sent('document', PDF.length)],
			out: [available('document')],
		},
	],
});
