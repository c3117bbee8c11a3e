const { dest, parallel, src } = require('gulp');

/** The light and dark mark; nodes and credentials point at it with the same relative path in source and in dist. */
const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

/** The search words and categories that n8n reads beside each built node. */
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

/** What n8n 2.x shows of an operation before its first run; it looks for them beside the built node. */
const schemas = () => src('nodes/**/__schema__/**/*.json').pipe(dest('dist/nodes'));

exports.default = parallel(icons, codex, schemas);
