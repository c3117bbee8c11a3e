import ts from 'typescript';

import { filesUnder, read } from './packageFiles';

/**
 * Everything that outlives a call is in the memory of the process or of a run, where a test creates a new one: no other
 * module keeps anything that changes. What is written once, while the module loads, isn't memory.
 */

const MEMORIES = /^nodes\/LinkedIn\/transport\/(memory|run)\//;
const COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet']);
/** They change what they're called on. */
const CHANGES = new Set(
	'add clear copyWithin delete fill pop push reverse set shift sort splice unshift'.split(' '),
);

const files = ['nodes', 'credentials'].flatMap((folder) => filesUnder(folder, '.ts'));
const program = ts.createProgram(
	files,
	ts.convertCompilerOptionsFromJson(JSON.parse(read('tsconfig.json')).compilerOptions, '.').options,
);
const checker = program.getTypeChecker();

/** Declared here and not a plain object: it may contain something that changes, whatever its type shows. */
function isOwnClass(type: ts.Type): boolean {
	const [declaration] = type.getSymbol()?.declarations ?? [];
	return declaration !== undefined && ts.isClassDeclaration(declaration) && !isOfLibrary(declaration);
}

function isOfLibrary(node: ts.Node): boolean {
	return node.getSourceFile().fileName.includes('node_modules');
}

/** Where something in a value may change: its path, or undefined. */
function changingPart(type: ts.Type, path: string, depth = 0): string | undefined {
	const name = type.getSymbol()?.getName() ?? '';
	if (COLLECTIONS.has(name)) return `${path} is a ${name}`;
	if (isOwnClass(type)) return `${path} is a ${name}`;
	const [declaration] = type.getSymbol()?.declarations ?? [];
	if (depth > 3 || type.getCallSignatures().length > 0 || (declaration && isOfLibrary(declaration))) {
		return undefined;
	}
	for (const property of type.getProperties()) {
		const [at] = property.declarations ?? [];
		if (!at || isOfLibrary(at)) continue;
		const found = changingPart(
			checker.getTypeOfSymbolAtLocation(property, at),
			`${path}.${property.name}`,
			depth + 1,
		);
		if (found) return found;
	}
	return undefined;
}

/** The variable at the beginning of `variable.member[0].other`. */
function rootOf(node: ts.Expression): ts.Symbol | undefined {
	let at = node;
	while (
		ts.isPropertyAccessExpression(at) ||
		ts.isElementAccessExpression(at) ||
		ts.isNonNullExpression(at)
	) {
		at = at.expression;
	}
	return ts.isIdentifier(at) ? checker.getSymbolAtLocation(at) : undefined;
}

const isAssignment = ({ kind }: ts.Node) =>
	kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** What an expression changes; a pattern's position is set before each use. */
function changedBy(node: ts.Node): ts.Expression | undefined {
	if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken)) {
		return node.left.getText().endsWith('.lastIndex') ? undefined : node.left;
	}
	if (ts.isDeleteExpression(node)) return node.expression;
	if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
		return CHANGES.has(node.expression.name.text) ? node.expression.expression : undefined;
	}
	return undefined;
}

/** A function that keeps something and returns what changes it, such as memoize. */
function makesClosureOverState(call: ts.CallExpression): boolean {
	const declaration = checker.getResolvedSignature(call)?.getDeclaration();
	const body = declaration && 'body' in declaration ? (declaration.body as ts.Node | undefined) : undefined;
	if (!body || !ts.isBlock(body) || isOfLibrary(body)) return false;
	if (checker.getTypeAtLocation(call).getCallSignatures().length === 0) return false;
	return body.statements.some(
		(statement) =>
			ts.isVariableStatement(statement) &&
			((statement.declarationList.flags & ts.NodeFlags.Let) !== 0 ||
				statement.declarationList.declarations.some(
					({ initializer }) => initializer && ts.isNewExpression(initializer),
				)),
	);
}

jest.setTimeout(300_000);

const changed = new Map<ts.Symbol, string>();
for (const file of files) {
	const visit = (node: ts.Node, isLater: boolean): void => {
		const target = isLater ? changedBy(node) : undefined;
		const root = target && rootOf(target);
		if (root) changed.set(root, `${file}: ${node.getText().split('\n')[0]}`);
		ts.forEachChild(node, (child) => visit(child, isLater || ts.isFunctionLike(node)));
	};
	const source = program.getSourceFile(file);
	if (source) visit(source, false);
}

/** What a module keeps while it's loaded, as `file: variable, why`. */
function keptBy(file: string): string[] {
	const source = program.getSourceFile(file);
	const found: string[] = [];
	for (const statement of source?.statements ?? []) {
		if (!ts.isVariableStatement(statement)) continue;
		const isLet = (statement.declarationList.flags & ts.NodeFlags.Const) === 0;
		for (const declaration of statement.declarationList.declarations) {
			const name = declaration.name.getText();
			const symbol = checker.getSymbolAtLocation(declaration.name);
			const { initializer } = declaration;
			if (isLet) found.push(`${file}: ${name} is no const`);
			const part = changingPart(checker.getTypeAtLocation(declaration.name), name);
			if (part) found.push(`${file}: ${part}`);
			const change = symbol && changed.get(symbol);
			if (change) found.push(`${file}: ${name} is changed at ${change}`);
			if (initializer && ts.isCallExpression(initializer) && makesClosureOverState(initializer)) {
				found.push(`${file}: ${name} closes over what changes`);
			}
		}
	}
	return found;
}

test('no module but the two memories keeps anything that changes', () => {
	expect(files.length).toBeGreaterThan(400);
	expect(files.filter((file) => !MEMORIES.test(file)).flatMap(keptBy)).toEqual([]);
});

test('the two memories have one beginning each, beside the alarms of the process', () => {
	const begins = files.filter((file) => MEMORIES.test(file) && keptBy(file).length > 0);
	expect(begins).toEqual([
		'nodes/LinkedIn/transport/memory/alarms.ts',
		'nodes/LinkedIn/transport/memory/process.ts',
		'nodes/LinkedIn/transport/run/runMemory.ts',
	]);
});
