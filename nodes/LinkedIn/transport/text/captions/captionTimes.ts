const TIME = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})$/;

export const ARROW = '-->';

/**
 * @param line of a captions file: `00:01.000 --> 00:03.000`, possibly followed by settings
 * @returns it in SRT's form, `00:00:01,000 --> 00:00:03,000`; undefined for any other line
 */
export function timesOf(line: string): string | undefined {
	const arrow = line.indexOf(ARROW);
	if (arrow < 0) return undefined;
	const from = timeOf(line.slice(0, arrow).trim());
	const [end] = line
		.slice(arrow + ARROW.length)
		.trim()
		.split(/\s/, 1);
	const to = timeOf(end);
	return from && to && `${from} ${ARROW} ${to}`;
}

function timeOf(text: string): string | undefined {
	const [, hours = '0', minutes, seconds, fraction] = TIME.exec(text) ?? [];
	if (minutes === undefined) return undefined;
	const clock = [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
	return `${clock},${fraction.padEnd(3, '0')}`;
}
