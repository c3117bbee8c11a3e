import { defineCase } from '../../../../../cases';
import { samplePdf } from '../../../../../simulator/sampleMedia';
import { zip } from '../../../transport/media/containerFiles';
import { ACME, available, begin, itemWith, sent, status } from './sent';

const PDF = samplePdf(3);
const ENCRYPTED = Buffer.from(samplePdf(3).toString().replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R'));

const WORD = zip('[Content_Types].xml', 'word/document.xml');

export default defineCase({
	operation: 'media:uploadDocument',
	cases: [
		{
			name: 'a PDF in one piece, with the token',
			page: 'documents',
			items: [itemWith({ report: { bytes: PDF, fileName: 'report.pdf' } })],
			parameters: { owner: ACME, binaryPropertyName: 'report' },
			wire: [begin('document'), status('document')],
			uploads: [sent('document', PDF.length)],
			out: [available('document')],
		},
		{
			name: 'an encrypted PDF, with a notice',
			page: 'documents',
			items: [itemWith({ report: { bytes: ENCRYPTED, fileName: 'report.pdf' } })],
			parameters: { owner: ACME, binaryPropertyName: 'report' },
			wire: [begin('document'), status('document')],
			uploads: [sent('document', ENCRYPTED.length)],
			out: [
				{ ...available('document'), notice: expect.stringContaining('"report.pdf" in report is encrypted') },
			],
		},
		{
			name: 'a Word file under the name of an archive',
			page: 'documents',
			items: [itemWith({ report: { bytes: WORD, fileName: 'report.zip' } })],
			parameters: { owner: ACME, binaryPropertyName: 'report' },
			wire: [begin('document'), status('document')],
			uploads: [sent('document', WORD.length)],
			out: [available('document')],
		},
		{
			name: 'a Keynote file is refused without a call',
			page: 'documents',
			items: [itemWith({ slides: { bytes: zip('Index/Document.iwa', 'preview.jpg') } })],
			parameters: { owner: ACME, binaryPropertyName: 'slides' },
			wire: [],
			error: {
				message: expect.stringContaining(
					'must be PDF, PPT, PPTX, DOC or DOCX, not a Keynote, Pages or Numbers file',
				),
			},
		},
	],
});
