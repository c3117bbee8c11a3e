/**
 * Writes a PDF with an image on each page. Its size is known before its bytes, which are written one image after another.
 * @see ISO 32000-1
 */
import type { Rgb } from './flatten';
import { decimal, pageOf, placement, type Size } from './layout';
import type { PageImage } from './pageImage';

export interface Carousel {
	title: string;
	pages: Array<{ image: PageImage; altText: string }>;
	/** Of every page; each image's own size by default. */
	size?: Size;
	background: Rgb;
}

export interface Pdf {
	sizeBytes: number;
	/** May be read several times. @throws UnfitImage if an image has changed, and what reading it throws */
	chunks(): AsyncGenerator<Uint8Array>;
}

/** The bytes above 127 tell programs that it isn't text. */
const HEADER = Buffer.concat([Buffer.from('%PDF-1.7\n%'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]);
const [CATALOG, PAGES, INFO, STRUCTURE, PARENTS] = [1, 2, 3, 4, 5];
const FIRST_PAGE = 6;
/** Page, contents, image and, with an alt text, the element with it. */
const OBJECTS_A_PAGE = 4;

/** The objects of the page at this place. */
function numbersOf(index: number) {
	const page = FIRST_PAGE + index * OBJECTS_A_PAGE;
	return { page, contents: page + 1, image: page + 2, figure: page + 3 };
}

export function pdfOf(carousel: Carousel): Pdf {
	const { pages, title } = carousel;
	const file = new Parts();
	const isTagged = pages.some(({ altText }) => altText !== '');
	file.add(HEADER);
	file.object(
		CATALOG,
		`<< /Type /Catalog /Pages ${PAGES} 0 R /ViewerPreferences << /DisplayDocTitle true >>` +
			`${isTagged ? ` /MarkInfo << /Marked true >> /StructTreeRoot ${STRUCTURE} 0 R` : ''} >>`,
	);
	const kids = pages.map((_, index) => `${numbersOf(index).page} 0 R`).join(' ');
	file.object(PAGES, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
	file.object(INFO, `<< /Title ${textString(title)} >>`);
	writeStructure(file, pages);
	for (const [index] of pages.entries()) writePage(file, carousel, index);
	file.end(`/Root ${CATALOG} 0 R /Info ${INFO} 0 R`, FIRST_PAGE + pages.length * OBJECTS_A_PAGE);
	return file;
}

function writePage(file: Parts, { pages, size, background }: Carousel, index: number): void {
	const { image, altText } = pages[index];
	const numbers = numbersOf(index);
	const page = pageOf(image, size);
	const box = `${decimal(page.width)} ${decimal(page.height)}`;
	file.object(
		numbers.page,
		`<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${box}] /Contents ${numbers.contents} 0 R` +
			` /Resources << /XObject << /I ${numbers.image} 0 R >> >>` +
			`${altText ? ` /StructParents ${index}` : ''} >>`,
	);
	const color = background.map((value) => decimal(value / 255)).join(' ');
	const contents = [
		`/Artifact BMC ${color} rg 0 0 ${box} re f EMC`,
		altText ? '/Figure << /MCID 0 >> BDC' : '/Artifact BMC',
		`q ${placement(image, page)} cm /I Do Q EMC`,
	].join('\n');
	file.object(numbers.contents, `<< /Length ${contents.length} >>\nstream\n${contents}\nendstream`);
	file.object(
		numbers.image,
		`<< /Type /XObject /Subtype /Image ${image.entries} /Length ${image.lengthBytes} >>\nstream\n`,
		image,
	);
	if (!altText) return;
	file.object(
		numbers.figure,
		`<< /Type /StructElem /S /Figure /P ${STRUCTURE} 0 R /Pg ${numbers.page} 0 R /K 0 /Alt ${textString(altText)} >>`,
	);
}

/** What gives each image its alt text, see 14.7. */
function writeStructure(file: Parts, pages: Carousel['pages']): void {
	const tagged = pages.flatMap(({ altText }, index) => (altText ? [index] : []));
	if (tagged.length === 0) return;
	const figures = tagged.map((index) => `${numbersOf(index).figure} 0 R`).join(' ');
	file.object(
		STRUCTURE,
		`<< /Type /StructTreeRoot /K [${figures}] /ParentTree ${PARENTS} 0 R /ParentTreeNextKey ${pages.length} >>`,
	);
	const parents = tagged.map((index) => `${index} [${numbersOf(index).figure} 0 R]`).join(' ');
	file.object(PARENTS, `<< /Nums [${parents}] >>`);
}

/** UTF-16 with its mark, in hexadecimal. */
function textString(text: string): string {
	return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

const FREE_ENTRY = '0000000000 65535 f \n';

/** The file in the order of its bytes: texts, and images that are read only when they're written. */
class Parts implements Pdf {
	sizeBytes = 0;
	private readonly parts: Array<Uint8Array | PageImage> = [];
	private readonly starts = new Map<number, number>();

	add(part: Uint8Array | PageImage): void {
		this.parts.push(part);
		this.sizeBytes += 'lengthBytes' in part ? part.lengthBytes : part.length;
	}

	/** @param data of its stream, whose dictionary the text begins */
	object(number: number, text: string, data?: PageImage): void {
		this.starts.set(number, this.sizeBytes);
		this.add(Buffer.from(`${number} 0 obj\n${text}`, 'latin1'));
		if (data) this.add(data);
		this.add(Buffer.from(data ? '\nendstream\nendobj\n' : '\nendobj\n'));
	}

	/** @param count of objects, with the free one at 0 */
	end(trailer: string, count: number): void {
		const entries = Array.from({ length: count }, (_, number) => {
			const start = this.starts.get(number);
			return start === undefined ? FREE_ENTRY : `${String(start).padStart(10, '0')} 00000 n \n`;
		});
		const table = `xref\n0 ${count}\n${entries.join('')}`;
		this.add(
			Buffer.from(`${table}trailer\n<< /Size ${count} ${trailer} >>\nstartxref\n${this.sizeBytes}\n%%EOF\n`),
		);
	}

	async *chunks(): AsyncGenerator<Uint8Array> {
		let texts: Uint8Array[] = [];
		for (const part of this.parts) {
			if (!('lengthBytes' in part)) {
				texts.push(part);
				continue;
			}
			yield Buffer.concat(texts);
			texts = [];
			yield* part.data();
		}
		yield Buffer.concat(texts);
	}
}
