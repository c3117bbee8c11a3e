/**
 * Reads a PDF with pdf.js and prints what it found as JSON. It runs in a process of its own: pdf.js is an ES module that
 * jest can't load.
 */
import { readFileSync } from 'node:fs';

import { getDocument, ImageKind, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

const SAMPLES = { [ImageKind.RGB_24BPP]: 3, [ImageKind.RGBA_32BPP]: 4 };

/** Red, green and blue of every pixel; transparent ones are null. */
function pixelsOf({ data, kind, width, height }) {
	if (kind === ImageKind.GRAYSCALE_1BPP) {
		const rowBytes = Math.ceil(width / 8);
		return Array.from({ length: width * height }, (_, at) => {
			const [x, y] = [at % width, Math.floor(at / width)];
			return new Array(3).fill((data[y * rowBytes + (x >> 3)] >> (7 - (x & 7))) & 1 ? 255 : 0);
		});
	}
	const samples = SAMPLES[kind];
	return Array.from({ length: width * height }, (_, at) => {
		const pixel = [...data.slice(at * samples, at * samples + 4)];
		return samples === 4 && pixel[3] === 0 ? null : pixel.slice(0, 3);
	});
}

async function imageOf(page) {
	const { fnArray, argsArray } = await page.getOperatorList();
	const [name] = argsArray[fnArray.indexOf(OPS.paintImageXObject)];
	const image = await new Promise((resolve) => page.objs.get(name, resolve));
	return { width: image.width, height: image.height, pixels: pixelsOf(image) };
}

const altTextsOf = (node) =>
	node ? [...(node.alt === undefined ? [] : [node.alt]), ...(node.children ?? []).flatMap(altTextsOf)] : [];

const task = getDocument({
	data: new Uint8Array(readFileSync(process.argv[2])),
	verbosity: 0,
	stopAtErrors: true,
	isOffscreenCanvasSupported: false,
	isImageDecoderSupported: false,
});
const document = await task.promise;
const { info } = await document.getMetadata();
const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
	const page = await document.getPage(number);
	const { width, height } = page.getViewport({ scale: 1 });
	pages.push({ width, height, altTexts: altTextsOf(await page.getStructTree()), image: await imageOf(page) });
}
console.log(JSON.stringify({ title: info.Title, pages }));
await task.destroy();
