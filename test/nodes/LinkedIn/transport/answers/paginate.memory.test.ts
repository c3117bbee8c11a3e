import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import type { PageReply, Position } from '../../../../../nodes/LinkedIn/transport/answers/pageReply';
import { pages } from '../../../../../nodes/LinkedIn/transport/answers/paginate';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const PAGES = 5;
const PAGE_SIZE = 10;

/** A weak reference stays strong until the current turn of the event loop is over. */
const nextTurn = async () => await new Promise((resolve) => setImmediate(resolve));

it('holds no earlier page while the next one is requested', async () => {
	const sent: Array<WeakRef<object>> = [];
	const held: number[] = [];
	const fetchPage = async (position: Position): Promise<PageReply<object>> => {
		await nextTurn();
		collectGarbage();
		held.push(sent.filter((element) => element.deref()).length);
		const { start } = position as { start: number };
		const elements = Array.from({ length: PAGE_SIZE }, (_, at) => ({ at: start + at }));
		sent.push(new WeakRef(elements[0]!));
		return { elements, paging: { count: PAGE_SIZE, total: PAGES * PAGE_SIZE } };
	};
	let taken = 0;
	const list = { endpoint: 'FINDER /rest/posts', fetchPage, say: () => undefined };
	const reading = pages(list, { pageSize: PAGE_SIZE });
	// A loop over the generator would itself hold the page that it was given last.
	const take = async () => {
		const { value } = await reading.next();
		taken += value?.length ?? 0;
	};
	for (let page = 0; page <= PAGES; page += 1) await take();
	expect([taken, ...held]).toEqual([PAGES * PAGE_SIZE, ...Array<number>(PAGES).fill(0)]);
});
