/** As n8n resolves an expression with one `{{ }}`. */
export function resolve(expression: string, variables: Record<string, unknown>): unknown {
	const body = /^=\{\{(.*)\}\}$/s.exec(expression)?.[1];
	if (body === undefined) throw new Error('not one expression');
	return new Function(...Object.keys(variables), `return (${body});`)(...Object.values(variables));
}
