import { collectGarbage } from './measure';

/**
 * Watches the pages of a list: replies with `elements`, as in LinkedIn's lists, once they're parsed. Garbage is
 * collected for each new page, so times measured meanwhile mean nothing.
 */
export function watchPages(): { mostEarlierHeld(): number; stop(): void } {
	const { parse } = JSON;
	const pages: Array<WeakRef<object>> = [];
	let most = 0;
	const count = () => {
		collectGarbage();
		most = Math.max(most, pages.filter((page) => page.deref() !== undefined).length);
	};
	JSON.parse = (...given: Parameters<typeof parse>): unknown => {
		const parsed: unknown = parse(...given);
		const { elements } = Object(parsed) as { elements?: unknown };
		if (Array.isArray(elements)) {
			count();
			pages.push(new WeakRef(elements));
		}
		return parsed;
	};
	return {
		mostEarlierHeld: () => most,
		stop: () => void (JSON.parse = parse),
	};
}
