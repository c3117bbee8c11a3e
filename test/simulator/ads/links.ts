import type { RestliValue } from '../restli';
import type { Call } from '../resource';

/** Writes the address of another page of this finder: the same query except start and count (docs.pagination). */
export function pageLink(call: Call, path: string): (start: number, count: number) => string {
	return (start, count) => {
		const query = { ...call.params, start: String(start), count: String(count) };
		const pieces = Object.entries(query).map(([name, value]) => `${name}=${written(value)}`);
		return `${path}?${pieces.join('&')}`;
	};
}

function written(value: RestliValue): string {
	if (Array.isArray(value)) return `List(${value.map(written).join(',')})`;
	if (typeof value === 'object') {
		return `(${Object.entries(value)
			.map(([key, one]) => `${written(key)}:${written(one)}`)
			.join(',')})`;
	}
	if (value === '') return "''";
	return encodeURIComponent(value).replace(
		/[()']/g,
		(one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
