import type { Rest } from './rest';

type Row = Record<string, unknown>;

/** One of n8n's Data Tables, used as its page does. */
export interface DataTable {
	id: string;
	insert(rows: Row[]): Promise<void>;
	/** In the order of their ids. */
	rows(): Promise<Row[]>;
	/** @param row its id */
	update(row: number, values: Row): Promise<void>;
}

/** @param columns their names, by type */
export async function createTable(
	rest: Rest,
	name: string,
	columns: Partial<Record<'string' | 'number' | 'date' | 'boolean', string[]>>,
): Promise<DataTable> {
	const project = await rest.call<{ id: string }>('GET', '/rest/projects/personal');
	const tables = `/rest/projects/${project.id}/data-tables`;
	const { id } = await rest.call<{ id: string }>('POST', tables, {
		name,
		columns: Object.entries(columns).flatMap(([type, names]) =>
			names.map((column) => ({ name: column, type })),
		),
	});
	return {
		id,
		async insert(data) {
			await rest.call('POST', `${tables}/${id}/insert`, { data, returnType: 'count' });
		},
		async rows() {
			const { data } = await rest.call<{ data: Row[] }>('GET', `${tables}/${id}/rows?take=100&sortBy=id:asc`);
			return data;
		},
		async update(row, data) {
			const filter = { type: 'and', filters: [{ columnName: 'id', condition: 'eq', value: row }] };
			await rest.call('PATCH', `${tables}/${id}/rows`, { filter, data });
		},
	};
}
