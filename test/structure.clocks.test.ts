import ts from 'typescript';

import { filesUnder, read } from './packageFiles';

/**
 * The time of day may be changed, so durations and waits must use the monotonic clock (clock.ts). `Date.now()` may only
 * be passed on, or used in `new Date(…)`. If a file waits, it must not call a value from it a deadline.
 */

const RECKONING = new Set([
	ts.SyntaxKind.PlusToken,
	ts.SyntaxKind.MinusToken,
	ts.SyntaxKind.LessThanToken,
	ts.SyntaxKind.LessThanEqualsToken,
	ts.SyntaxKind.GreaterThanToken,
	ts.SyntaxKind.GreaterThanEqualsToken,
]);

/** LinkedIn's own times and days compared with the time of day, without waiting for them. */
const OF_THE_CALENDAR: Record<string, string> = {
	'nodes/LinkedIn/resources/profile/checkAccess.ts': 'when the token ends',
	'nodes/LinkedIn/transport/limits/rateLimiter.ts': 'the next reset of the quotas',
	'nodes/LinkedIn/transport/client/upload.ts': 'when an address ends, as LinkedIn said',
	'nodes/LinkedIn/triggers/polling/core/closed.ts':
		'when a source opens, as LinkedIn said; a poll does not wait',
	'nodes/LinkedIn/triggers/leads/leadTrigger.ts': 'when a poll has to end; a poll does not wait',
};

const isTimeOfDay = (node: ts.Node) => node.getText() === 'Date.now()';

/** Where a file calculates with the time of day, as `line: expression`. */
function reckonings(file: string): string[] {
	const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		const isShown = ts.isNewExpression(node) && node.expression.getText() === 'Date';
		if (isShown) return;
		if (ts.isBinaryExpression(node) && RECKONING.has(node.operatorToken.kind)) {
			if ([node.left, node.right].some(isTimeOfDay)) {
				const { line } = source.getLineAndCharacterOfPosition(node.getStart());
				found.push(`${file}:${line + 1}: ${node.getText()}`);
			}
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

const sources = filesUnder('nodes/LinkedIn', '.ts');

test('no duration is reckoned by the time of day', () => {
	const offenders = sources.filter((file) => !(file in OF_THE_CALENDAR)).flatMap(reckonings);
	expect(offenders).toEqual([]);
});

test('each exception reckons with it', () => {
	expect(Object.keys(OF_THE_CALENDAR).filter((file) => reckonings(file).length === 0)).toEqual([]);
});

test('nobody sleeps but the rooms of waiting', () => {
	const sleeps = sources.filter((file) =>
		/import \{[^}]*\bsleep\b[^}]*\} from 'n8n-workflow'/.test(read(file)),
	);
	expect(sleeps).toEqual([
		'nodes/LinkedIn/transport/limits/rateLimiter.ts',
		'nodes/LinkedIn/transport/limits/sleep.ts',
		'nodes/LinkedIn/transport/run/writeQueue.ts',
	]);
});
