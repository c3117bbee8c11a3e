import { patch } from '../../../../../nodes/LinkedIn/transport/restli/patch';

/** Checked against docs.methods and docs.comments. */

describe('patch', () => {
	it.each([
		['a post', patch({ commentary: 'new' }), { patch: { $set: { commentary: 'new' } } }],
		['a comment', patch({ text: 'new' }, [], 'message'), { patch: { message: { $set: { text: 'new' } } } }],
		['removal', patch({}, ['contentLandingPage']), { patch: { $delete: ['contentLandingPage'] } }],
		['both', patch({ a: 1 }, ['b']), { patch: { $set: { a: 1 }, $delete: ['b'] } }],
		['undefined left out', patch({ a: undefined, b: 0 }), { patch: { $set: { b: 0 } } }],
	])('builds %s', (_rule, built, body) => {
		expect(built).toStrictEqual(body);
	});
});
