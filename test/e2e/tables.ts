import type { World } from '../host/world';

/** Data Tables of the owner, by what n8n's pages do. */

type Row = Record<string, unknown>;

async function pathOf(world: World, table = ''): Promise<string> {
	const { id } = await world.rest.call<{ id: string }>('GET', '/rest/projects/personal');
	return `/rest/projects/${id}/data-tables${table && `/${table}`}`;
}

/** @returns its id */
export async function newTable(
	world: World,
	name: string,
	columns: { string?: string[]; number?: string[] },
): Promise<string> {
	const { id } = await world.rest.call<{ id: string }>('POST', await pathOf(world), {
		name,
		columns: Object.entries(columns).flatMap(([type, names]) =>
			names.map((column) => ({ name: column, type })),
		),
	});
	return id;
}

export async function addRows(world: World, table: string, data: Row[]): Promise<void> {
	await world.rest.call('POST', `${await pathOf(world, table)}/insert`, { data, returnType: 'count' });
}

/** In the order in which they were added. */
export async function rowsOf(world: World, table: string): Promise<Row[]> {
	const { data } = await world.rest.call<{ data: Row[] }>('GET', `${await pathOf(world, table)}/rows`);
	return data.sort((a, b) => Number(a.id) - Number(b.id));
}
