import { elementsOf, totalOf, valuesOf, type List } from '../wire';
import { Unsettled } from '../session';
import { orderOf } from './order';
import { orUnsettled, takes } from './taken';
import type { Point } from '../point';

/** Points that leads settle. */
export const LEAD_POINTS: Point[] = [
	{
		row: 'maximum page size of leads and forms',
		async ask(session, found) {
			const forms = await session.read({
				name: 'lead forms of an account',
				restliMethod: 'FINDER',
				path: `/rest/leadForms?q=owner&${await found.leadOwner()}&start=0&count=100`,
			});
			const leads = await session.read({
				name: '100 leads of an account',
				restliMethod: 'FINDER',
				path: `/rest/leadFormResponses?q=owner&${await found.leadOwner()}&leadType=(leadType:SPONSORED)&start=0&count=100`,
			});
			[forms, leads].map(orUnsettled);
			return {
				does: `asked for 100: forms ${takes(forms)}, leads ${takes(leads)}`,
				fits: [forms, leads].every(({ status }) => [200, 400].includes(status)),
			};
		},
	},
	{
		row: 'possible states of lead forms',
		async ask(session, found) {
			const list = await session.readWell<List<object>>({
				name: 'lead forms of an account',
				restliMethod: 'FINDER',
				path: `/rest/leadForms?q=owner&${await found.leadOwner()}&start=0&count=100`,
			});
			const states = valuesOf(elementsOf(list), 'state').sort();
			if (states.length === 0) throw new Unsettled('the account has no lead form');
			return { does: states.join(', '), fits: true };
		},
	},
	{
		row: 'order of leads; `total` absent, -1 or wrong',
		async ask(_session, found) {
			const list = await found.leads();
			const times = elementsOf(list).flatMap(({ submittedAt }) => submittedAt ?? []);
			return { does: `${orderOf(times)}; ${times.length} shown, ${totalOf(list)}`, fits: true };
		},
	},
	{
		row: '`total` of leads higher than the number returned',
		async ask(_session, found) {
			const list = await found.leads();
			const shown = elementsOf(list).length;
			const { total, count = 0 } = list.paging ?? {};
			if (total === undefined || shown >= count) throw new Unsettled('more leads than one page, or no total');
			return { does: `${shown} shown, total ${total}`, fits: true };
		},
	},
	{
		row: 'whether the time range of leads includes its ends',
		async ask(session, found) {
			const [lead] = elementsOf(await found.leads());
			if (lead?.submittedAt === undefined) throw new Unsettled('the account has no lead');
			const at = lead.submittedAt;
			const holds = async (what: string, start: number, end: number) => {
				const list = await session.readWell<List<{ submittedAt?: number }>>({
					name: `leads of a moment, ${what}`,
					restliMethod: 'FINDER',
					path: `/rest/leadFormResponses?q=owner&${await found.leadOwner()}&leadType=(leadType:SPONSORED)&submittedAtTimeRange=(start:${start},end:${end})&start=0&count=100`,
				});
				return elementsOf(list).some(({ submittedAt }) => submittedAt === at);
			};
			const start = await holds('its start', at, at + 1);
			const end = await holds('its end', at - 1, at);
			return { does: `the start is ${start ? 'in' : 'out'}, the end is ${end ? 'in' : 'out'}`, fits: true };
		},
	},
];
